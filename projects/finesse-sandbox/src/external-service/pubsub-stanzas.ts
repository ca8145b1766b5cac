import { xml } from '@xmpp/client';

import type { OutboxEntry } from './outbox';
import type { NodeReaders } from './publisher-link';

const PUBSUB = 'http://jabber.org/protocol/pubsub';

/** A piece of a stanza, as \@xmpp/client builds it. */
export type Piece = ReturnType<typeof xml>;

/**
 * The iq that makes a node, XEP-0060 §8.1.3: nothing is kept, and an event for a session that has
 * gone is dropped (`headline`) rather than handed to another session of the same agent.
 */
export function createRequest(to: string, node: string, readers: NodeReaders): Piece {
  const config: Readonly<Record<string, string>> = {
    FORM_TYPE: `${PUBSUB}#node_config`,
    'pubsub#access_model': readers === 'everyone' ? 'open' : 'whitelist',
    'pubsub#notification_type': 'headline',
    'pubsub#persist_items': '0',
    'pubsub#send_last_published_item': 'never',
  };
  const fields = Object.entries(config).map(([name, value]) =>
    xml('field', { var: name }, xml('value', {}, value)),
  );
  const form = xml('x', { xmlns: 'jabber:x:data', type: 'submit' }, ...fields);
  return request(to, PUBSUB, xml('create', { node }), xml('configure', {}, form));
}

/** The iq that lets these accounts subscribe to a node with a whitelist, XEP-0060 §8.9.2. */
export function membersRequest(to: string, node: string, jids: readonly string[]): Piece {
  const members = jids.map((jid) => xml('affiliation', { jid, affiliation: 'member' }));
  return request(to, `${PUBSUB}#owner`, xml('affiliations', { node }, ...members));
}

/** The iq that publishes text in the element that Finesse puts it in, XEP-0060 §7.1. */
export function publishRequest(to: string, { node, payload }: OutboxEntry): Piece {
  const notification = xml('notification', { xmlns: PUBSUB }, payload);
  return request(to, PUBSUB, xml('publish', { node }, xml('item', {}, notification)));
}

/** The iq that removes a node, XEP-0060 §8.4. */
export function deleteRequest(to: string, node: string): Piece {
  return request(to, `${PUBSUB}#owner`, xml('delete', { node }));
}

/** XEP-0199. */
export function pingRequest(to: string): Piece {
  return xml('iq', { type: 'get', to }, xml('ping', { xmlns: 'urn:xmpp:ping' }));
}

function request(to: string, namespace: string, ...content: readonly Piece[]): Piece {
  return xml('iq', { type: 'set', to }, xml('pubsub', { xmlns: namespace }, ...content));
}
