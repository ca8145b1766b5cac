import { inject, Injectable } from '@angular/core';
import { Actions, ofType } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import {
  combineLatest,
  distinctUntilChanged,
  filter,
  finalize,
  ignoreElements,
  map,
  merge,
  type Observable,
  ReplaySubject,
  scan,
  share,
} from 'rxjs';
import { EventTunnelError } from '../event-tunnel-error';
import type { ConnectionStatus } from '../model/connection-status';
import type { NodeSubscription } from '../model/node-subscription';
import type { Notification } from '../model/notification';
import { selectConnectionStatus, selectSubscription } from '../state/event-tunnel-feature';
import { FinesseApiActions } from '../state/finesse-api-actions';
import { SNAPSHOTS_FOLLOW } from './snapshots-follow';

/** Whether what the state knows of a node is whole and up to date. */
export interface NodeKnowledge {
  readonly isFresh: boolean;
  /** Why it is not, where waiting alone does not help. */
  readonly error?: EventTunnelError;
}

type Fact =
  | { readonly kind: 'subscription'; readonly subscription: NodeSubscription | undefined }
  | { readonly kind: 'loaded' }
  | { readonly kind: 'failed'; readonly message: string };

interface Progress {
  readonly isSubscribed: boolean;
  readonly isFresh: boolean;
  readonly error?: EventTunnelError | undefined;
}

/** Watches nodes for those who only want to know the state, once per node however many they are. */
@Injectable()
export class NodeWatch {
  readonly #store = inject(Store);
  readonly #actions$ = inject(Actions);
  readonly #snapshotsFollow = inject(SNAPSHOTS_FOLLOW);
  readonly #byNode = new Map<string, Observable<NodeKnowledge>>();

  /** Keeps the node watched through `watch` while somebody is subscribed; says how much is known of it. */
  knowledgeOf(
    node: string,
    watch: (node: string) => Observable<Notification>,
  ): Observable<NodeKnowledge> {
    const shared =
      this.#byNode.get(node) ??
      merge(watch(node).pipe(ignoreElements()), this.#knowledge(node)).pipe(
        finalize(() => this.#byNode.delete(node)),
        share({ connector: () => new ReplaySubject(1) }),
      );
    this.#byNode.set(node, shared);
    return shared;
  }

  #knowledge(node: string): Observable<NodeKnowledge> {
    return combineLatest([this.#store.select(selectConnectionStatus), this.#progress(node)]).pipe(
      map(([status, progress]) => knowledgeIn(status, progress)),
      distinctUntilChanged((a, b) => a.isFresh === b.isFresh && a.error === b.error),
    );
  }

  #progress(node: string): Observable<Progress> {
    const subscription$ = this.#store.select(selectSubscription(node)).pipe(
      distinctUntilChanged((a, b) => a?.state === b?.state),
      map((subscription): Fact => ({ kind: 'subscription', subscription })),
    );
    const loaded$ = this.#actions$.pipe(
      ofType(FinesseApiActions.snapshotLoaded),
      filter((action) => action.node === node),
      map((): Fact => ({ kind: 'loaded' })),
    );
    const failed$ = this.#actions$.pipe(
      ofType(FinesseApiActions.snapshotFailed),
      filter((action) => action.node === node),
      map(({ message }): Fact => ({ kind: 'failed', message })),
    );
    return merge(loaded$, failed$, subscription$).pipe(
      scan((progress: Progress | undefined, fact) => this.#after(progress, fact), undefined),
      filter((progress) => progress !== undefined),
    );
  }

  #after(before: Progress | undefined, fact: Fact): Progress {
    switch (fact.kind) {
      case 'loaded':
        return { isSubscribed: true, isFresh: true };
      case 'failed':
        return {
          isSubscribed: true,
          isFresh: before?.isFresh ?? false,
          error: new EventTunnelError('snapshot-failed', fact.message),
        };
      case 'subscription': {
        const isSubscribed = fact.subscription?.state === 'subscribed';
        // Whoever comes to a node that others watch comes after its snapshot.
        const wasBefore = before === undefined || before.isFresh;
        const problem = fact.subscription?.error;
        return {
          isSubscribed,
          isFresh: isSubscribed && (!this.#snapshotsFollow || wasBefore),
          error: problem && new EventTunnelError(problem.code, problem.message),
        };
      }
    }
  }
}

function knowledgeIn({ phase, error }: ConnectionStatus, progress: Progress): NodeKnowledge {
  if (phase === 'unauthorized' || phase === 'conflict' || error?.code === 'bad-config') {
    return {
      isFresh: false,
      ...(error && { error: new EventTunnelError(error.code, error.message) }),
    };
  }
  return phase === 'connected'
    ? { isFresh: progress.isFresh, ...(progress.error && { error: progress.error }) }
    : { isFresh: false };
}
