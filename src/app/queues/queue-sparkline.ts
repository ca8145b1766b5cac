import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { type QueueHistory } from '../history/queue-history';
import { SPARKLINE, sparklinePoints } from './sparkline-points';

/** The waiting calls of one queue since signing in, as a small picture with words for those who do not see it. */
@Component({
  selector: 'app-queue-sparkline',
  template: `
    <svg
      role="img"
      preserveAspectRatio="none"
      [attr.viewBox]="'0 -1 ' + box.width + ' ' + (box.height + 2)"
      [attr.aria-label]="label()"
    >
      @for (line of lines(); track $index) {
        <polyline [attr.points]="line" />
      }
    </svg>
  `,
  styles: `
    :host {
      display: block;
    }

    svg {
      display: block;
      width: 100%;
      height: 100%;
      overflow: visible;
    }

    polyline {
      fill: none;
      stroke: var(--mat-sys-primary);
      stroke-width: 1.5;
      vector-effect: non-scaling-stroke;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QueueSparkline {
  readonly history = input.required<QueueHistory>();
  /** The local time. */
  readonly now = input.required<number>();

  protected readonly box = SPARKLINE;
  protected readonly lines = computed(() => sparklinePoints(this.history().samples, this.now()));
  protected readonly label = computed(() => {
    const { samples } = this.history();
    const highest = Math.max(0, ...samples.map(({ waiting }) => waiting ?? 0));
    const last = samples.at(-1)?.waiting ?? '–';
    return $localize`:@@queues.sparkline:Waiting calls since you signed in: now ${last}:now:, at most ${highest}:most:`;
  });
}
