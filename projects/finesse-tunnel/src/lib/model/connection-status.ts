/**
 * Where a connection is.
 *
 * | phase | meaning | left by |
 * |---|---|---|
 * | `disconnected` | nobody is signed in | `connect()` |
 * | `loading` | SystemInfo is read and the tunnel page loads | both there, or a timeout |
 * | `connecting` | the agent was introduced to the page | its answer, or a timeout |
 * | `connected` | notifications flow | losing it, or `disconnect()` |
 * | `reconnecting` | waits for the next attempt, at `nextAttemptAt` | that moment |
 * | `disconnecting` | the page was asked to leave | its answer, or a timeout |
 * | `unauthorized` | the server refused the credentials; final, as five tries lock an account | `connect()` |
 * | `conflict` | the same agent and resource signed in elsewhere; final | `connect()` |
 */
export type ConnectionPhase =
  | 'disconnected'
  | 'loading'
  | 'connecting'
  | 'connected'
  | 'disconnecting'
  | 'reconnecting'
  | 'unauthorized'
  | 'conflict';

/** Why a connection failed or ended. */
export type ConnectionErrorCode =
  | 'tunnel-not-loaded'
  | 'not-connected-in-time'
  | 'connection-refused'
  | 'connection-lost'
  | 'unauthorized'
  | 'conflict'
  | 'system-info-unavailable'
  | 'out-of-service'
  | 'token-unavailable'
  | 'bad-config';

/** The reason of the last failure. It never holds a secret. */
export interface ConnectionError {
  /** Stable, for code that decides; `message` may be reworded at any time. */
  readonly code: ConnectionErrorCode;
  /** What is wrong, where, and what to do about it. */
  readonly message: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** What must hold before a Finesse node can be used (Finesse guide, "High Availability"); in the order of weight. */
export interface Readiness {
  /** SystemInfo says `IN_SERVICE`; `undefined` as long as nobody told. */
  readonly isInService: boolean | undefined;
  /** The XMPP session stands. */
  readonly isXmppConnected: boolean;
  /** The `finesse` user, who publishes, is available; `undefined` before its first presence. */
  readonly isFinesseHere: boolean | undefined;
  /** The session stands, and neither of the others is known to be missing. */
  readonly isReady: boolean;
}

/**
 * When the server may sign the agent out by itself, as it heard nothing more: 60 s after it noticed, which takes it
 * up to 120 s. Milliseconds since 1970 on the local clock.
 */
export interface ForcedSignOut {
  readonly earliestAt: number;
  /** After this moment it did not happen. */
  readonly latestAt: number;
  /** The host that may do it: it does so even when the connection stands on the other one by then. */
  readonly hostIndex: number;
}

/** How far the connection is, without what other parts of the state know. Times in milliseconds since 1970. */
export interface ConnectionProgress {
  readonly phase: ConnectionPhase;
  /** The login id of the agent who is signed in or trying to. */
  readonly agentId?: string;
  /** The reason of the last failure; gone as soon as the connection stands. */
  readonly error?: ConnectionError;
  /** The XMPP resource that the page reported. */
  readonly resource?: string;
  /** The XMPP domain of the node this connection goes to. */
  readonly host?: string;
  /** Which of the configured hosts is used or tried: 0 is the one of `tunnelUrl`, 1 the first of `otherHosts`. */
  readonly hostIndex?: number;
  /** Since when it is this host. */
  readonly hostSince?: number;
  /** Counts the tries since `connect()` or since the connection last stood; 1 for the first. */
  readonly attempt: number;
  /** When this phase began. */
  readonly since: number;
  /** When the next attempt starts; only while `reconnecting`. */
  readonly nextAttemptAt?: number;
  /** Present from a loss on, until the connection stands on the same host again. */
  readonly forcedSignOut?: ForcedSignOut;
}

/**
 * What a tab is among those that share a connection: `leader` has it, `follower` takes part in it, `unavailable` has
 * its own, as the browser gives no Web Locks or no BroadcastChannel.
 */
export type Sharing = 'leader' | 'follower' | 'unavailable';

/** The state of the connection as an application shows it. */
export interface ConnectionStatus extends ConnectionProgress {
  /** Only with `withSharedTunnel()`, from the first attempt on. */
  readonly sharing?: Sharing;
  /** Whether the node can be used: the phase tells of the session, this of what stands behind it. */
  readonly readiness: Readiness;
}
