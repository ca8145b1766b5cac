import { createFeature, createReducer, createSelector, on } from '@ngrx/store';
import { SessionActions } from '../../session/session-actions';
import { type AgentWish } from './agent-wish';
import { WishActions, WishPageActions } from './wish-actions';

/** Where a request is. `sent` waits for the notification; the last four are final. */
export type WishPhase = 'queued' | 'sent' | 'confirmed' | 'failed' | 'overdue' | 'cancelled';

/** One request about one agent. */
export interface PendingWish {
  readonly agentId: string;
  readonly wish: AgentWish;
  readonly phase: WishPhase;
  /** Why it failed, in the server's words. */
  readonly reason: string;
}

/** The latest request about each agent. */
export type WishesState = Readonly<Record<string, PendingWish>>;

const NONE: WishesState = {};
const FINAL: readonly WishPhase[] = ['confirmed', 'failed', 'overdue', 'cancelled'];

/** What was asked of agents, and what became of it; gone with the session. */
export const wishesFeature = createFeature({
  name: 'wishes',
  reducer: createReducer(
    NONE,
    on(WishPageActions.wishesUttered, (state, { wish, agentIds }): WishesState => ({
      ...unfinished(state),
      ...Object.fromEntries(agentIds.map((agentId) => [agentId, queued(agentId, wish)])),
    })),
    on(WishPageActions.wishesCancelled, (state): WishesState =>
      mapWishes(state, (entry) =>
        entry.phase === 'queued' ? { ...entry, phase: 'cancelled' } : entry,
      ),
    ),
    on(WishPageActions.outcomesDismissed, unfinished),
    on(WishActions.sent, (state, { agentId }): WishesState =>
      change(state, agentId, { phase: 'sent' }),
    ),
    on(WishActions.confirmed, (state, { agentId }): WishesState =>
      change(state, agentId, { phase: 'confirmed' }),
    ),
    on(WishActions.failed, (state, { agentId, reason }): WishesState =>
      change(state, agentId, { phase: 'failed', reason }),
    ),
    on(WishActions.overdue, (state, { agentId }): WishesState =>
      change(state, agentId, { phase: 'overdue' }),
    ),
    on(SessionActions.closed, (): WishesState => NONE),
  ),
});

/** The requests in the order in which they were uttered. */
export const selectWishes = createSelector(wishesFeature.selectWishesState, (state) =>
  Object.values(state),
);

/** Whether nothing more is awaited. */
export function isFinal({ phase }: PendingWish): boolean {
  return FINAL.includes(phase);
}

function queued(agentId: string, wish: AgentWish): PendingWish {
  return { agentId, wish, phase: 'queued', reason: '' };
}

function unfinished(state: WishesState): WishesState {
  return Object.fromEntries(Object.entries(state).filter(([, entry]) => !isFinal(entry)));
}

function change(state: WishesState, agentId: string, part: Partial<PendingWish>): WishesState {
  const entry = Object.hasOwn(state, agentId) ? state[agentId] : undefined;
  return entry === undefined ? state : { ...state, [agentId]: { ...entry, ...part } };
}

function mapWishes(state: WishesState, to: (entry: PendingWish) => PendingWish): WishesState {
  return Object.fromEntries(Object.entries(state).map(([id, entry]) => [id, to(entry)]));
}
