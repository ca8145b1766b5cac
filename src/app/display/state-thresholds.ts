import { Service, signal } from '@angular/core';

/** How long a state may last before somebody should look, in seconds. */
export interface StateThreshold {
  readonly warnAfter: number;
  readonly alarmAfter: number;
}

/** The limits by state. A state that is missing may last for ever. */
export type StateThresholds = Readonly<Record<string, StateThreshold>>;

/** How much attention a time in a state needs. */
export type StateMark = 'none' | 'warn' | 'alarm';

const DEFAULTS: StateThresholds = {
  RESERVED: { warnAfter: 20, alarmAfter: 60 },
  TALKING: { warnAfter: 600, alarmAfter: 1200 },
  HOLD: { warnAfter: 120, alarmAfter: 300 },
  WORK: { warnAfter: 120, alarmAfter: 300 },
  WORK_READY: { warnAfter: 120, alarmAfter: 300 },
  NOT_READY: { warnAfter: 900, alarmAfter: 1800 },
};

/** The limits in force for whoever uses this page. */
@Service()
export class StateLimits {
  private readonly chosen = signal(DEFAULTS);

  readonly thresholds = this.chosen.asReadonly();

  /** Puts other limits in force. */
  use(thresholds: StateThresholds): void {
    this.chosen.set(thresholds);
  }
}

/** Judges how long a state has lasted; an unknown beginning is never marked. Times in milliseconds. */
export function markOf(
  { state, since }: { readonly state: string; readonly since: number | undefined },
  now: number,
  thresholds: StateThresholds,
): StateMark {
  const limit = thresholds[state];
  if (limit === undefined || since === undefined) {
    return 'none';
  }
  const seconds = (now - since) / 1000;
  return seconds >= limit.alarmAfter ? 'alarm' : seconds >= limit.warnAfter ? 'warn' : 'none';
}
