import type { EventTunnelError } from '../event-tunnel-error';

/**
 * How far what one sees can be trusted.
 *
 * | status | `value` | meaning |
 * |---|---|---|
 * | `loading` | absent | nothing is known yet |
 * | `live` | present | the connection stands, and every change will be told |
 * | `stale` | present | it was so when the connection was lost; changes since then are unknown |
 * | `error` | absent | it will not come without somebody's doing: see `error` |
 */
export type LiveStatus = 'loading' | 'live' | 'stale' | 'error';

/** A value of the contact centre, and how far it can be trusted. Plain but for `error`. */
export interface Live<T> {
  readonly status: LiveStatus;
  readonly value?: T;
  /** Why it is not live, where somebody can do something about it. */
  readonly error?: EventTunnelError;
  /** When it was last told, in milliseconds since 1970 on the local clock. */
  readonly toldAt?: number;
}
