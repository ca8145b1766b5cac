import { bareJid } from 'finesse-tunnel/protocol';

import { NS } from './namespaces';
import { normalJid } from './stanza-address';
import { STANZA_ERRORS, type StanzaError } from './stanza-error';
import { attributes } from './stanza-writer';
import type { PubsubService, Subscription } from './pubsub-service';
import type { XmlElement } from './xml-element';

/** Who asks, as the server knows it: never taken from the stanza. */
export interface Requester {
  readonly userId: string;
  readonly jid: string;
}

/** The outcome: content for the result, or an error. */
export type PubsubAnswer = string | StanzaError;

/** Answers an iq whose child is `pubsub` (XEP-0060). */
export function answerPubsub(
  service: PubsubService,
  requester: Requester,
  iq: { readonly type: string; readonly pubsub: XmlElement },
): PubsubAnswer {
  const action = iq.pubsub.children[0];
  switch (`${iq.type} ${action?.name ?? ''}`) {
    case 'set subscribe':
      return change(requester, action, (wanted) => {
        const error = service.subscribe(requester.userId, wanted);
        return error ?? subscriptionElement(wanted, 'subscribed');
      });
    case 'set unsubscribe':
      return change(requester, action, (wanted) => {
        const error = service.unsubscribe(requester.userId, wanted);
        return error ?? subscriptionElement(wanted, 'none');
      });
    case 'get subscriptions':
      return list(service, requester, action?.attribute('node'));
    case 'get affiliations':
      return `<pubsub xmlns="${NS.pubsub}"><affiliations/></pubsub>`;
    case 'set create':
    case 'set publish':
    case 'set retract':
      return STANZA_ERRORS.forbidden;
    case `${iq.type} `:
      return STANZA_ERRORS.badRequest;
    default:
      return STANZA_ERRORS.featureNotImplemented;
  }
}

/** Subscriptions are changed by their owner alone: for the own full JID or the own bare one. */
function change(
  requester: Requester,
  action: XmlElement | undefined,
  apply: (wanted: Subscription) => PubsubAnswer,
): PubsubAnswer {
  const node = action?.attribute('node');
  const given = action?.attribute('jid');
  if (node === undefined || node === '') {
    return STANZA_ERRORS.nodeIdRequired;
  }
  if (given === undefined) {
    return STANZA_ERRORS.jidRequired;
  }
  const jid = normalJid(given);
  if (jid === undefined || bareJid(jid) !== bareJid(requester.jid)) {
    return STANZA_ERRORS.invalidJid;
  }
  return apply({ node, jid });
}

function list(service: PubsubService, requester: Requester, node: string | undefined): string {
  const items = service
    .subscriptionsOf(requester.userId, bareJid(requester.jid))
    .filter((subscription) => node === undefined || subscription.node === node)
    .map((subscription) => `<subscription${subscriptionAttributes(subscription, 'subscribed')}/>`);
  return `<pubsub xmlns="${NS.pubsub}"><subscriptions>${items.join('')}</subscriptions></pubsub>`;
}

function subscriptionElement(subscription: Subscription, state: 'subscribed' | 'none'): string {
  return (
    `<pubsub xmlns="${NS.pubsub}">` +
    `<subscription${subscriptionAttributes(subscription, state)}/></pubsub>`
  );
}

function subscriptionAttributes({ node, jid }: Subscription, state: string): string {
  return attributes({ node, jid, subscription: state });
}
