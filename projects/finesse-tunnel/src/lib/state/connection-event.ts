import type { TunnelStatus } from 'finesse-tunnel/protocol';
import type { ConnectionErrorCode } from '../model/connection-status';

/** The two domains that an introduction names. */
export interface Domains {
  readonly xmppDomain: string;
  readonly pubsubDomain: string;
}

/** What can happen to a connection. `at` in milliseconds since 1970. */
export type ConnectionEvent =
  | { readonly kind: 'connect-requested'; readonly agentId: string; readonly at: number }
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
  | { readonly kind: 'retry-due'; readonly at: number };
