import { Service, signal } from '@angular/core';
import { type RecordingProblem } from 'finesse-tunnel/recording';

/** What is known of the recording that is shown, beside what is in it. */
@Service()
export class OpenedRecording {
  /** The name of its file. */
  readonly name = signal('');
  /** Why it is not whole. */
  readonly damage = signal<RecordingProblem | undefined>(undefined);
}
