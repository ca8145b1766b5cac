import { inject } from '@angular/core';
import { createEffect } from '@ngrx/effects';
import { Store } from '@ngrx/store';
import {
  EMPTY,
  filter,
  from,
  groupBy,
  ignoreElements,
  map,
  mergeMap,
  switchMap,
  tap,
  timer,
} from 'rxjs';
import { TunnelMessageType } from 'finesse-tunnel/protocol';
import { TunnelTransport } from '../transport/tunnel-transport';
import { selectSubscriptionProgress } from './event-tunnel-feature';
import { EVENT_TUNNEL_SETTINGS } from './event-tunnel-settings';
import { subscriptionChanges } from './subscription-changes';
import { TunnelTimerActions } from './tunnel-timer-actions';

/** Asks the page for what is to be subscribed, and takes back what nobody watches any more. */
export const askForSubscriptions = createEffect(
  (store = inject(Store), transport = inject(TunnelTransport)) => {
    return subscriptionChanges(store.select(selectSubscriptionProgress)).pipe(
      mergeMap((changes) => from(changes)),
      tap(({ node, to }) => {
        if (to === 'subscribing') {
          transport.send({ type: TunnelMessageType.Subscribe, body: node });
        } else if (to === 'unsubscribing') {
          transport.send({ type: TunnelMessageType.Unsubscribe, body: node });
        }
      }),
      ignoreElements(),
    );
  },
  { functional: true, dispatch: false },
);

/** Gives up waiting for the answer about a node. */
export const keepReplyTime = createEffect(
  (store = inject(Store), settings = inject(EVENT_TUNNEL_SETTINGS)) => {
    return subscriptionChanges(store.select(selectSubscriptionProgress)).pipe(
      mergeMap((changes) => from(changes)),
      groupBy(({ node }) => node, {
        duration: (changes) => changes.pipe(filter(({ to }) => to === undefined)),
      }),
      mergeMap((changes) =>
        changes.pipe(
          switchMap(({ node, to }) =>
            to === 'subscribing' || to === 'unsubscribing'
              ? timer(settings().timeouts.subscriptionReplyMs).pipe(
                  map(() => TunnelTimerActions.subscriptionReplyOverdue({ node })),
                )
              : EMPTY,
          ),
        ),
      ),
    );
  },
  { functional: true },
);
