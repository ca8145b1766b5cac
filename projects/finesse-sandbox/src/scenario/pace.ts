/** How often things happen and how long they take, in simulated milliseconds, so that the rate asked for comes out. */
export interface Pace {
  readonly betweenCallsMs: number;
  /** Between calls that agents place themselves. */
  readonly betweenOutgoingMs: number;
  readonly betweenBreaksMs: number;
  readonly betweenShiftEndsMs: number;
  readonly ringMs: number;
  readonly talkMs: number;
  readonly wrapUpMs: number;
  readonly breakMs: number;
  readonly awayMs: number;
  readonly patienceMs: number;
}

// A call is RESERVED, TALKING, sometimes HOLD and TALKING again, WORK and READY, with a colleague now and then; one that an
// agent places is NOT_READY, TALKING, NOT_READY and READY, and more with a colleague; a break is two changes; the end and the next beginning of a shift are four.
const CHANGES_PER_CALL = 4.6;
const CHANGES_PER_OUTGOING = 4.5;
const SHARE_OF_CALLS = 0.82;
const SHARE_OF_OUTGOING = 0.06;
const SHARE_OF_BREAKS = 0.08;
const SHARE_OF_SHIFTS = 0.04;
// Who does what at any time, of all agents; the rest is ready and waits.
const ON_CALLS = 0.55;
const ON_BREAK = 0.08;
const AWAY = 0.05;
const LONGEST_CALL_MS = 240_000;
const LONGEST_BREAK_MS = 900_000;
const LONGEST_AWAY_MS = 1_800_000;

/**
 * Plans a contact centre of so many agents with so many state changes a second.
 *
 * Many changes among few agents make everything short; few changes among many agents leave most of them waiting,
 * rather than make calls longer than calls are.
 */
export function planPace(agents: number, rate: number): Pace {
  const callsPerMs = (rate * SHARE_OF_CALLS) / CHANGES_PER_CALL / 1000;
  const outgoingPerMs = (rate * SHARE_OF_OUTGOING) / CHANGES_PER_OUTGOING / 1000;
  const breaksPerMs = (rate * SHARE_OF_BREAKS) / 2 / 1000;
  const shiftEndsPerMs = (rate * SHARE_OF_SHIFTS) / 4 / 1000;
  const handlingMs = Math.min(LONGEST_CALL_MS, (ON_CALLS * agents) / callsPerMs);
  return {
    betweenCallsMs: 1 / callsPerMs,
    betweenOutgoingMs: 1 / outgoingPerMs,
    betweenBreaksMs: 1 / breaksPerMs,
    betweenShiftEndsMs: 1 / shiftEndsPerMs,
    ringMs: handlingMs * 0.08,
    talkMs: handlingMs * 0.67,
    wrapUpMs: handlingMs * 0.25,
    breakMs: Math.min(LONGEST_BREAK_MS, (ON_BREAK * agents) / breaksPerMs),
    awayMs: Math.min(LONGEST_AWAY_MS, (AWAY * agents) / shiftEndsPerMs),
    patienceMs: handlingMs * 3,
  };
}
