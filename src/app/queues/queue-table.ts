import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { elapsed } from '../display/elapsed';
import { type QueueThresholds } from '../display/queue-limits';
import { NO_QUEUE_HISTORY, type QueueHistory } from '../history/queue-history';
import { QueueFigure } from './queue-figure';
import { queueMarks } from './queue-marks';
import { type QueueRow } from './queue-row';
import { QueueSparkline } from './queue-sparkline';

/** The figures of queues, a line each. */
@Component({
  selector: 'app-queue-table',
  imports: [QueueFigure, QueueSparkline],
  templateUrl: './queue-table.html',
  styleUrl: './queue-table.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QueueTable {
  readonly rows = input.required<readonly QueueRow[]>();
  /** The time on the server's clock. */
  readonly now = input.required<number>();
  readonly thresholds = input.required<QueueThresholds>();
  /** The past of the queues by id; without it there is no column for it. */
  readonly past = input<ReadonlyMap<string, QueueHistory>>();
  /** The local time, on which the past is told. */
  readonly localNow = input(0);

  protected readonly elapsed = elapsed;
  protected readonly queueMarks = queueMarks;
  protected readonly nothing = NO_QUEUE_HISTORY;
}
