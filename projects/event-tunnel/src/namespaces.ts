/** RFC 6120: core. */
export const NS_CLIENT = 'jabber:client';
export const NS_STREAMS = 'http://etherx.jabber.org/streams';
export const NS_SASL = 'urn:ietf:params:xml:ns:xmpp-sasl';
export const NS_BIND = 'urn:ietf:params:xml:ns:xmpp-bind';
export const NS_STANZAS = 'urn:ietf:params:xml:ns:xmpp-stanzas';
/** RFC 3921: the session request that RFC 6121 made optional. */
export const NS_SESSION = 'urn:ietf:params:xml:ns:xmpp-session';
/** RFC 7395: framing over WebSocket. */
export const NS_FRAMING = 'urn:ietf:params:xml:ns:xmpp-framing';
/** XEP-0060: publish-subscribe. */
export const NS_PUBSUB = 'http://jabber.org/protocol/pubsub';
export const NS_PUBSUB_EVENT = 'http://jabber.org/protocol/pubsub#event';
/** XEP-0124: BOSH. */
export const NS_HTTPBIND = 'http://jabber.org/protocol/httpbind';
/** XEP-0199: ping. */
export const NS_PING = 'urn:xmpp:ping';
/** XEP-0206: XMPP over BOSH. */
export const NS_XBOSH = 'urn:xmpp:xbosh';
