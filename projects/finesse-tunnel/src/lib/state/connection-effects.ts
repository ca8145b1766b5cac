import { inject } from '@angular/core';
import { createEffect } from '@ngrx/effects';
import { type Action, Store } from '@ngrx/store';
import {
  catchError,
  concat,
  defer,
  distinctUntilChanged,
  distinctUntilKeyChanged,
  EMPTY,
  filter,
  from,
  ignoreElements,
  map,
  type Observable,
  of,
  skip,
  switchMap,
  takeUntil,
  tap,
  timer,
} from 'rxjs';
import { TunnelMessageType } from 'finesse-tunnel/protocol';
import { CredentialHolder } from '../transport/credential-holder';
import { TunnelTransport } from '../transport/tunnel-transport';
import { backOff } from './back-off';
import { BackOffMemory } from './back-off-memory';
import { CredentialActions } from './credential-actions';
import { domainsOf } from './domains-of';
import { selectConnection, selectConnectionStatus } from './event-tunnel-feature';
import { EVENT_TUNNEL_SETTINGS } from './event-tunnel-settings';
import { FinesseApiActions } from './finesse-api-actions';
import { introduction } from './introduction';
import { RANDOM } from './random';
import { SystemInfoSource } from './system-info-source';
import { TransportMemory } from './transport-memory';
import { TUNNEL_CLOCK } from './tunnel-clock';
import { TunnelTimerActions } from './tunnel-timer-actions';

/** Begins an attempt: opens the page unless a good one is there, and asks for the domains meanwhile. */
export const prepareAttempt = createEffect(
  (
    given = {
      store: inject(Store),
      transport: inject(TunnelTransport),
      systemInfo: inject(SystemInfoSource),
      settings: inject(EVENT_TUNNEL_SETTINGS),
      now: inject(TUNNEL_CLOCK),
    },
  ) => {
    return given.store.select(selectConnection).pipe(
      distinctUntilKeyChanged('preparations'),
      skip(1),
      switchMap(({ isPageLoaded }) =>
        defer(() => {
          const settings = given.settings();
          if (!isPageLoaded) {
            given.transport.open(settings.tunnelUrl);
          }
          return domainsOf(settings, given);
        }).pipe(catchError((failure: unknown) => of(badConfig(failure, given.now())))),
      ),
    );
  },
  { functional: true },
);

/** Introduces the agent to the page, the secret last; asks a token provider anew each time. */
export const introduceAgent = createEffect(
  (
    given = {
      store: inject(Store),
      transport: inject(TunnelTransport),
      credentials: inject(CredentialHolder),
      settings: inject(EVENT_TUNNEL_SETTINGS),
      memory: inject(TransportMemory),
      now: inject(TUNNEL_CLOCK),
    },
  ) => {
    return given.store.select(selectConnection).pipe(
      distinctUntilKeyChanged('handshakes'),
      skip(1),
      switchMap(({ status: { agentId }, domains }) =>
        from(given.credentials.secret()).pipe(
          // A token that comes when somebody else signs in, or nobody, is not for this page.
          takeUntil(
            given.store
              .select(selectConnectionStatus)
              .pipe(filter(({ phase }) => phase !== 'connecting')),
          ),
          switchMap((secret) => {
            if (secret === undefined || agentId === undefined || domains === undefined) {
              return of(CredentialActions.secretUnavailable({ at: given.now() }));
            }
            const settings = given.settings();
            given.memory.trying(settings.tunnelUrl, settings.connectionType);
            for (const message of introduction({ agentId, secret, domains }, settings)) {
              given.transport.send(message);
            }
            return EMPTY;
          }),
          catchError(() => of(CredentialActions.secretUnavailable({ at: given.now() }))),
        ),
      ),
    );
  },
  { functional: true },
);

