import { inject } from '@angular/core';
import { createEffect, provideEffects } from '@ngrx/effects';
import { filter, map } from 'rxjs';
import type { EventTunnelFeature } from '../provide-event-tunnel';
import { EVENT_TUNNEL_SETTINGS } from '../state/event-tunnel-settings';
import { SharedTunnelActions } from '../state/shared-tunnel-actions';
import { TUNNEL_CLOCK } from '../state/tunnel-clock';
import { TunnelTimerActions } from '../state/tunnel-timer-actions';
import { IframeTransport } from '../transport/iframe-transport';
import { TunnelTransport } from '../transport/tunnel-transport';
import { SecretCheck } from './secret-check';
import { SharedTransport } from './shared-transport';
import { OWN_PAGE } from './tab-tools';

/**
 * Shares one connection between all tabs of this origin in which the same agent is signed in: one session on the
 * server, however many tabs. `status().sharing` says what this tab is.
 *
 * Each tab is signed in by its own `connect()`, which Finesse is asked about, and keeps its secret to itself. When the
 * tab with the connection is closed, crashes, freezes or signs out, another one takes over: its own gap recovery
 * shows what was missed, so use it with `withSnapshots()`.
 *
 * Needs `provideHttpClient()`, Web Locks and BroadcastChannel; browsers give locks over https and to localhost.
 * Without them each tab has its own connection, as without the feature. Leave `resource` out of the config: a fixed
 * one makes the new connection end the old one with `conflict`.
 *
 * @example
 * ```ts
 * provideEventTunnel({ tunnelUrl: 'https://finesse.example.test:8445/tunnel/' }, withSharedTunnel(), withSnapshots());
 * ```
 */
export function withSharedTunnel(): EventTunnelFeature {
  return {
    providers: [
      SecretCheck,
      SharedTransport,
      { provide: OWN_PAGE, useClass: IframeTransport },
      { provide: TunnelTransport, useExisting: SharedTransport },
      provideEffects({ announceSharing, followHost, tryWithLeader }),
    ],
  };
}

/** Says what this tab is among the others. */
const announceSharing = createEffect(
  (transport = inject(SharedTransport)) => {
    return transport.sharing$.pipe(map((sharing) => SharedTunnelActions.roleChanged({ sharing })));
  },
  { functional: true },
);

/** Lets status and REST follow the leader from host to host. */
const followHost = createEffect(
  (
    transport = inject(SharedTransport),
    settings = inject(EVENT_TUNNEL_SETTINGS),
    now = inject(TUNNEL_CLOCK),
  ) => {
    const indexOf = (url: string): number =>
      Array.from({ length: settings(0).hostCount }, (_, index) => index).findIndex(
        (index) => settings(index).tunnelUrl === url,
      );
    return transport.hostTold$.pipe(
      map(({ url, xmppDomain, pubsubDomain }) => ({
        hostIndex: indexOf(url),
        domains: { xmppDomain, pubsubDomain },
      })),
      // Tabs of different releases of an application may not know the same hosts.
      filter(({ hostIndex }) => hostIndex >= 0),
      map((told) => SharedTunnelActions.hostTold({ ...told, at: now() })),
    );
  },
  { functional: true },
);

/** Ends a wait for the next attempt as soon as the leader is connected. */
const tryWithLeader = createEffect(
  (transport = inject(SharedTransport), now = inject(TUNNEL_CLOCK)) => {
    return transport.worthATry$.pipe(
      map(() => TunnelTimerActions.wokeUp({ cause: 'leader-connected', at: now() })),
    );
  },
  { functional: true },
);
