import { escapeXml } from 'finesse-tunnel/protocol';

import { NS } from './namespaces';
import { STANZA_ERRORS, type StanzaError } from './stanza-error';
import type { XmlElement } from './xml-element';

/** The addresses of one node's services. */
export interface ServiceAddresses {
  readonly domain: string;
  readonly pubsubDomain: string;
  /** Bare JID of the account that publishes, which every agent's roster holds. */
  readonly publisher: string;
}

/** Answers what clients ask besides pubsub: ping, roster, discovery, and the session of old. */
export function answerServerRequest(
  addresses: ServiceAddresses,
  to: string | undefined,
  request: { readonly type: string; readonly payload: XmlElement },
): string | StanzaError {
  const isServer = to === undefined || to === addresses.domain;
  const isPubsub = to === addresses.pubsubDomain;
  switch (`${request.type} ${request.payload.namespace}`) {
    case `get ${NS.ping}`:
      return isServer ? '' : STANZA_ERRORS.serviceUnavailable;
    case `set ${NS.session}`:
      return isServer ? '' : STANZA_ERRORS.serviceUnavailable;
    case `get ${NS.roster}`:
      return roster(addresses);
    case `set ${NS.roster}`:
      return STANZA_ERRORS.notAllowed;
    case `get ${NS.discoInfo}`:
      return isServer || isPubsub ? discoInfo(isPubsub) : STANZA_ERRORS.serviceUnavailable;
    case `get ${NS.discoItems}`:
      return isServer || isPubsub
        ? discoItems(isPubsub ? [] : [addresses.pubsubDomain])
        : STANZA_ERRORS.serviceUnavailable;
    default:
      return STANZA_ERRORS.serviceUnavailable;
  }
}

function roster({ publisher }: ServiceAddresses): string {
  const jid = escapeXml(publisher);
  return `<query xmlns="${NS.roster}"><item jid="${jid}" name="finesse" subscription="both"/></query>`;
}

function discoInfo(isPubsub: boolean): string {
  const identity = isPubsub
    ? '<identity category="pubsub" type="service" name="Publish-Subscribe"/>'
    : '<identity category="server" type="im" name="Finesse Notification Service"/>';
  const features = isPubsub
    ? [
        NS.discoInfo,
        NS.discoItems,
        NS.pubsub,
        `${NS.pubsub}#subscribe`,
        `${NS.pubsub}#retrieve-subscriptions`,
        `${NS.pubsub}#retrieve-affiliations`,
      ]
    : [NS.discoInfo, NS.discoItems, NS.ping, NS.roster];
  return (
    `<query xmlns="${NS.discoInfo}">${identity}` +
    `${features.map((feature) => `<feature var="${feature}"/>`).join('')}</query>`
  );
}

function discoItems(jids: readonly string[]): string {
  const items = jids.map((jid) => `<item jid="${escapeXml(jid)}"/>`);
  return `<query xmlns="${NS.discoItems}">${items.join('')}</query>`;
}
