import { type Action, type ActionReducer, createFeatureSelector } from '@ngrx/store';
import {
  CredentialActions,
  type EventTunnelState,
  EventTunnelServiceActions,
  FinesseActions,
  FinesseApiActions,
  TunnelPageActions,
  TunnelTimerActions,
} from 'finesse-tunnel';
import type { RecordingEntry } from './recording';
import { ReplayActions } from './replay-actions';
import { replaySteps } from './replay-steps';

/** The state of a store, as far as nobody knows more. */
export type RootState = Readonly<Record<string, unknown>>;

const FEATURE = 'eventTunnel';
const selectTunnel = createFeatureSelector<EventTunnelState | undefined>(FEATURE);

/** What in a replay nobody may change but the replay. */
const LIVE: ReadonlySet<string> = new Set(
  [
    CredentialActions,
    EventTunnelServiceActions,
    FinesseActions,
    FinesseApiActions,
    TunnelPageActions,
    TunnelTimerActions,
  ].flatMap(typesOf),
);

/** Lets a replay speak in the place of a server: what would come from one is not heard. */
export function replayReducer(reducer: ActionReducer<RootState>): ActionReducer<RootState> {
  const fold = (state: RootState, entries: readonly RecordingEntry[], startedAt: number) =>
    replaySteps(entries, startedAt).reduce<RootState>((before, step) => {
      if (typeof step !== 'function') {
        return reducer(before, step);
      }
      const tunnel = selectTunnel(before);
      return tunnel === undefined ? before : { ...before, [FEATURE]: step(tunnel) };
    }, state);
  return (state, action: Action) => {
    if (state === undefined) {
      return reducer(state, action);
    }
    if (isAdvanced(action)) {
      return fold(state, action.entries, action.startedAt);
    }
    if (isSought(action)) {
      return fold({ ...state, ...action.frame }, action.entries, action.startedAt);
    }
    return LIVE.has(action.type) ? state : reducer(state, action);
  };
}

function isAdvanced(action: Action): action is ReturnType<typeof ReplayActions.advanced> {
  return action.type === ReplayActions.advanced.type;
}

function isSought(action: Action): action is ReturnType<typeof ReplayActions.sought> {
  return action.type === ReplayActions.sought.type;
}

function typesOf(group: Readonly<Record<string, { readonly type: string }>>): readonly string[] {
  return Object.values(group).map(({ type }) => type);
}
