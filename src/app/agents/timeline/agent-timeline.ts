import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { agentStateLook } from '../../display/agent-state-look';
import { elapsed } from '../../display/elapsed';
import { type AgentHistory } from '../../history/agent-history';
import { type Gap } from '../../history/gaps';
import { callParts, laneParts, percentOf } from './timeline-parts';

const HOURS = [1, 2, 4, 8];
const HOUR_MS = 3_600_000;
const TICKS = 4;

/**
 * What an agent did over the last hours: a lane of states, calls above it, and hatched where nobody knows.
 *
 * The picture is for the eye; the lists below it say the same in words.
 */
@Component({
  selector: 'app-agent-timeline',
  templateUrl: './agent-timeline.html',
  styleUrl: './agent-timeline.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class AgentTimeline {
  readonly history = input.required<AgentHistory>();
  readonly gaps = input.required<readonly Gap[]>();
  /** The time on the server's clock. */
  readonly now = input.required<number>();

  protected readonly hours = HOURS;
  protected readonly shownHours = signal(1);
  protected readonly span = computed(() => ({
    from: this.now() - this.shownHours() * HOUR_MS,
    to: this.now(),
  }));
  protected readonly lane = computed(() =>
    laneParts(this.history().states, this.gaps(), this.span()).map(({ past, from, to }) => {
      const look = agentStateLook(past?.state);
      const word =
        past === undefined
          ? $localize`:@@timeline.unknown:Not known`
          : [look.word, past.reason].filter(Boolean).join(', ');
      return {
        ...this.place(from, to),
        key: `${past?.since ?? 'unknown'} ${from === this.span().from ? '' : from}`,
        state: past?.state ?? '',
        tone: `var(--app-${look.tone})`,
        word,
        title: `${word} · ${elapsed(from, to)}`,
      };
    }),
  );
  protected readonly calls = computed(() =>
    callParts(this.history().calls, this.span()).map(({ call, from, to }) => ({
      ...this.place(from, to),
      id: call.id,
      title: [call.queue, `${call.fromAddress} → ${call.toAddress}`, elapsed(from, to)]
        .filter(Boolean)
        .join(' · '),
    })),
  );
  protected readonly ticks = computed(() =>
    Array.from({ length: TICKS + 1 }, (_, n) => {
      const minutes = Math.round((60 * this.shownHours() * (TICKS - n)) / TICKS);
      return {
        percent: (100 * n) / TICKS,
        text:
          minutes === 0
            ? $localize`:@@timeline.now:now`
            : $localize`:@@timeline.ago:−${minutes}:minutes: min`,
      };
    }),
  );
  protected readonly label = computed(
    () =>
      $localize`:@@timeline.label:Time line of the last ${this.shownHours()}:hours: h: ${this.history().states.length}:states: states, ${this.calls().length}:calls: calls`,
  );

  private place(from: number, to: number): { readonly left: number; readonly width: number } {
    const left = percentOf(from, this.span());
    return { left, width: percentOf(to, this.span()) - left };
  }
}
