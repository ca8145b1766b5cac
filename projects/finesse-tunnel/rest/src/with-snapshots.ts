import { provideEffects } from '@ngrx/effects';
import { type EventTunnelFeature, SNAPSHOTS_FOLLOW } from 'finesse-tunnel';
import { FinesseApi } from './finesse-api';
import { FinesseCalls } from './finesse-calls';
import { FinesseRequests } from './finesse-requests';
import { loadSnapshots } from './load-snapshots';
import { SNAPSHOT_SETTINGS, type SnapshotOptions, snapshotSettings } from './snapshot-source';

/**
 * Adds to the notifications what was before them and what was missed: each time the subscription to a node is
 * granted, first and after every reconnect, the resource is loaded by REST and merged into the state; and again when
 * the server is back in service, when the tab or the machine slept, and every five minutes, to compare.
 *
 * Needs `provideHttpClient()`.
 *
 * @example
 * ```ts
 * provideEventTunnel({ tunnelUrl: 'https://finesse.example.test:8445/tunnel/' }, withSnapshots());
 * ```
 */
export function withSnapshots(options: SnapshotOptions = {}): EventTunnelFeature {
  return {
    providers: [
      { provide: SNAPSHOT_SETTINGS, useFactory: () => snapshotSettings(options) },
      provideEffects({ loadSnapshots }),
      { provide: SNAPSHOTS_FOLLOW, useValue: true },
      // Beside the tunnel rather than at the root, so that each of several tunnels has its own.
      FinesseRequests,
      FinesseCalls,
      FinesseApi,
    ],
  };
}
