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

/** The state of the connection as an application shows it. Times in milliseconds since 1970. */
export interface ConnectionStatus {
  readonly phase: ConnectionPhase;
  /** The login id of the agent who is signed in or trying to. */
  readonly agentId?: string;
  /** The reason of the last failure; gone as soon as the connection stands. */
  readonly error?: ConnectionError;
  /** The XMPP resource that the page reported. */
  readonly resource?: string;
  /** The XMPP domain of the node this connection goes to. */
  readonly host?: string;
  /** Counts the tries since `connect()` or since the connection last stood; 1 for the first. */
  readonly attempt: number;
  /** When this phase began. */
  readonly since: number;
  /** When the next attempt starts; only while `reconnecting`. */
  readonly nextAttemptAt?: number;
}
