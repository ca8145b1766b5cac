import type { TunnelStatus } from 'finesse-tunnel/protocol';
import type { ConnectionErrorCode } from '../model/connection-status';

/** The two domains that an introduction names. */
export interface Domains {
  readonly xmppDomain: string;
  readonly pubsubDomain: string;
}

/** How far the back-off was when the page was reloaded. */
export interface RememberedBackOff {
  /** The attempt that was to come. */
  readonly attempt: number;
  /** When; in the past: at once. Milliseconds since 1970. */
  readonly nextAttemptAt: number;
}

/** What can happen to a connection. `at` in milliseconds since 1970. */
export type ConnectionEvent =
  | {
      readonly kind: 'connect-requested';
      readonly agentId: string;
      /** How many hosts there are to choose from. Default 1. */
      readonly hosts?: number;
      /** What an earlier life of this page was waiting for. */
      readonly backOff?: RememberedBackOff;
      readonly at: number;
    }
  | { readonly kind: 'disconnect-requested'; readonly at: number }
  | { readonly kind: 'domains-known'; readonly domains: Domains; readonly at: number }
  | {
      readonly kind: 'domains-unknown';
      readonly code: ConnectionErrorCode;
      readonly message: string;
      readonly at: number;
    }
  | { readonly kind: 'secret-unavailable'; readonly at: number }
  | {
      readonly kind: 'status-changed';
      readonly status: TunnelStatus | 'unknown';
      readonly at: number;
    }
  | { readonly kind: 'resource-told'; readonly resource: string }
  | { readonly kind: 'loaded-overdue'; readonly at: number }
  | { readonly kind: 'connected-overdue'; readonly at: number }
  | { readonly kind: 'disconnected-overdue'; readonly at: number }
  | { readonly kind: 'retry-scheduled'; readonly nextAttemptAt: number }
  | { readonly kind: 'retry-due'; readonly at: number }
  /** The host of the session does not serve, and another one does. */
  | { readonly kind: 'other-host-usable'; readonly at: number }
  /** The session stands on another host, which took the place of the one before. */
  | {
      readonly kind: 'moved-over';
      readonly hostIndex: number;
      readonly domains: Domains;
      readonly resource?: string;
      readonly at: number;
    }
  /** The tab that has the connection is connected to that host. */
  | {
      readonly kind: 'host-told';
      readonly hostIndex: number;
      readonly domains: Domains;
      readonly at: number;
    }
  /** The network is back, or the tab: worth a try before its time. */
  | { readonly kind: 'woken'; readonly at: number };
