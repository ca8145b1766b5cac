import { Service, signal } from '@angular/core';
import { type StateMark } from './state-thresholds';

/** From which figure on somebody should look, and from which on at once. */
export interface Limit {
  readonly warnFrom: number;
  readonly alarmFrom: number;
}

/** The limits for every queue. */
export interface QueueThresholds {
  readonly waiting: Limit;
  /** How long the first caller waits, in seconds. */
  readonly longestWait: Limit;
}

const DEFAULTS: QueueThresholds = {
  waiting: { warnFrom: 5, alarmFrom: 10 },
  longestWait: { warnFrom: 60, alarmFrom: 180 },
};

/** The limits for queues in force for whoever uses this page. */
@Service()
export class QueueLimits {
  private readonly chosen = signal(DEFAULTS);

  readonly thresholds = this.chosen.asReadonly();

  /** Puts other limits in force. */
  use(thresholds: QueueThresholds): void {
    this.chosen.set(thresholds);
  }
}

/** Judges a figure; an unknown one is never marked. */
export function markOfFigure(figure: number | undefined, limit: Limit): StateMark {
  if (figure === undefined) {
    return 'none';
  }
  return figure >= limit.alarmFrom ? 'alarm' : figure >= limit.warnFrom ? 'warn' : 'none';
}