/** Gives up waiting for what the page may never say. */
export const keepTime = createEffect(
  (store = inject(Store), settings = inject(EVENT_TUNNEL_SETTINGS), now = inject(TUNNEL_CLOCK)) => {
    const after = (
      delay: 'loadedMs' | 'connectedMs' | 'disconnectedMs',
      overdue: (props: { readonly at: number }) => Action,
    ): Observable<Action> =>
      defer(() => timer(settings().timeouts[delay])).pipe(
        map(() => overdue({ at: now() })),
        catchError((failure: unknown) => of(badConfig(failure, now()))),
      );
    return store.select(selectConnection).pipe(
      // The same phase, attempt and handshake: the same wait goes on.
      distinctUntilChanged(
        (a, b) =>
          a.status.phase === b.status.phase &&
          a.preparations === b.preparations &&
          a.handshakes === b.handshakes &&
          a.isPageLoaded === b.isPageLoaded,
      ),
      switchMap(({ status: { phase }, isPageLoaded }) => {
        switch (phase) {
          case 'loading':
            return isPageLoaded ? EMPTY : after('loadedMs', TunnelTimerActions.loadedOverdue);
          case 'connecting':
            return after('connectedMs', TunnelTimerActions.connectedOverdue);
          case 'disconnecting':
            return after('disconnectedMs', TunnelTimerActions.disconnectedOverdue);
          default:
            return EMPTY;
        }
      }),
    );
  },
  { functional: true },
);

/** Tries again after a failure, later with each one. */
export const tryAgain = createEffect(
  (
    given = {
      store: inject(Store),
      settings: inject(EVENT_TUNNEL_SETTINGS),
      now: inject(TUNNEL_CLOCK),
      random: inject(RANDOM),
      memory: inject(BackOffMemory),
    },
  ) => {
    return given.store.select(selectConnectionStatus).pipe(
      distinctUntilKeyChanged('phase'),
      switchMap(({ phase, attempt, nextAttemptAt: remembered }) => {
        if (phase !== 'reconnecting') {
          return EMPTY;
        }
        return defer(() => {
          const now = given.now();
          const failures = Math.max(0, attempt - 1);
          const delayMs =
            remembered === undefined
              ? backOff(given.settings().reconnect, failures, given.random())
              : // No wait is longer, unless the clock was set back since.
                Math.min(given.settings().reconnect.maxMs, Math.max(0, remembered - now));
          const nextAttemptAt = now + delayMs;
          given.memory.remember({ attempt: attempt + 1, nextAttemptAt });
          return concat(
            of(TunnelTimerActions.retryScheduled({ nextAttemptAt })),
            timer(delayMs).pipe(map(() => TunnelTimerActions.retryDue({ at: given.now() }))),
          );
          // A config that fails now is told by the attempt itself.
        }).pipe(catchError(() => of(TunnelTimerActions.retryDue({ at: given.now() }))));
      }),
    );
  },
  { functional: true },
);

/** Asks the page to leave, so that no subscription stays behind on the server. */
export const leave = createEffect(
  (store = inject(Store), transport = inject(TunnelTransport)) => {
    return store.select(selectConnectionStatus).pipe(
      distinctUntilKeyChanged('phase'),
      filter(({ phase }) => phase === 'disconnecting'),
      tap(() => {
        transport.send({ type: TunnelMessageType.DisconnectRequest, body: '' });
      }),
      ignoreElements(),
    );
  },
  { functional: true, dispatch: false },
);

/** Removes the page and forgets the secret once nothing more is tried. */
export const cleanUp = createEffect(
  (
    store = inject(Store),
    transport = inject(TunnelTransport),
    credentials = inject(CredentialHolder),
  ) => {
    return store.select(selectConnectionStatus).pipe(
      distinctUntilKeyChanged('phase'),
      skip(1),
      filter(({ phase }) => FINAL.has(phase)),
      tap(() => {
        transport.close();
        credentials.forget();
      }),
      ignoreElements(),
    );
  },
  { functional: true, dispatch: false },
);

const FINAL: ReadonlySet<string> = new Set(['disconnected', 'unauthorized', 'conflict']);

function badConfig(failure: unknown, at: number): Action {
  const message = failure instanceof Error ? failure.message : String(failure);
  return FinesseApiActions.domainsUnknown({ code: 'bad-config', message, at });
}
