import { inject } from '@angular/core';
import { createEffect } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import {
  catchError,
  concat,
  defer,
  filter,
  from,
  map,
  mergeMap,
  type Observable,
  of,
  pairwise,
  startWith,
  switchMap,
  takeUntil,
  timer,
} from 'rxjs';
import {
  FinesseApiActions,
  type NodeSubscription,
  type Snapshot,
  selectSubscriptionEntities,
  TUNNEL_CLOCK,
} from 'finesse-tunnel';
import { apiErrorOf } from './api-error-of';
import { FinesseApi } from './finesse-api';
import type { FinesseApiErrorCode } from './finesse-api-error';
import { snapshotOf } from './snapshot-of';

type Subscriptions = Readonly<Record<string, NodeSubscription>>;

/** Requests at once; a supervisor may watch a hundred queues, and a server that just came back is busy. */
const CONCURRENT_REQUESTS = 6;
/** As Cisco's own desktop does after a recovery. */
const RETRIES = 10;
const RETRY_AFTER_MS = 10_000;
const PASSING: ReadonlySet<FinesseApiErrorCode> = new Set(['out-of-service', 'no-answer']);

/**
 * Loads what a node tells changes of, each time its subscription is granted: before that a change between answer
 * and subscription would be lost (Finesse guide, "Subscription Management").
 *
 * What may pass, a server out of service above all, is tried again as long as the node stays subscribed.
 */
export const loadSnapshots = createEffect(
  (store = inject(Store), api = inject(FinesseApi), clock = inject(TUNNEL_CLOCK)) => {
    const subscriptions$: Observable<Subscriptions> = store.select(selectSubscriptionEntities);
    return subscriptions$.pipe(
      startWith({}),
      pairwise(),
      map(([before, after]) => newlySubscribed(before, after)),
      mergeMap((nodes) => from(nodes)),
      mergeMap((node) => {
        const request = { node, load: () => snapshotOf(node, api), clock };
        const left$ = subscriptions$.pipe(filter((now) => !isSubscribed(now, node)));
        return attempts(request, RETRIES).pipe(takeUntil(left$));
      }, CONCURRENT_REQUESTS),
    );
  },
  { functional: true },
);

function newlySubscribed(before: Subscriptions, after: Subscriptions): readonly string[] {
  return Object.keys(after).filter(
    (node) => isSubscribed(after, node) && !isSubscribed(before, node),
  );
}

type SnapshotAction = ReturnType<
  typeof FinesseApiActions.snapshotLoaded | typeof FinesseApiActions.snapshotFailed
>;

interface Request {
  readonly node: string;
  readonly load: () => Observable<Snapshot>;
  readonly clock: () => number;
}

function attempts(request: Request, retriesLeft: number): Observable<SnapshotAction> {
  const { node, load, clock } = request;
  return defer(() => {
    const requestedAt = clock();
    return load().pipe(
      map((snapshot) =>
        FinesseApiActions.snapshotLoaded({
          node,
          snapshot,
          requestedAt,
          receivedAt: clock(),
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
