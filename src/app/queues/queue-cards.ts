import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { elapsed } from '../display/elapsed';
import { type QueueThresholds } from '../display/queue-limits';
import { NO_QUEUE_HISTORY, type QueueHistory } from '../history/queue-history';
import { QueueFigure } from './queue-figure';
import { queueMarks } from './queue-marks';
import { type QueueRow } from './queue-row';
import { QueueSparkline } from './queue-sparkline';

/** The queues as cards: fewer at a time, to be read from further away. */
@Component({
  selector: 'app-queue-cards',
  imports: [QueueFigure, QueueSparkline],
  templateUrl: './queue-cards.html',
  styleUrl: './queue-cards.css',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class QueueCards {
  readonly rows = input.required<readonly QueueRow[]>();
  /** The time on the server's clock. */
  readonly now = input.required<number>();
  readonly thresholds = input.required<QueueThresholds>();
  /** The past of the queues by id. */
  readonly past = input.required<ReadonlyMap<string, QueueHistory>>();
  /** The local time, on which the past is told. */
  readonly localNow = input.required<number>();

  protected readonly elapsed = elapsed;
  protected readonly queueMarks = queueMarks;
  protected readonly nothing = NO_QUEUE_HISTORY;
}
