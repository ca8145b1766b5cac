import { inject } from '@angular/core';
import { createEffect } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { selectConnectionStatus, selectServerClockSkew } from 'finesse-tunnel';
import { distinctUntilChanged, filter, map, skipWhile } from 'rxjs';
import { HistoryActions } from './history-actions';

/** Notes when the connection was away, once it stood for the first time. */
export const noteGaps = createEffect(
  (store = inject(Store)) => {
    const skewMs = store.selectSignal(selectServerClockSkew);
    return store.select(selectConnectionStatus).pipe(
      distinctUntilChanged((a, b) => isSeeing(a) === isSeeing(b)),
      skipWhile((status) => !isSeeing(status)),
      filter(({ agentId }) => agentId !== undefined),
      map((status) => {
        const at = status.since + skewMs();
        return isSeeing(status)
          ? HistoryActions.sightRegained({ at })
          : HistoryActions.sightLost({ at });
      }),
    );
  },
  { functional: true },
);

function isSeeing({ phase }: { readonly phase: string }): boolean {
  return phase === 'connected';
}
