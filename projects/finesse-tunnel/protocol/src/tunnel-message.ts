/**
 * The numbers that stand before the first `|` of a tunnel message.
 *
 * @see Cisco DevNet, "Connect to XMPP over HTTP using Finesse EventTunnel"
 */
export const TunnelMessageType = {
  /** Tunnel to parent: URI-encoded node, directly followed by the notification XML. */
  Event: 0,
  /** Parent to tunnel: the agent's login id. */
  Id: 1,
  /** Parent to tunnel: the password, or an SSO access token. */
  Password: 2,
  /** Both ways: the wanted XMPP resource, or the resource of the connection. */
  ResourceId: 3,
  /** Tunnel to parent: one word, see {@link TunnelStatus}. */
  Status: 4,
  /** Parent to tunnel: the XMPP domain as SystemInfo tells it. */
  XmppDomain: 5,
  /** Parent to tunnel: the pubsub domain as SystemInfo tells it. Never triggers a connect. */
  PubsubDomain: 6,
  /** Both ways: a node to subscribe to, or the reply for that node. */
  Subscribe: 7,
  /** Both ways: a node to unsubscribe from, or the reply for that node. */
  Unsubscribe: 8,
  /** Tunnel to parent: a presence stanza as XML. */
  Presence: 9,
  /** Parent to tunnel: connect now, with credentials as XML. */
  ConnectRequest: 10,
  /** Parent to tunnel: unsubscribe from everything, then disconnect. */
  DisconnectRequest: 11,
  /** Parent to tunnel: `bosh` or `websocket`. */
  ConnectionType: 12,
  /** Tunnel to parent: free text for debugging; personal data. */
  Logging: 13,
  /** Both ways: asks for the user's subscriptions, or lists them as JSON. */
  Subscriptions: 14,
  /** Parent to tunnel: ping timing as JSON, see {@link DisconnectProperties}. */
  DisconnectProperties: 15,
  /** Parent to tunnel: settings of the desktop container as JSON; newest releases only. */
  ContainerConfig: 16,
} as const;

/** One of the seventeen numbers of {@link TunnelMessageType}. */
export type TunnelMessageType = (typeof TunnelMessageType)[keyof typeof TunnelMessageType];

/** What goes through `postMessage` in either direction, taken apart but not interpreted. */
export interface TunnelMessage {
  readonly type: TunnelMessageType;
  /** Everything behind the first `|`; may hold further `|`. */
  readonly body: string;
}
