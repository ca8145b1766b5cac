import { ChangeDetectionStrategy, Component, inject, input, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Router } from '@angular/router';
import { Store } from '@ngrx/store';
import {
  LARGEST_RECORDING,
  type Recording,
  readRecording,
  type RecordingProblem,
  ReplayPlayer,
} from 'finesse-tunnel/recording';
import { SessionActions } from '../session/session-actions';
import { OpenedRecording } from './opened-recording';
import { recordingProblemText } from './recording-problem-text';

/** Opens a recording: chosen or dropped, read with its progress shown, refused with the reason. */
@Component({
  selector: 'app-open-recording',
  imports: [MatButton, MatIcon, MatProgressBar],
  templateUrl: './open-recording.html',
  styleUrl: './open-recording.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(dragover)': '$event.preventDefault()', '(drop)': 'drop($event)' },
})
export class OpenRecording {
  /** The page to go to afterwards. */
  readonly returnTo = input<string>();

  private readonly player = inject(ReplayPlayer);
  private readonly opened = inject(OpenedRecording);
  private readonly router = inject(Router);
  private readonly store = inject(Store);
  private reading: AbortController | undefined;

  protected readonly liveAddress = document.baseURI;
  protected readonly share = signal<number | undefined>(undefined);
  protected readonly problem = signal<string | undefined>(undefined);

  protected async choose(field: HTMLInputElement): Promise<void> {
    const file = field.files?.[0];
    field.value = '';
    if (file !== undefined) {
      await this.open(file);
    }
  }

  protected async drop(event: DragEvent): Promise<void> {
    event.preventDefault();
    const file = event.dataTransfer?.files[0];
    if (file !== undefined) {
      await this.open(file);
    }
  }

  protected cancel(): void {
    this.reading?.abort();
  }

  private async open(file: File): Promise<void> {
    this.problem.set(undefined);
    if (file.size > LARGEST_RECORDING) {
      const detail = `${file.size} > ${LARGEST_RECORDING}`;
      this.problem.set(recordingProblemText({ code: 'too-large', line: 1, detail }));
      return;
    }
    this.reading = new AbortController();
    this.share.set(0);
    const { signal } = this.reading;
    try {
      const content = await file.text();
      const progress = (share: number) => this.share.set(share);
      const reading = await readRecording(content, { progress, signal });
      if (reading.ok) {
        await this.show(reading.recording, file.name, reading.damage);
      } else {
        this.problem.set(recordingProblemText(reading.problem));
      }
    } catch (failure) {
      if (!signal.aborted) {
        this.problem.set(failure instanceof Error ? failure.message : String(failure));
      }
    } finally {
      this.share.set(undefined);
    }
  }

  private async show(
    recording: Recording,
    name: string,
    damage: RecordingProblem | undefined,
  ): Promise<void> {
    this.player.open(recording);
    this.opened.name.set(name);
    this.opened.damage.set(damage);
    this.store.dispatch(SessionActions.opened({ agentId: agentIdOf(recording) }));
    await this.router.navigateByUrl(this.returnTo() ?? '/');
  }
}

/** Whoever was signed in, by pseudonym. */
function agentIdOf({ entries }: Recording): string {
  for (const entry of entries) {
    if (entry.kind === 'status' && entry.status.agentId !== undefined) {
      return entry.status.agentId;
    }
  }
  return '';
}
