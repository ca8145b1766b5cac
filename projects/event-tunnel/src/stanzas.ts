import { escapeXml } from 'finesse-tunnel/protocol';

import {
  NS_BIND,
  NS_CLIENT,
  NS_PING,
  NS_PUBSUB,
  NS_SASL,
  NS_SESSION,
  NS_STANZAS,
} from './namespaces';

/** A question to the server or to one of its services; the session adds the id. */
export interface IqRequest {
  readonly type: 'get' | 'set';
  /** Absent: the server itself, on behalf of the account. */
  readonly to?: string;
  /** One element, ready to send. */
  readonly content: string;
}

/** Writes an iq stanza, RFC 6120 §8.2.3. */
export function iq(id: string, { type, to, content }: IqRequest): string {
  return `<iq xmlns='${NS_CLIENT}' id='${id}' type='${type}'${attribute('to', to)}>${content}</iq>`;
}

/** Writes the answer that every iq of type get or set must have, RFC 6120 §8.2.3. */
export function iqAnswer(request: Element): string {
  const isPing = request.firstElementChild?.namespaceURI === NS_PING;
  const error = `<error type='cancel'><service-unavailable xmlns='${NS_STANZAS}'/></error>`;
  const id = attribute('id', request.getAttribute('id'));
  const to = attribute('to', request.getAttribute('from'));
  return `<iq xmlns='${NS_CLIENT}'${id}${to} type='${isPing ? 'result' : 'error'}'>${isPing ? '' : error}</iq>`;
}

/** Begins a SASL exchange, RFC 6120 §6.4.2; `payload` is base64. */
export function saslAuth(mechanism: string, payload: string): string {
  return `<auth xmlns='${NS_SASL}' mechanism='${mechanism}'>${payload}</auth>`;
}

/** Answers a SASL challenge, RFC 6120 §6.4.4; `payload` is base64. */
export function saslResponse(payload: string): string {
  return `<response xmlns='${NS_SASL}'>${payload}</response>`;
}

/** Asks for a resource, RFC 6120 §7.7. */
export function bindRequest(resource: string): IqRequest {
  const content = `<bind xmlns='${NS_BIND}'><resource>${escapeXml(resource)}</resource></bind>`;
  return { type: 'set', content };
}

/** Opens a session where a server still wants it, RFC 3921 §3. */
export function sessionRequest(): IqRequest {
  return { type: 'set', content: `<session xmlns='${NS_SESSION}'/>` };
}

/** Priority 0 is the lowest that has events routed to it. */
export function availablePresence(): string {
  return `<presence xmlns='${NS_CLIENT}'><priority>0</priority></presence>`;
}

/** Ends the presence, RFC 6121 §4.5. */
export function unavailablePresence(): string {
  return `<presence xmlns='${NS_CLIENT}' type='unavailable'/>`;
}

/** Asks whether the link is alive, XEP-0199 §4.2. */
export function pingRequest(domain: string): IqRequest {
  return { type: 'get', to: domain, content: `<ping xmlns='${NS_PING}'/>` };
}

/** Subscribes or unsubscribes `jid`, XEP-0060 §6.1 and §6.2. */
export function subscriptionRequest(
  verb: 'subscribe' | 'unsubscribe',
  node: string,
  { jid, pubsubDomain }: { readonly jid: string; readonly pubsubDomain: string },
): IqRequest {
  const element = `<${verb}${attribute('node', node)}${attribute('jid', jid)}/>`;
  return { type: 'set', to: pubsubDomain, content: pubsub(element) };
}

/** Asks for all subscriptions of the account, XEP-0060 §5.6. */
export function subscriptionsRequest(pubsubDomain: string): IqRequest {
  return { type: 'get', to: pubsubDomain, content: pubsub('<subscriptions/>') };
}

/** Writes an attribute with a blank before it; nothing when there is no value. */
export function attribute(name: string, value: string | null | undefined): string {
  return typeof value === 'string' ? ` ${name}='${escapeXml(value)}'` : '';
}

function pubsub(content: string): string {
  return `<pubsub xmlns='${NS_PUBSUB}'>${content}</pubsub>`;
}
