import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { RouterLink } from '@angular/router';
import { ReplayPlayer } from 'finesse-tunnel/recording';
import { elapsed } from '../display/elapsed';
import { Formats } from '../display/formats';
import { OpenedRecording } from './opened-recording';
import { recordingProblemText } from './recording-problem-text';

const SPEEDS = [0.5, 1, 2, 5, 10, 30, 60, 300, 1000];
/** What an arrow key moves by. */
const STEP_MS = 1000;

/** Says on every page that it shows a recording, and when; plays, stops, goes to any moment. */
@Component({
  selector: 'app-replay-bar',
  imports: [MatButton, MatIcon, MatIconButton, RouterLink],
  templateUrl: './replay-bar.html',
  styleUrl: './replay-bar.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { role: 'region', '[attr.aria-label]': 'label' },
})
export class ReplayBar {
  private readonly formats = inject(Formats);
  private readonly opened = inject(OpenedRecording);

  protected readonly label = $localize`:@@replay.label:Replay`;
  protected readonly player = inject(ReplayPlayer);
  protected readonly speeds = SPEEDS;
  protected readonly step = STEP_MS;
  protected readonly name = this.opened.name;
  protected readonly liveAddress = document.baseURI;
  protected readonly damage = computed(() => {
    const damage = this.opened.damage();
    return damage === undefined ? undefined : recordingProblemText(damage);
  });
  protected readonly duration = computed(() => this.player.recording()?.durationMs ?? 0);
  /** A whole number of steps, so that the slider reaches the end; the player goes no further than there is. */
  protected readonly lastStep = computed(() => Math.ceil(this.duration() / STEP_MS) * STEP_MS);
  private readonly second = computed(() => Math.floor(this.player.position() / 1000) * 1000);
  protected readonly now = computed(() =>
    this.formats.dateTime((this.player.recording()?.startedAt ?? 0) + this.second()),
  );
  protected readonly position = computed(
    () => `${elapsed(0, this.second())} / ${elapsed(0, this.duration())}`,
  );

  protected toggle(): void {
    if (this.player.isPlaying()) {
      this.player.pause();
    } else {
      this.player.play();
    }
  }
}
