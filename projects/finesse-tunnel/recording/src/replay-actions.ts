import { createActionGroup, props } from '@ngrx/store';
import type { RecordingEntry } from './recording';

/** What a replay puts into the store, in the place of everything a server would. */
export const ReplayActions = createActionGroup({
  source: 'Replay',
  events: {
    /** The replay went on: what happened meanwhile, in its order. */
    Advanced: props<{ readonly startedAt: number; readonly entries: readonly RecordingEntry[] }>(),
    /** The replay goes on from an earlier state of the store, and what happened since then. */
    Sought: props<{
      /** Parts of the store by name; others stay as they are. */
      readonly frame: Readonly<Record<string, unknown>>;
      readonly startedAt: number;
      readonly entries: readonly RecordingEntry[];
    }>(),
  },
});
