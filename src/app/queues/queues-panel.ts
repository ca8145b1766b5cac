import { ChangeDetectionStrategy, Component, inject } from '@angular/core';
import { Store } from '@ngrx/store';
import { Clock } from '../display/clock';
import { QueueLimits } from '../display/queue-limits';
import { QueueTable } from './queue-table';
import { QueuesEmpty } from './queues-empty';
import { selectQueueRows } from './select-queue-rows';

/** The queues of whoever is signed in, as a part of a page. */
@Component({
  selector: 'app-queues-panel',
  imports: [QueueTable, QueuesEmpty],
  templateUrl: './queues-panel.html',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'panel' },
})
export class QueuesPanel {
  protected readonly rows = inject(Store).selectSignal(selectQueueRows);
  protected readonly now = inject(Clock).serverNow;
  protected readonly thresholds = inject(QueueLimits).thresholds;
}
