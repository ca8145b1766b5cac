import { createFeature, createReducer, on } from '@ngrx/store';
import { AgentsInViewActions, NodesPageActions, SessionActions } from './session-actions';

/** What somebody wants watched, beside or against what the dashboard watches by itself. */
export interface WatchesState {
  readonly added: readonly string[];
  /** Nodes of the dashboard's own that were unsubscribed by hand. */
  readonly dropped: readonly string[];
  /** The ids of agents who are on the screen, and behind them those who were lately. */
  readonly inView: readonly string[];
}

/** So many agents are remembered to have been on the screen: who scrolls to and fro must not subscribe each time. */
const IN_VIEW_LIMIT = 120;

const NONE: WatchesState = { added: [], dropped: [], inView: [] };

/** What the hand and the screen of a user want watched; it ends with the session. */
export const watchesFeature = createFeature({
  name: 'watches',
  reducer: createReducer(
    NONE,
    on(
      NodesPageActions.subscribeRequested,
      ({ added, dropped, ...rest }, { node }): WatchesState => ({
        ...rest,
        added: [...without(added, node), node],
        dropped: without(dropped, node),
      }),
    ),
    on(
      NodesPageActions.unsubscribeRequested,
      ({ added, dropped, ...rest }, { node }): WatchesState => ({
        ...rest,
        added: without(added, node),
        dropped: [...without(dropped, node), node],
      }),
    ),
    on(AgentsInViewActions.changed, (state, { agentIds }): WatchesState =>
      agentIds.every((id) => state.inView.includes(id))
        ? state
        : {
            ...state,
            inView: [...new Set([...agentIds, ...state.inView])].slice(0, IN_VIEW_LIMIT),
          },
    ),
    on(SessionActions.closed, (): WatchesState => NONE),
  ),
});

function without(nodes: readonly string[], node: string): readonly string[] {
  return nodes.filter((other) => other !== node);
}
