import { inject } from '@angular/core';
import { Router } from '@angular/router';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { type Action, Store } from '@ngrx/store';
import { type ConnectionStatus, EventTunnelService, selectConnectionStatus } from 'finesse-tunnel';
import { distinctUntilChanged, filter, map, tap } from 'rxjs';
import { DASHBOARD_CONFIG } from '../config/dashboard-config';
import { SessionActions, ShellActions, SignInPageActions } from './session-actions';
import { sessionFeature } from './session-feature';

/** Opens the session when the connection first stands, and closes it when the server or somebody ends it. */
export const followConnection = createEffect(
  (store = inject(Store)) => {
    const isOpen = store.selectSignal(sessionFeature.selectIsOpen);
    return store.select(selectConnectionStatus).pipe(
      distinctUntilChanged((a, b) => a.phase === b.phase),
      map((status) => sessionChange(status, isOpen())),
      filter((change) => change !== undefined),
    );
  },
  { functional: true },
);

/** Ends the connection when somebody signs out, or gives up signing in. */
export const disconnect = createEffect(
  (actions$ = inject(Actions), tunnel = inject(EventTunnelService)) => {
    return actions$.pipe(
      ofType(ShellActions.signOutRequested, SignInPageActions.abandoned),
      tap(() => tunnel.disconnect()),
    );
  },
  { functional: true, dispatch: false },
);

/** Leads to the sign-in page when the session is over; after a refusal with the way back. */
export const showSignIn = createEffect(
  (actions$ = inject(Actions), router = inject(Router), store = inject(Store)) => {
    const config = inject(DASHBOARD_CONFIG, { optional: true });
    const status = store.selectSignal(selectConnectionStatus);
    return actions$.pipe(
      ofType(SessionActions.closed, ShellActions.signInAgainRequested),
      // A wall that the host signs in has nobody in front of it; it signs in again by itself.
      filter(() => config?.wallSession === undefined || !router.url.startsWith('/wall')),
      tap(() => {
        const wasEnded = ['unauthorized', 'conflict'].includes(status().phase);
        const queryParams = wasEnded ? { returnTo: router.url } : {};
        void router.navigate(['/sign-in'], { queryParams });
      }),
    );
  },
  { functional: true, dispatch: false },
);

/** What a change of the connection means for the session; nothing while it merely comes and goes. */
export function sessionChange(
  status: Pick<ConnectionStatus, 'phase' | 'agentId'>,
  isOpen: boolean,
): Action | undefined {
  const { phase, agentId = '' } = status;
  if (isOpen) {
    const isOver = phase === 'disconnected' || phase === 'unauthorized';
    return isOver ? SessionActions.closed() : undefined;
  }
  return phase === 'connected' ? SessionActions.opened({ agentId }) : undefined;
}
