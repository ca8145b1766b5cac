import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Store } from '@ngrx/store';
import { Clock } from '../display/clock';
import { QueueLimits } from '../display/queue-limits';
import { historyFeature } from '../history/history-feature';
import { QueueCards } from './queue-cards';
import { QueueTable } from './queue-table';
import { QueuesEmpty } from './queues-empty';
import { selectQueueRows } from './select-queue-rows';

/** The queues with their past, as a table or as cards. */
@Component({
  selector: 'app-queues-board',
  imports: [QueueCards, QueueTable, QueuesEmpty, RouterLink],
  templateUrl: './queues-board.html',
  styleUrl: './queues-board.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'panel' },
})
export class QueuesBoard {
  /** `cards`, or anything else for the table. */
  readonly layout = input<string>();

  private readonly store = inject(Store);
  private readonly clock = inject(Clock);

  protected readonly rows = this.store.selectSignal(selectQueueRows);
  protected readonly past = this.store.selectSignal(historyFeature.selectQueues);
  protected readonly now = this.clock.serverNow;
  protected readonly localNow = this.clock.now;
  protected readonly thresholds = inject(QueueLimits).thresholds;
}
