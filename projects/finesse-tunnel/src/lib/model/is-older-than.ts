import type { Agent } from './agent';

/** Whether `told` describes a state that ended before the known one began. Equal times: the last one told wins. */
export function isOlderThan(told: Agent, known: Agent): boolean {
  return (
    told.stateChangeTime !== undefined &&
    known.stateChangeTime !== undefined &&
    told.stateChangeTime < known.stateChangeTime
  );
}
