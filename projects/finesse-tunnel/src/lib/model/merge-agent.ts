import type { Agent } from './agent';
import type { ReasonCode } from './reason-code';

const STATES_WITH_REASON: ReadonlySet<string> = new Set(['NOT_READY', 'LOGOUT']);

/**
 * Lays what was told last over what was known: fields not told keep their value.
 *
 * The reason is the exception: it belongs to the state it came with, so a new state without one has none.
 * Compares no times; `isOlderThan` says whether to merge at all.
 */
export function mergeAgent(known: Agent, told: Agent): Agent {
  const reasonCode = mergeReason(known, told);
  const merged = { ...known, ...told };
  return reasonCode === undefined ? merged : { ...merged, reasonCode };
}

/** Whether `told` describes a state that ended before the known one began. Equal times: the last one told wins. */
export function isOlderThan(told: Agent, known: Agent): boolean {
  return (
    told.stateChangeTime !== undefined &&
    known.stateChangeTime !== undefined &&
    told.stateChangeTime < known.stateChangeTime
  );
}

function mergeReason(known: Agent, told: Agent): ReasonCode | null | undefined {
  if (told.reasonCode !== undefined) {
    return told.reasonCode;
  }
  if (told.state === undefined) {
    return known.reasonCode;
  }
  const stays = told.state === known.state && STATES_WITH_REASON.has(told.state);
  return stays ? known.reasonCode : null;
}
