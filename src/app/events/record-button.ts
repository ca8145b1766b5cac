import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Recorder } from 'finesse-tunnel/recording';
import { Clock } from '../display/clock';
import { elapsed } from '../display/elapsed';
import { Formats } from '../display/formats';
import { saveFile } from '../display/save-file';

/** Records the session into a file without persons. It goes on when other pages are shown. */
@Component({
  selector: 'app-record-button',
  imports: [MatButton, MatIcon],
  template: `
    @if (progress().phase === 'idle') {
      <button mat-stroked-button type="button" [title]="what" (click)="start()">
        <mat-icon svgIcon="record" aria-hidden="true" />
        <span i18n="@@record.start">Record</span>
      </button>
    } @else {
      <button mat-flat-button type="button" (click)="stop()">
        <mat-icon svgIcon="download" aria-hidden="true" />
        <span>{{ label() }}</span>
      </button>
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class RecordButton {
  private readonly recorder = inject(Recorder);
  private readonly clock = inject(Clock);
  private readonly formats = inject(Formats);

  protected readonly what = $localize`:@@record.what:Names, logins, numbers and call variables are replaced in the file`;
  protected readonly progress = this.recorder.progress;
  protected readonly label = computed(() => {
    const { phase, startedAt, entries } = this.progress();
    const count = this.formats.number(entries);
    return phase === 'full'
      ? $localize`:@@record.full:Recording is full: save ${count}:count: entries`
      : $localize`:@@record.stop:Stop and save, ${elapsed(startedAt, this.clock.now())}:time:, ${count}:count: entries`;
  });

  protected start(): void {
    this.recorder.start();
  }

  protected stop(): void {
    const day = new Date(this.progress().startedAt).toISOString().slice(0, 19).replaceAll(':', '-');
    const file = this.recorder.stop();
    if (file !== undefined) {
      saveFile(`finesse-recording-${day}.ndjson`, file, file.type);
    }
  }
}
