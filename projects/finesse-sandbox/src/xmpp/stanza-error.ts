import { escapeXml } from 'finesse-tunnel/protocol';

import { NS } from './namespaces';

/** An error inside a stanza, RFC 6120 §8.3. */
export interface StanzaError {
  readonly type: 'auth' | 'cancel' | 'modify' | 'wait';
  readonly condition: string;
  /** The application's own condition of XEP-0060, where it has one. */
  readonly pubsub?: string;
  readonly text?: string;
}

/** The errors this server answers with; clients are to look at type and condition alone. */
export const STANZA_ERRORS = {
  badRequest: { type: 'modify', condition: 'bad-request' },
  featureNotImplemented: { type: 'cancel', condition: 'feature-not-implemented' },
  forbidden: { type: 'auth', condition: 'forbidden' },
  internalServerError: { type: 'wait', condition: 'internal-server-error' },
  invalidJid: { type: 'modify', condition: 'bad-request', pubsub: 'invalid-jid' },
  itemNotFound: { type: 'cancel', condition: 'item-not-found' },
  jidRequired: { type: 'modify', condition: 'bad-request', pubsub: 'jid-required' },
  nodeIdRequired: { type: 'modify', condition: 'bad-request', pubsub: 'nodeid-required' },
  notAcceptable: { type: 'modify', condition: 'not-acceptable' },
  notAllowed: { type: 'cancel', condition: 'not-allowed' },
  notSubscribed: { type: 'cancel', condition: 'unexpected-request', pubsub: 'not-subscribed' },
  serviceUnavailable: { type: 'cancel', condition: 'service-unavailable' },
  tooManySubscriptions: {
    type: 'wait',
    condition: 'policy-violation',
    pubsub: 'too-many-subscriptions',
  },
} as const satisfies Record<string, StanzaError>;

/** Writes the `error` child. */
export function writeStanzaError({ type, condition, pubsub, text }: StanzaError): string {
  return (
    `<error type="${type}"><${condition} xmlns="${NS.stanzaErrors}"/>` +
    (text === undefined
      ? ''
      : `<text xmlns="${NS.stanzaErrors}" xml:lang="en">${escapeXml(text)}</text>`) +
    (pubsub === undefined ? '' : `<${pubsub} xmlns="${NS.pubsubErrors}"/>`) +
    '</error>'
  );
}
