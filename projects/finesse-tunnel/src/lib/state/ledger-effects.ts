import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import {
  auditTime,
  distinctUntilKeyChanged,
  ignoreElements,
  map,
  merge,
  mergeMap,
  pairwise,
  filter,
  startWith,
  tap,
  withLatestFrom,
} from 'rxjs';
import { type EventTunnelState, INITIAL_EVENT_TUNNEL_STATE } from './event-tunnel-state';
import {
  eventTunnelFeature,
  selectConnectionStatus,
  selectSubscriptionProgress,
} from './event-tunnel-feature';
import { FinesseApiActions } from './finesse-api-actions';
import type { SnapshotPurpose } from './ledger-book';
import { LedgerStore } from './ledger-store';
import { snapshotChanges } from './snapshot-changes';
import { subscriptionChanges } from './subscription-changes';
import { TUNNEL_CLOCK } from './tunnel-clock';
import { TunnelInbox } from './tunnel-inbox';
import { TunnelPageActions } from './tunnel-page-actions';

/** How often the signal of the ledger may change. */
const SHOWN_EVERY_MS = 500;

/** Writes down what is heard, missed and put right. */
export const keepLedger = createEffect(
  (
    given = {
      store: inject(Store),
      actions$: inject(Actions),
      inbox: inject(TunnelInbox),
      ledger: inject(LedgerStore),
      now: inject(TUNNEL_CLOCK),
    },
  ) => {
    const { book } = given.ledger;
    return merge(
      given.inbox.notifications$.pipe(tap((notification) => book.saw(notification))),
      heard(given),
      lost(given),
      subscribed(given),
      snapshots(given),
    ).pipe(
      // Hidden tabs slow this down, which nobody sees.
      auditTime(SHOWN_EVERY_MS),
      tap(() => given.ledger.show()),
      ignoreElements(),
    );
  },
  { functional: true, dispatch: false },
);

interface Given {
  readonly store: Store;
  readonly actions$: Actions;
  readonly ledger: LedgerStore;
  readonly now: () => number;
}

function heard({ actions$, ledger, now }: Given) {
  return actions$.pipe(
    ofType(
      TunnelPageActions.presenceReceived,
      TunnelPageActions.subscriptionAnswered,
      TunnelPageActions.unsubscriptionAnswered,
    ),
    tap(() => ledger.book.heard(now())),
  );
}

function lost({ store, ledger }: Given) {
  return store.select(selectConnectionStatus).pipe(
    distinctUntilKeyChanged('phase'),
    pairwise(),
    filter(([before]) => before.phase === 'connected'),
    tap(([, { phase, since, error }]) => {
      if (phase !== 'disconnecting') {
        ledger.book.lost(since, error?.code);
      }
    }),
  );
}

function subscribed({ store, ledger, now }: Given) {
  return subscriptionChanges(store.select(selectSubscriptionProgress)).pipe(
    mergeMap((changes) => changes),
    tap(({ node, to }) => {
      if (to === 'subscribed') {
        ledger.book.subscribed(node, now());
      } else if (to === 'wanted') {
        ledger.book.paused(node);
      } else if (to === undefined || to === 'unsubscribing') {
        ledger.book.unsubscribed(node);
      }
    }),
  );
}

/** The store tells its state before its action, so the last two states are those around a snapshot. */
function snapshots({ store, actions$, ledger }: Given) {
  const around$ = store.pipe(
    map((state): EventTunnelState => eventTunnelFeature.selectEventTunnelState(state)),
    startWith(INITIAL_EVENT_TUNNEL_STATE),
    pairwise(),
  );
  return actions$.pipe(
    ofType(FinesseApiActions.snapshotLoaded),
    withLatestFrom(around$),
    tap(([loaded, [before, after]]) => {
      const { node, receivedAt: at } = loaded;
      const purpose: SnapshotPurpose = loaded.purpose ?? 'subscribed';
      const changes = snapshotChanges(before.contactCenter, after.contactCenter);
      ledger.book.snapshotTaken({ node, purpose, at }, changes);
    }),
  );
}
