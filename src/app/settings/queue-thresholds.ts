import { type Limit, type QueueThresholds } from '../display/queue-limits';
import { type Thresholds } from './settings';

/** The limits that queues are marked by: a warning from the threshold on, an alarm from twice of it on. */
export function queueThresholds({ waitSeconds, callsWaiting }: Thresholds): QueueThresholds {
  return { waiting: limit(callsWaiting), longestWait: limit(waitSeconds) };
}

/** Without a threshold nothing is ever marked. */
function limit(threshold = Infinity): Limit {
  return { warnFrom: threshold, alarmFrom: threshold * 2 };
}
