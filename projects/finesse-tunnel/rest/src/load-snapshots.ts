import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import {
  catchError,
  concat,
  defer,
  delay,
  distinctUntilKeyChanged,
  EMPTY,
  filter,
  identity,
  interval,
  map,
  merge,
  mergeMap,
  type Observable,
  of,
  pairwise,
  startWith,
  switchMap,
  takeUntil,
  throttleTime,
  timer,
  withLatestFrom,
} from 'rxjs';
import {
  FinesseApiActions,
  type SubscriptionProgress,
  selectConnectionStatus,
  selectRevision,
  type Snapshot,
  selectSubscriptionProgress,
  TUNNEL_CLOCK,
  TunnelTimerActions,
} from 'finesse-tunnel';
import { apiErrorOf } from './api-error-of';
import type { FinesseApiErrorCode } from './finesse-api-error';
import { SNAPSHOT_SETTINGS, type SnapshotSettings } from './snapshot-source';

type Subscriptions = Readonly<Record<string, SubscriptionProgress>>;

/** Requests at once; a supervisor may watch a hundred queues, and a server that just came back is busy. */
const CONCURRENT_REQUESTS = 6;
/** As Cisco's own desktop does after a recovery. */
const RETRIES = 10;
const RETRY_AFTER_MS = 10_000;
const PASSING: ReadonlySet<FinesseApiErrorCode> = new Set(['out-of-service', 'no-answer']);

/** What was published before an audit's answer is still under way for a moment. */
const SETTLING_MS = 2_000;

/**
 * Loads what a node tells changes of, each time its subscription is granted: before that a change between answer
 * and subscription would be lost (Finesse guide, "Subscription Management"). Whenever something may have been missed
 * all the same, and now and then without a reason, all nodes are loaded again.
 *
 * What may pass, a server out of service above all, is tried again as long as the node stays subscribed.
 */
export const loadSnapshots = createEffect(
  (
    given = {
      store: inject(Store),
      actions$: inject(Actions),
      settings: inject(SNAPSHOT_SETTINGS),
      clock: inject(TUNNEL_CLOCK),
    },
  ) => {
    const { store, settings, clock } = given;
    const subscriptions$: Observable<Subscriptions> = store.select(selectSubscriptionProgress);
    const revision = store.selectSignal(selectRevision);
    return merge(newOnes(subscriptions$), audited(given, subscriptions$)).pipe(
      mergeMap(({ node, isAudit }) => {
        const request = { node, isAudit, load: () => settings.load(node), clock, revision };
        const left$ = subscriptions$.pipe(filter((now) => !isSubscribed(now, node)));
        return attempts(request, isAudit ? 0 : RETRIES).pipe(takeUntil(left$));
      }, CONCURRENT_REQUESTS),
    );
  },
  { functional: true },
);

interface Wanted {
  readonly node: string;
  /** Taken to compare: waits until what is under way has come. */
  readonly isAudit: boolean;
}

function newOnes(subscriptions$: Observable<Subscriptions>): Observable<Wanted> {
  return subscriptions$.pipe(
    startWith({}),
    pairwise(),
    mergeMap(([before, after]) => newlySubscribed(before, after)),
    map((node) => ({ node, isAudit: false })),
  );
}

function audited(
  {
    store,
    actions$,
    settings: { auditEveryMs },
  }: { readonly store: Store; readonly actions$: Actions; readonly settings: SnapshotSettings },
  subscriptions$: Observable<Subscriptions>,
): Observable<Wanted> {
  const wasAway$ = store.select(selectConnectionStatus).pipe(
    map(({ phase, readiness }) => ({ isAway: phase === 'connected' && !readiness.isReady })),
    distinctUntilKeyChanged('isAway'),
    pairwise(),
    filter(([{ isAway }, now]) => isAway && !now.isAway),
  );
  return merge(
    auditEveryMs > 0 ? interval(auditEveryMs) : EMPTY,
    actions$.pipe(ofType(TunnelTimerActions.wokeUp)),
    wasAway$,
  ).pipe(
    // A machine that wakes up gives several signs of it.
    throttleTime(SETTLING_MS),
    withLatestFrom(subscriptions$),
    mergeMap(([, now]) => Object.keys(now).filter((node) => isSubscribed(now, node))),
    map((node) => ({ node, isAudit: true })),
  );
}

function newlySubscribed(before: Subscriptions, after: Subscriptions): readonly string[] {
  return Object.keys(after).filter(
    (node) => isSubscribed(after, node) && !isSubscribed(before, node),
  );
}

type SnapshotAction = ReturnType<
  typeof FinesseApiActions.snapshotLoaded | typeof FinesseApiActions.snapshotFailed
>;

interface Request extends Wanted {
  readonly load: () => Observable<Snapshot>;
  readonly clock: () => number;
  readonly revision: () => number;
}

function attempts(request: Request, retriesLeft: number): Observable<SnapshotAction> {
  const { node, isAudit, load, clock, revision } = request;
  return defer(() => {
    const requestedAt = clock();
    const requestedIn = revision();
    return load().pipe(
      isAudit ? delay(SETTLING_MS) : identity,
      map((snapshot) =>
        FinesseApiActions.snapshotLoaded({
          node,
          snapshot,
          requestedAt,
          receivedAt: clock(),
          requestedIn,
          ...(isAudit ? { purpose: 'audit' as const } : {}),
        }),
      ),
    );
  }).pipe(
    catchError((failure: unknown) => {
      const { code, message, status } = apiErrorOf(failure, node);
      const failed = of(FinesseApiActions.snapshotFailed({ node, message, status }));
      return retriesLeft > 0 && PASSING.has(code)
        ? concat(
            failed,
            timer(RETRY_AFTER_MS).pipe(switchMap(() => attempts(request, retriesLeft - 1))),
          )
        : failed;
    }),
  );
}

function isSubscribed(subscriptions: Subscriptions, node: string): boolean {
  return Object.hasOwn(subscriptions, node) && subscriptions[node]?.state === 'subscribed';
}
