import {
  CdkFixedSizeVirtualScroll,
  CdkVirtualForOf,
  CdkVirtualScrollViewport,
} from '@angular/cdk/scrolling';
import {
  afterRenderEffect,
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  signal,
  viewChild,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Store } from '@ngrx/store';
import { Formats } from '../display/formats';
import { nodeLabel } from '../display/node-label';
import { EventDetails } from './event-details';
import { EventFeedActions } from './event-feed-actions';
import { feedFeature } from './feed-feature';
import { feedMatches, type FeedFilter, NO_FILTER } from './feed-filter';
import { type FeedRow, feedReader } from './feed-reader';
import { KINDS } from './kinds';
import { keyTarget } from './key-target';

const ROW_HEIGHT = 44;

/**
 * What Finesse published, the newest first: paused, filtered, looked into and copied. Scrolled away from the top it
 * stands still, so that nothing runs from under the eye; nothing is lost meanwhile.
 */
@Component({
  selector: 'app-event-feed',
  imports: [
    CdkFixedSizeVirtualScroll,
    CdkVirtualForOf,
    CdkVirtualScrollViewport,
    EventDetails,
    MatButton,
    MatIcon,
    MatIconButton,
  ],
  templateUrl: './event-feed.html',
  styleUrl: './event-feed.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'panel' },
})
export class EventFeed {
  /** Shows only what is about this agent. */
  readonly agentId = input('');

  private readonly store = inject(Store);
  private readonly formats = inject(Formats);
  private readonly feed = this.store.selectSignal(feedFeature.selectFeedState);
  private readonly read = feedReader();
  private readonly matches = feedMatches();
  private readonly viewport = viewChild.required(CdkVirtualScrollViewport);
  private held: { readonly rows: readonly FeedRow[]; readonly seen: number } = {
    rows: [],
    seen: 0,
  };
  private readonly isAway = signal(false);
  private readonly look = signal<FeedFilter>(NO_FILTER);
  private readonly focusWanted = signal(false);

  protected readonly rowHeight = ROW_HEIGHT;
  protected readonly nodeLabel = nodeLabel;
  protected readonly kinds = KINDS;
  protected readonly filter = computed(() =>
    this.agentId() === '' ? this.look() : { ...this.look(), agentId: this.agentId() },
  );
  protected readonly isPaused = signal(false);
  protected readonly isHeld = computed(() => this.isPaused() || this.isAway());
  protected readonly selected = signal<FeedRow | undefined>(undefined);
  /** The row that the tab key reaches. */
  protected readonly active = signal<number | undefined>(undefined);
  protected readonly total = computed(() => this.feed().total);

  /** While held nothing is worked out; the rows come in when it goes on. */
  private readonly shown = computed(() => {
    if (!this.isHeld()) {
      this.held = { rows: this.read(this.feed().log), seen: this.feed().seen };
    }
    return this.held.rows;
  });
  protected readonly waiting = computed(() => {
    this.shown();
    return this.isHeld() ? this.feed().seen - this.held.seen : 0;
  });
  protected readonly kept = computed(() => this.shown().length);
  protected readonly matching = computed(() => this.matches(this.shown(), this.filter()));
  protected readonly entries = computed(() => [...this.matching()].reverse());
  protected readonly isFiltered = computed(() => this.look() !== NO_FILTER);
  protected readonly reached = computed(() => {
    const [first] = this.entries();
    return this.active() ?? first?.number;
  });

  constructor() {
    afterRenderEffect(() => {
      const isEmpty = this.entries().length === 0;
      this.viewport().checkViewportSize();
      if (isEmpty) {
        this.isAway.set(false);
      }
    });
    afterRenderEffect(() => {
      const wanted = this.focusWanted() ? this.active() : undefined;
      if (wanted !== undefined) {
        this.viewport()
          .elementRef.nativeElement.querySelector<HTMLElement>(`[data-number="${wanted}"] button`)
          ?.focus();
        this.focusWanted.set(false);
      }
    });
  }

  protected count(value: number): string {
    return this.formats.number(value);
  }

  protected time({ notification }: FeedRow): string {
    return this.formats.time(notification.receivedAt);
  }

  protected find(part: Partial<FeedFilter>): void {
    this.look.update((before) => {
      const next = { ...before, ...part };
      const { text, node, kind, agent } = next;
      return [text, node, kind, agent].every((word) => word === '') ? NO_FILTER : next;
    });
    this.toTop();
  }

  protected showAll(): void {
    this.look.set(NO_FILTER);
  }

  protected scrolled(firstIndex: number): void {
    this.isAway.set(firstIndex > 0);
  }

  protected toTop(): void {
    this.viewport().scrollToIndex(0);
    this.isAway.set(false);
  }

  protected togglePause(): void {
    this.isPaused.update((isPaused) => !isPaused);
  }

  protected clear(): void {
    this.isPaused.set(false);
    this.toTop();
    this.selected.set(undefined);
    this.store.dispatch(EventFeedActions.cleared());
  }

  protected toggle(row: FeedRow): void {
    this.active.set(row.number);
    this.selected.update((open) => (open?.number === row.number ? undefined : row));
  }

  protected move(event: KeyboardEvent): void {
    const entries = this.entries();
    const from = entries.findIndex(({ number }) => number === this.reached());
    const to = keyTarget(event.key, Math.max(0, from), entries.length);
    const row = to === undefined ? undefined : entries[to];
    if (to === undefined || row === undefined) {
      return;
    }
    event.preventDefault();
    this.active.set(row.number);
    this.viewport().scrollToIndex(Math.max(0, to - 2));
    this.focusWanted.set(true);
  }

  protected byNumber(_: number, { number }: FeedRow): number {
    return number;
  }
}
