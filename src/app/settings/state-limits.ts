import { type StateThreshold, type StateThresholds } from '../display/state-thresholds';
import { type Thresholds } from './settings';

/** Nobody chooses this one: a phone rings that long. */
const RESERVED: StateThreshold = { warnAfter: 20, alarmAfter: 60 };

/** The limits that tables mark agents by: a warning at the threshold, an alarm at twice its time. */
export function stateLimits(thresholds: Thresholds): StateThresholds {
  const { notReadyMinutes, talkingMinutes, holdMinutes, wrapUpMinutes } = thresholds;
  return {
    RESERVED,
    ...limit('NOT_READY', notReadyMinutes),
    ...limit('TALKING', talkingMinutes),
    ...limit('HOLD', holdMinutes),
    ...limit('WORK', wrapUpMinutes),
    ...limit('WORK_READY', wrapUpMinutes),
  };
}

function limit(state: string, minutes: number | undefined): StateThresholds {
  return minutes === undefined
    ? {}
    : { [state]: { warnAfter: minutes * 60, alarmAfter: minutes * 120 } };
}
