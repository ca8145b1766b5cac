import { DatePipe } from '@angular/common';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { MatButton, MatIconButton } from '@angular/material/button';
import { MatIcon } from '@angular/material/icon';
import { Store } from '@ngrx/store';
import { nodeLabel } from '../display/node-label';
import { EventDetails } from './event-details';
import { EventFeedActions } from './event-feed-actions';
import { FEED_LIMIT, feedFeature } from './feed-feature';
import { filterEntries } from './feed-filter';

/** How many entries are in the document before somebody asks for more. */
const PAGE_SIZE = 200;

/** What Finesse published, newest first: paused, filtered and opened as one likes. */
@Component({
  selector: 'app-event-feed',
  imports: [DatePipe, EventDetails, MatButton, MatIcon, MatIconButton],
  templateUrl: './event-feed.html',
  styleUrl: './event-feed.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'panel' },
})
export class EventFeed {
  /** Shows only what is about this agent. */
  readonly agentId = input('');

  private readonly store = inject(Store);
  private readonly feed = this.store.selectSignal(feedFeature.selectFeedState);

  protected readonly limit = FEED_LIMIT;
  protected readonly nodeLabel = nodeLabel;
  protected readonly text = signal('');
  protected readonly node = signal('');
  protected readonly kind = signal('');
  protected readonly opened = signal<ReadonlySet<number>>(new Set());
  protected readonly isPaused = computed(() => this.feed().held !== undefined);
  protected readonly total = computed(() => this.feed().total);
  private readonly shown = computed(() => this.feed().held ?? this.feed().entries);

  protected readonly waiting = computed(() => {
    const { held, nextNumber } = this.feed();
    return held === undefined ? 0 : nextNumber - 1 - (held[0]?.number ?? 0);
  });
  protected readonly nodes = computed(() =>
    distinct(
      this.shown().map((e) => e.notification.node),
      this.node(),
    ),
  );
  protected readonly kinds = computed(() =>
    distinct(
      this.shown().map((e) => e.notification.kind),
      this.kind(),
    ),
  );
  protected readonly matching = computed(() =>
    filterEntries(this.shown(), {
      text: this.text(),
      node: this.node(),
      kind: this.kind(),
      agentId: this.agentId(),
    }),
  );
  private readonly pageEnd = linkedSignal({
    source: () => [this.text(), this.node(), this.kind()].join('\n'),
    computation: () => PAGE_SIZE,
  });
  protected readonly entries = computed(() => this.matching().slice(0, this.pageEnd()));
  protected readonly isFiltered = computed(
    () => this.text() !== '' || this.node() !== '' || this.kind() !== '',
  );

  protected togglePause(): void {
    this.store.dispatch(this.isPaused() ? EventFeedActions.resumed() : EventFeedActions.paused());
  }

  protected clear(): void {
    this.store.dispatch(EventFeedActions.cleared());
    this.opened.set(new Set());
  }

  protected showMore(): void {
    this.pageEnd.update((end) => end + PAGE_SIZE);
  }

  protected toggle(entry: number): void {
    this.opened.update((opened) => {
      const next = new Set(opened);
      if (!next.delete(entry)) {
        next.add(entry);
      }
      return next;
    });
  }
}

/** The choices of a filter; the chosen one stays among them when its last event has gone. */
function distinct(words: readonly string[], chosen: string): readonly string[] {
  return [...new Set(chosen === '' ? words : [...words, chosen])].sort();
}
