import type { ConnectionType, DisconnectProperties } from 'finesse-tunnel/protocol';

/** How long to wait for what the tunnel page may never say. All in milliseconds. */
export interface EventTunnelTimeouts {
  /** From opening the frame to its `loaded`. Default 15 000. */
  readonly loadedMs: number;
  /** From introducing the agent to `connected`. Default 30 000. */
  readonly connectedMs: number;
  /** From asking for a subscription, or its end, to the reply. Default 10 000. */
  readonly subscriptionReplyMs: number;
  /** From asking the page to leave to `disconnected`. Default 5 000. */
  readonly disconnectedMs: number;
  /** For reading SystemInfo. Default 10 000. */
  readonly systemInfoMs: number;
}

/** When to try again: the delay is random between 0 and a limit that doubles with each failure (full jitter). */
export interface ReconnectDelays {
  /** The limit for the first retry in milliseconds. Default 1 000. */
  readonly firstMs: number;
  /** No limit grows above this many milliseconds. Default 10 000: so much later than the server everybody is back. */
  readonly maxMs: number;
}

/** One Finesse server of a cluster. */
export interface EventTunnelHost {
  /** The address of the EventTunnel page, with host name and port as the certificate names them. */
  readonly tunnelUrl: string;
  /** The base of the REST API. Default: `/finesse/api` at the origin of `tunnelUrl`. */
  readonly restUrl?: string;
  /** The XMPP domain. Default: what SystemInfo of that node tells. Give both domains, or none. */
  readonly xmppDomain?: string;
  /** The pubsub domain. Default: what SystemInfo of that node tells. */
  readonly pubsubDomain?: string;
}

/**
 * Where Finesse is, and how to talk to it.
 *
 * @example
 * ```ts
 * provideEventTunnel({ tunnelUrl: 'https://finesse.example.test:8445/tunnel/' });
 * ```
 */
export interface EventTunnelConfig extends EventTunnelHost {
  /** The other servers of the cluster, used when this one fails, in this order. Default: none. */
  readonly otherHosts?: readonly EventTunnelHost[];
  /**
   * The XMPP resource. Default: a random one, kept as long as the page lives. A fixed one makes a second
   * tab end the session of the first with `conflict`.
   */
  readonly resource?: string;
  /**
   * How the page reaches the Notification Service. `auto`: WebSocket, and BOSH where that gives no session; what
   * worked is remembered per host for a day. Default `websocket`.
   */
  readonly connectionType?: ConnectionType | 'auto';
  readonly timeouts?: Partial<EventTunnelTimeouts>;
  /** When the page declares a silent link dead; Default: a ping 6 s after the last answer, 4 s for each of two: 14 s. */
  readonly ping?: Partial<DisconnectProperties>;
  readonly reconnect?: Partial<ReconnectDelays>;
}

/** {@link EventTunnelConfig} with every default filled in. */
export interface EventTunnelSettings {
  /** How many hosts there are, the first one included. */
  readonly hostCount: number;
  readonly tunnelUrl: string;
  readonly restUrl: string;
  /** Absent: SystemInfo is asked. */
  readonly domains?: { readonly xmppDomain: string; readonly pubsubDomain: string };
  readonly resource: string;
  readonly connectionType: ConnectionType;
  readonly timeouts: EventTunnelTimeouts;
  readonly ping: DisconnectProperties;
  readonly reconnect: ReconnectDelays;
}
