import { inject } from '@angular/core';
import { createEffect } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import { EventTunnelService } from 'finesse-tunnel';
import { distinctUntilChanged, observeOn, queueScheduler } from 'rxjs';
import { watchExactly } from './watch-exactly';
import { selectWatchedNodes } from './watch-plan';

/** Keeps the watches as the plan and the hand of the user want them. */
export const keepWatches = createEffect(
  (store = inject(Store), tunnel = inject(EventTunnelService)) => {
    const nodes$ = store.select(selectWatchedNodes).pipe(
      distinctUntilChanged(isSameList),
      // Watching changes the store, which may change the list: one list is followed wholly before the next.
      observeOn(queueScheduler),
    );
    return watchExactly(nodes$, (node) => tunnel.watch(node));
  },
  { functional: true, dispatch: false },
);

function isSameList(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((node, index) => node === b[index]);
}
