import type { Agent } from './agent';

const STATES_WITH_REASON: ReadonlySet<string> = new Set(['NOT_READY', 'LOGOUT']);

/**
 * Lays what was told last over what was known: fields not told keep their value.
 *
 * The reason is the exception: it belongs to the state it came with, so a new state without one has none.
 * Compares no times; `isOlderThan` says whether to merge at all.
 */
export function mergeAgent(known: Agent, told: Agent): Agent {
  const extra = known.extra && told.extra ? { extra: { ...known.extra, ...told.extra } } : {};
  if (keepsReason(known, told)) {
    return { ...known, ...told, ...extra };
  }
  const merged: { -readonly [Key in keyof Agent]: Agent[Key] } = {
    ...known,
    reasonCode: null,
    ...told,
    ...extra,
  };
  if (told.reasonCodeId === undefined) {
    delete merged.reasonCodeId;
  }
  return merged;
}

/** Whether the reason known so far still holds, unless `told` has one of its own. */
function keepsReason(known: Agent, told: Agent): boolean {
  return (
    told.state === undefined || (told.state === known.state && STATES_WITH_REASON.has(told.state))
  );
}
