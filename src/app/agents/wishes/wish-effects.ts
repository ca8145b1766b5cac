import { inject } from '@angular/core';
import { Actions, createEffect, ofType } from '@ngrx/effects';
import { type Action, Store } from '@ngrx/store';
import {
  EventTunnelService,
  type NodeSubscription,
  selectAgentById,
  selectSubscription,
} from 'finesse-tunnel';
import { userNode } from 'finesse-tunnel/protocol';
import { FinesseApi, FinesseApiError, type FinesseCommand } from 'finesse-tunnel/rest';
import {
  catchError,
  concat,
  defer,
  EMPTY,
  filter,
  from,
  ignoreElements,
  map,
  merge,
  mergeMap,
  type Observable,
  of,
  take,
  takeWhile,
  timer,
} from 'rxjs';
import { commandFor } from './command-for';
import { reasonOf } from './error-text';
import { selectWishContext } from './select-wish-context';
import { WishActions, WishPageActions } from './wish-actions';
import { wishesFeature } from './wishes-feature';

/** Requests under way at once; a batch of fifty must not be a flood. */
const CONCURRENT = 4;
/** How long a subscription may take before the request goes out without it, in milliseconds. */
const SUBSCRIPTION_PATIENCE_MS = 2000;

/** Asks the server for what was wished, a few requests at a time, and follows each until it is confirmed. */
export const fulfilWishes = createEffect(
  (
    actions$ = inject(Actions),
    store = inject(Store),
    ports = { api: inject(FinesseApi), tunnel: inject(EventTunnelService) },
  ) => {
    const wishes = store.selectSignal(wishesFeature.selectWishesState);
    const agentById = store.selectSignal(selectAgentById);
    const context = store.selectSignal(selectWishContext);
    return actions$.pipe(
      ofType(WishPageActions.wishesUttered),
      mergeMap(({ agentIds, wish, reasonCodeId }) =>
        from(agentIds).pipe(map((agentId) => ({ agentId, wish, reasonCodeId }))),
      ),
      mergeMap(
        ({ agentId, wish, reasonCodeId }) =>
          defer(() => {
            if (wishes()[agentId]?.phase !== 'queued') {
              return EMPTY;
            }
            const facts = { api: ports.api, context: context(), reasonCodeId };
            const command = commandFor(wish, agentById()(agentId) ?? { id: agentId }, facts);
            return command === undefined
              ? of(WishActions.failed({ agentId, reason: GONE }))
              : heard(
                  {
                    agentId,
                    command,
                    subscription$: store.select(selectSubscription(userNode(agentId))),
                  },
                  ports.tunnel,
                );
          }),
        CONCURRENT,
      ),
    );
  },
  { functional: true },
);

const GONE = $localize`:@@wish.gone:The call has ended meanwhile.`;

/** Errors that follow an acceptance are published on the agent's own node, so that is watched meanwhile. */
function heard(request: Request, tunnel: EventTunnelService): Observable<Action> {
  const node = userNode(request.agentId);
  const isHeard$ = merge(
    request.subscription$.pipe(filter((found) => found?.state === 'subscribed')),
    timer(SUBSCRIPTION_PATIENCE_MS),
  ).pipe(take(1), ignoreElements());
  return merge(tunnel.watch(node).pipe(ignoreElements()), concat(isHeard$, sent(request))).pipe(
    takeWhile((action) => WishActions.sent.type === action.type, true),
  );
}

interface Request {
  readonly agentId: string;
  readonly command: FinesseCommand;
  /** That to the agent's own node. */
  readonly subscription$: Observable<NodeSubscription | undefined>;
}

function sent({ agentId, command }: Request): Observable<Action> {
  return concat(
    of(WishActions.sent({ agentId })),
    command.confirmed().pipe(
      map(() => WishActions.confirmed({ agentId })),
      catchError((failure: unknown) =>
        of(
          failure instanceof FinesseApiError && failure.code === 'unconfirmed'
            ? WishActions.overdue({ agentId })
            : WishActions.failed({ agentId, reason: reasonOf(failure) }),
        ),
      ),
    ),
  );
}
