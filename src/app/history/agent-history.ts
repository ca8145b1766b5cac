/** One state of an agent, from `since` until the next one begins. Times on the server's clock. */
export interface PastState {
  readonly state: string;
  readonly since: number;
  readonly reason: string;
}

/** One call of an agent. */
export interface PastCall {
  readonly id: string;
  readonly from: number;
  /** Absent while it goes on. */
  readonly to: number | undefined;
  readonly queue: string;
  readonly fromAddress: string;
  readonly toAddress: string;
}

/** What is remembered of one agent since signing in, oldest first. */
export interface AgentHistory {
  readonly states: readonly PastState[];
  readonly calls: readonly PastCall[];
}

/** How many states are remembered of one agent; at thirty an hour that is a shift. */
export const STATE_LIMIT = 240;
/** How many calls are remembered of one agent. */
export const CALL_LIMIT = 100;

/** An agent of whom nothing is remembered. */
export const NO_HISTORY: AgentHistory = { states: [], calls: [] };

/**
 * Adds a state. The same one told again is not added; one that began earlier than the last came late and goes to
 * its place.
 */
export function addState(history: AgentHistory, told: PastState): AgentHistory {
  const { states } = history;
  const last = states.at(-1);
  if (states.some(({ state, since }) => state === told.state && since === told.since)) {
    return withReason(history, told);
  }
  const added =
    last === undefined || last.since <= told.since
      ? [...states, told]
      : [...states, told].sort((a, b) => a.since - b.since);
  return { ...history, states: added.slice(-STATE_LIMIT) };
}

/** Adds a call, or what was learnt about one that is known. One that ended is not begun again. */
export function addCall(history: AgentHistory, told: PastCall): AgentHistory {
  const known = history.calls.find(({ id }) => id === told.id);
  if (known === undefined) {
    return { ...history, calls: [...history.calls, told].slice(-CALL_LIMIT) };
  }
  const merged: PastCall = {
    ...known,
    to: known.to ?? told.to,
    queue: told.queue || known.queue,
    fromAddress: told.fromAddress || known.fromAddress,
    toAddress: told.toAddress || known.toAddress,
  };
  return isSameCall(known, merged)
    ? history
    : { ...history, calls: history.calls.map((call) => (call === known ? merged : call)) };
}

/** Ends the calls that go on and are not among those named: nobody told of their end. */
export function endOtherCalls(
  history: AgentHistory,
  going: ReadonlySet<string>,
  at: number,
): AgentHistory {
  return history.calls.some((call) => call.to === undefined && !going.has(call.id))
    ? {
        ...history,
        calls: history.calls.map((call) =>
          call.to === undefined && !going.has(call.id) ? { ...call, to: at } : call,
        ),
      }
    : history;
}

/** A second telling may know the reason that the first one left out. */
function withReason(history: AgentHistory, told: PastState): AgentHistory {
  return told.reason === ''
    ? history
    : {
        ...history,
        states: history.states.map((past) =>
          past.state === told.state && past.since === told.since && past.reason !== told.reason
            ? told
            : past,
        ),
      };
}

function isSameCall(a: PastCall, b: PastCall): boolean {
  return (
    a.to === b.to &&
    a.queue === b.queue &&
    a.fromAddress === b.fromAddress &&
    a.toAddress === b.toAddress
  );
}
