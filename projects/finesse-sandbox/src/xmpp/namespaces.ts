/** XML namespaces of the notification service, by the document that defines them. */
export const NS = {
  /** RFC 6120 */
  client: 'jabber:client',
  streams: 'http://etherx.jabber.org/streams',
  streamErrors: 'urn:ietf:params:xml:ns:xmpp-streams',
  tls: 'urn:ietf:params:xml:ns:xmpp-tls',
  stanzaErrors: 'urn:ietf:params:xml:ns:xmpp-stanzas',
  sasl: 'urn:ietf:params:xml:ns:xmpp-sasl',
  bind: 'urn:ietf:params:xml:ns:xmpp-bind',
  /** RFC 3921, offered because older clients insist on it */
  session: 'urn:ietf:params:xml:ns:xmpp-session',
  /** RFC 6121 */
  roster: 'jabber:iq:roster',
  /** RFC 7395 */
  framing: 'urn:ietf:params:xml:ns:xmpp-framing',
  /** XEP-0030 */
  discoInfo: 'http://jabber.org/protocol/disco#info',
  discoItems: 'http://jabber.org/protocol/disco#items',
  /** XEP-0060 */
  pubsub: 'http://jabber.org/protocol/pubsub',
  pubsubErrors: 'http://jabber.org/protocol/pubsub#errors',
  pubsubEvent: 'http://jabber.org/protocol/pubsub#event',
  /** XEP-0124 and XEP-0206 */
  httpBind: 'http://jabber.org/protocol/httpbind',
  xbosh: 'urn:xmpp:xbosh',
  /** XEP-0199 */
  ping: 'urn:xmpp:ping',
} as const;
