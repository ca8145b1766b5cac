import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { MatProgressBar } from '@angular/material/progress-bar';
import { Store } from '@ngrx/store';
import { readRecording } from 'finesse-tunnel/recording';
import { Formats } from '../display/formats';
import { settingsFeature } from '../settings/settings-feature';
import { backTest, type BackTestHit } from './back-test';

/** Says when the rules would have told something, had they been there when a recording was made. */
@Component({
  selector: 'app-back-test-panel',
  imports: [MatButton, MatProgressBar],
  templateUrl: './back-test-panel.html',
  styleUrl: './alerts.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'panel' },
})
export class BackTestPanel {
  private readonly formats = inject(Formats);
  private readonly settings = inject(Store).selectSignal(settingsFeature.selectSettings);
  private running: AbortController | undefined;

  protected readonly share = signal<number | undefined>(undefined);
  protected readonly problem = signal('');
  /** Absent before the first try. */
  protected readonly hits = signal<readonly BackTestHit[] | undefined>(undefined);
  protected readonly name = signal('');

  protected time(at: number | undefined): string {
    return at === undefined ? '–' : this.formats.dateTime(at);
  }

  protected cancel(): void {
    this.running?.abort();
  }

  protected async choose(field: HTMLInputElement): Promise<void> {
    const file = field.files?.[0];
    field.value = '';
    if (file === undefined) {
      return;
    }
    this.running = new AbortController();
    const { signal: aborted } = this.running;
    this.problem.set('');
    this.hits.set(undefined);
    this.share.set(0);
    try {
      await this.run(file, aborted);
    } catch (failure) {
      if (!aborted.aborted) {
        this.problem.set(String(failure));
      }
    } finally {
      this.share.set(undefined);
    }
  }

  private async run(file: File, aborted: AbortSignal): Promise<void> {
    const reading = await readRecording(await file.text(), {
      signal: aborted,
      progress: (share) => this.share.set(share / 2),
    });
    if (!reading.ok) {
      const { line, detail } = reading.problem;
      this.problem.set(
        $localize`:@@back-test.refused:The recording cannot be used. Line ${line}:line:: ${detail}:detail:`,
      );
      return;
    }
    this.name.set(file.name);
    this.hits.set(
      await backTest(this.settings().alerts, reading.recording, {
        signal: aborted,
        progress: (share) => this.share.set(0.5 + share / 2),
      }),
    );
  }
}
