import { markOfFigure, type QueueThresholds } from '../display/queue-limits';
import { type StateMark } from '../display/state-thresholds';
import { type QueueRow } from './queue-row';

/** Which figures of a queue need attention. */
export interface QueueMarks {
  readonly waiting: StateMark;
  readonly longest: StateMark;
}

/**
 * Judges a queue. Nobody waits long in an empty queue, whatever time the server still tells.
 *
 * @param now - On the server's clock.
 */
export function queueMarks(
  { waiting, longestSince }: Pick<QueueRow, 'waiting' | 'longestSince'>,
  now: number,
  thresholds: QueueThresholds,
): QueueMarks {
  const isWaiting = waiting !== undefined && waiting > 0 && longestSince !== undefined;
  const seconds = isWaiting ? (now - longestSince) / 1000 : undefined;
  return {
    waiting: markOfFigure(waiting, thresholds.waiting),
    longest: markOfFigure(seconds, thresholds.longestWait),
  };
}
