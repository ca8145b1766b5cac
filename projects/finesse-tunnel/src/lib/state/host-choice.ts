import type { ConnectionErrorCode } from '../model/connection-status';

/** Which of the hosts an attempt goes to. */
export interface HostChoice {
  /** 0 is the host of `tunnelUrl`. */
  readonly index: number;
  /** How many there are. */
  readonly count: number;
  /** Attempts in a row that got a page from this host and no session: what `auto` changes its transport by. */
  readonly failures: number;
}

/** The first host, and nothing tried. */
export const FIRST_HOST: HostChoice = { index: 0, count: 1, failures: 0 };

/** One try each over WebSocket and BOSH where both are to be tried. */
const FAILURES_BEFORE_CHANGE = 2;

/** Failures that tell of the host itself, not of the way to it. */
const HOST_FAILURES: ReadonlySet<ConnectionErrorCode> = new Set([
  'system-info-unavailable',
  'out-of-service',
  'tunnel-not-loaded',
]);

const SESSION_FAILURES: ReadonlySet<ConnectionErrorCode> = new Set([
  'connection-refused',
  'not-connected-in-time',
]);

/**
 * Says where to try next. A lost connection is tried on the same host first; a host that is out of service or does
 * not answer is left at once, one that gives no session after two tries.
 */
export function hostAfter(choice: HostChoice, code: ConnectionErrorCode): HostChoice {
  const { index, count, failures } = choice;
  const isHostAtFault = HOST_FAILURES.has(code);
  if (!isHostAtFault && !SESSION_FAILURES.has(code)) {
    return choice;
  }
  const counted = isHostAtFault ? failures : failures + 1;
  const isLeft = count > 1 && (isHostAtFault || counted >= FAILURES_BEFORE_CHANGE);
  return isLeft
    ? { index: (index + 1) % count, count, failures: 0 }
    : { index, count, failures: counted };
}
