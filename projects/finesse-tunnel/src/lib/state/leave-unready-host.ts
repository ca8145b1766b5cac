import { inject } from '@angular/core';
import { createEffect } from '@ngrx/effects';
import { type Action, Store } from '@ngrx/store';
import {
  catchError,
  distinctUntilKeyChanged,
  EMPTY,
  exhaustMap,
  filter,
  finalize,
  map,
  NEVER,
  type Observable,
  of,
  switchMap,
  timer,
} from 'rxjs';
import { CredentialHolder } from '../transport/credential-holder';
import type { EventTunnelSettings } from '../model/event-tunnel-config';
import { type PageBeside, TunnelTransport } from '../transport/tunnel-transport';
import type { ConnectionState } from './connection-moves';
import {
  selectConnection,
  selectConnectionStatus,
  selectSubscriptionEntities,
} from './event-tunnel-feature';
import { EVENT_TUNNEL_SETTINGS } from './event-tunnel-settings';
import { handOver, RefusedByNextHost } from './hand-over';
import type { Subscriptions } from './subscriptions';
import { type SystemInfoReading, SystemInfoSource } from './system-info-source';
import { TUNNEL_CLOCK } from './tunnel-clock';
import { TunnelPageActions } from './tunnel-page-actions';
import { TunnelTimerActions } from './tunnel-timer-actions';

/**
 * Looks for another host while the session stands and the host behind it does not serve: SystemInfo says so, or
 * `finesse` is away (Finesse guide, "High Availability"). The session there stands before this one is left, where the
 * transport can hold both.
 */
export const leaveUnreadyHost = createEffect(
  (
    given = {
      store: inject(Store),
      transport: inject(TunnelTransport),
      settings: inject(EVENT_TUNNEL_SETTINGS),
      systemInfo: inject(SystemInfoSource),
      credentials: inject(CredentialHolder),
      now: inject(TUNNEL_CLOCK),
    },
  ): Observable<Action> => {
    const { store } = given;
    const known: Known = {
      connection: store.selectSignal(selectConnection),
      subscriptions: store.selectSignal(selectSubscriptionEntities),
    };
    return store.select(selectConnectionStatus).pipe(
      map(({ phase, readiness, sharing }) => ({
        // A tab that takes part goes where the one with the connection goes.
        isAmiss: phase === 'connected' && !readiness.isReady && sharing !== 'follower',
      })),
      distinctUntilKeyChanged('isAmiss'),
      filter(() => known.connection().host.count > 1),
      switchMap(({ isAmiss }) =>
        isAmiss
          ? timer(GRACE_MS, LOOK_EVERY_MS).pipe(exhaustMap(() => lookElsewhere(given, known)))
          : EMPTY,
      ),
    );
  },
  { functional: true },
);

/** A server that only blinks is not left. */
const GRACE_MS = 5_000;
const LOOK_EVERY_MS = 10_000;

interface Given {
  readonly transport: TunnelTransport;
  readonly settings: (hostIndex?: number) => EventTunnelSettings;
  readonly systemInfo: SystemInfoSource;
  readonly credentials: CredentialHolder;
  readonly now: () => number;
}

/** What is known at the moment. */
interface Known {
  readonly connection: () => ConnectionState;
  readonly subscriptions: () => Subscriptions;
}

function lookElsewhere(given: Given, known: Known): Observable<Action> {
  const { index, count } = known.connection().host;
  const hostIndex = (index + 1) % count;
  const settings = given.settings(hostIndex);
  return given.systemInfo.read(settings).pipe(
    switchMap((reading) => {
      if (!reading.ok) {
        return EMPTY;
      }
      const page = given.transport.openBeside?.(settings.tunnelUrl);
      return page === undefined
        ? of(TunnelTimerActions.otherHostUsable({ at: given.now() }))
        : moveTo({ page, hostIndex, settings, reading }, given, known);
    }),
  );
}

interface Target {
  readonly page: PageBeside;
  readonly hostIndex: number;
  readonly settings: EventTunnelSettings;
  readonly reading: Extract<SystemInfoReading, { readonly ok: true }>;
}

function moveTo(
  { page, hostIndex, settings, reading }: Target,
  { credentials, now }: Given,
  known: Known,
): Observable<Action> {
  const { xmppDomain, pubsubDomain, systemInfo } = reading;
  const domains = settings.domains ?? { xmppDomain, pubsubDomain };
  const agentId = known.connection().status.agentId ?? '';
  const nodes = (): readonly string[] => Object.keys(known.subscriptions());
  return handOver({ page, agentId, domains, settings, credentials, nodes }).pipe(
    map((session) => {
      page.takeOver();
      return TunnelPageActions.hostTakenOver({
        hostIndex,
        domains,
        systemInfo,
        ...session,
        at: now(),
      });
    }),
    catchError((failure: unknown) => (failure instanceof RefusedByNextHost ? NEVER : EMPTY)),
    finalize(() => {
      page.close();
    }),
  );
}
