import { DOCUMENT, inject } from '@angular/core';
import { createEffect } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import {
  distinctUntilKeyChanged,
  EMPTY,
  filter,
  ignoreElements,
  map,
  skip,
  switchMap,
  tap,
  timer,
} from 'rxjs';
import { CredentialHolder } from '../transport/credential-holder';
import { BackOffMemory } from './back-off-memory';
import { STABLE_AFTER_MS } from './connection-moves';
import { selectConnectionStatus } from './event-tunnel-feature';
import { TransportMemory } from './transport-memory';
import { TUNNEL_CLOCK } from './tunnel-clock';
import { TunnelTimerActions } from './tunnel-timer-actions';
import { wakeUps } from './wake-ups';

/** Looks at the world again after the tab or the machine slept, or the network was gone. */
export const wakeUp = createEffect(
  (store = inject(Store), { defaultView } = inject(DOCUMENT), now = inject(TUNNEL_CLOCK)) => {
    return store.select(selectConnectionStatus).pipe(
      map(({ phase }) => ({ isOver: OVER.has(phase) })),
      distinctUntilKeyChanged('isOver'),
      switchMap(({ isOver }) =>
        isOver || defaultView === null
          ? EMPTY
          : wakeUps(defaultView, now).pipe(
              map((cause) => TunnelTimerActions.wokeUp({ cause, at: now() })),
            ),
      ),
    );
  },
  { functional: true },
);

/** Forgets the back-off once the connection proved good, or is over. */
export const forgetBackOff = createEffect(
  (store = inject(Store), memory = inject(BackOffMemory)) => {
    return store.select(selectConnectionStatus).pipe(
      distinctUntilKeyChanged('phase'),
      skip(1),
      switchMap(({ phase }) => {
        if (OVER.has(phase)) {
          return timer(0);
        }
        return phase === 'connected' ? timer(STABLE_AFTER_MS) : EMPTY;
      }),
      tap(() => {
        memory.forget();
      }),
      ignoreElements(),
    );
  },
  { functional: true, dispatch: false },
);

/**
 * Has a token renewed at 75 % of its life while the connection is kept: a session outlives its token, the next
 * attempt and every REST request do not.
 */
export const renewToken = createEffect(
  (store = inject(Store), credentials = inject(CredentialHolder)) => {
    return store.select(selectConnectionStatus).pipe(
      map(({ phase }) => ({ isOver: OVER.has(phase) })),
      distinctUntilKeyChanged('isOver'),
      switchMap(({ isOver }) => (isOver ? EMPTY : credentials.keepFresh())),
      ignoreElements(),
    );
  },
  { functional: true, dispatch: false },
);

/** Remembers which transport worked with the host. */
export const rememberTransport = createEffect(
  (store = inject(Store), memory = inject(TransportMemory), now = inject(TUNNEL_CLOCK)) => {
    return store.select(selectConnectionStatus).pipe(
      distinctUntilKeyChanged('phase'),
      filter(({ phase }) => phase === 'connected'),
      tap(() => {
        memory.worked(now());
      }),
      ignoreElements(),
    );
  },
  { functional: true, dispatch: false },
);

const OVER: ReadonlySet<string> = new Set(['disconnected', 'unauthorized', 'conflict']);
