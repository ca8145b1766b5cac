import { createFeature, createReducer, on } from '@ngrx/store';
import { NodesPageActions, SessionActions } from './session-actions';

/** What somebody wants watched, beside or against what the dashboard watches by itself. */
export interface WatchesState {
  readonly added: readonly string[];
  /** Nodes of the dashboard's own that were unsubscribed by hand. */
  readonly dropped: readonly string[];
}

const NONE: WatchesState = { added: [], dropped: [] };

/** The watches made and ended by hand; they end with the session. */
export const watchesFeature = createFeature({
  name: 'watches',
  reducer: createReducer(
    NONE,
    on(NodesPageActions.subscribeRequested, ({ added, dropped }, { node }): WatchesState => ({
      added: [...without(added, node), node],
      dropped: without(dropped, node),
    })),
    on(NodesPageActions.unsubscribeRequested, ({ added, dropped }, { node }): WatchesState => ({
      added: without(added, node),
      dropped: [...without(dropped, node), node],
    })),
    on(SessionActions.closed, (): WatchesState => NONE),
  ),
});

function without(nodes: readonly string[], node: string): readonly string[] {
  return nodes.filter((other) => other !== node);
}
