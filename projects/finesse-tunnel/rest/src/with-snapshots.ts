import { provideEffects } from '@ngrx/effects';
import { type EventTunnelFeature, SNAPSHOTS_FOLLOW } from 'finesse-tunnel';
import { FinesseApi } from './finesse-api';
import { FinesseCalls } from './finesse-calls';
import { FinesseRequests } from './finesse-requests';
import { loadSnapshots } from './load-snapshots';

/**
 * Adds to the notifications what was before them: each time the subscription to a node is granted, first and after
 * every reconnect, the resource is loaded by REST and merged into the state.
 *
 * Needs `provideHttpClient()`.
 *
 * @example
 * ```ts
 * provideEventTunnel({ tunnelUrl: 'https://finesse.example.test:8445/tunnel/' }, withSnapshots());
 * ```
 */
export function withSnapshots(): EventTunnelFeature {
  return {
    providers: [
      provideEffects({ loadSnapshots }),
      { provide: SNAPSHOTS_FOLLOW, useValue: true },
      // Beside the tunnel rather than at the root, so that each of several tunnels has its own.
      FinesseRequests,
      FinesseCalls,
      FinesseApi,
    ],
  };
}
