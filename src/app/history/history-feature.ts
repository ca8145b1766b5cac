import { createFeature, createReducer, on } from '@ngrx/store';
import { FinesseActions, FinesseApiActions } from 'finesse-tunnel';
import { SessionActions } from '../session/session-actions';
import { type AgentHistory } from './agent-history';
import { closeGap, type Gap, openGap } from './gaps';
import { HistoryActions } from './history-actions';
import { type QueueHistory } from './queue-history';
import { rememberNotifications, rememberSnapshot } from './remember';

/** What happened since signing in, as far as the limits allow. */
export interface HistoryState {
  readonly agents: ReadonlyMap<string, AgentHistory>;
  readonly queues: ReadonlyMap<string, QueueHistory>;
  readonly gaps: readonly Gap[];
  /** The agent behind an extension, as dialogs name extensions only. */
  readonly extensions: ReadonlyMap<string, string>;
}

const NOTHING: HistoryState = {
  agents: new Map(),
  queues: new Map(),
  gaps: [],
  extensions: new Map(),
};

/** The past of agents and queues, for time lines and sparklines. It is bounded, and goes with the session. */
export const historyFeature = createFeature({
  name: 'history',
  reducer: createReducer(
    NOTHING,
    on(FinesseActions.notificationsReceived, (state, { notifications }): HistoryState =>
      rememberNotifications(state, notifications),
    ),
    on(FinesseApiActions.snapshotLoaded, (state, { snapshot, receivedAt }): HistoryState =>
      rememberSnapshot(state, snapshot, receivedAt),
    ),
    // A sign-out loses the sight as well, of nothing that would be remembered.
    on(HistoryActions.sightLost, (state, { at }): HistoryState =>
      state.agents.size === 0 ? state : { ...state, gaps: openGap(state.gaps, at) },
    ),
    on(HistoryActions.sightRegained, (state, { at }): HistoryState => ({
      ...state,
      gaps: closeGap(state.gaps, at),
    })),
    on(SessionActions.closed, (): HistoryState => NOTHING),
  ),
});
