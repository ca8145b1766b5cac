import {
  eventTunnelReducer,
  type EventTunnelState,
  INITIAL_EVENT_TUNNEL_STATE,
} from 'finesse-tunnel';
import type { RecordingEntry } from './recording';
import { replaySteps } from './replay-steps';

/**
 * The library's state after some entries, without a store: for whoever looks for something in a recording.
 *
 * @param startedAt - Of the recording.
 * @param before - The state after the entries before these. Default: nothing happened.
 */
export function foldRecording(
  entries: readonly RecordingEntry[],
  startedAt: number,
  before: EventTunnelState = INITIAL_EVENT_TUNNEL_STATE,
): EventTunnelState {
  return replaySteps(entries, startedAt).reduce<EventTunnelState>(
    (state, step) => (typeof step === 'function' ? step(state) : eventTunnelReducer(state, step)),
    before,
  );
}
