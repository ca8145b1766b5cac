/**
 * The steps of the connection machine, each from one state to the next; `connection-machine.ts` says when.
 */
import type {
  ConnectionErrorCode,
  ConnectionPhase,
  ConnectionProgress,
} from '../model/connection-status';
import { CONNECTION_ERRORS } from './connection-errors';
import type { Domains, RememberedBackOff } from './connection-event';
import { type HostChoice, hostAfter } from './host-choice';

/** Everything the machine remembers. */
export interface ConnectionState {
  readonly status: ConnectionProgress;
  /** Whether a page is open that said `loaded`. */
  readonly isPageLoaded: boolean;
  readonly domains?: Domains;
  /** Where the present attempt goes, while `reconnecting` the next one. */
  readonly host: HostChoice;
  /** Grows when an attempt begins. */
  readonly preparations: number;
  /** Grows when the agent is to be introduced to the page. */
  readonly handshakes: number;
}

/** A connection that lasted this long counts as good, so that the next retry is a quick one again. */
export const STABLE_AFTER_MS = 10_000;

/** After a loss the server signs an agent out no sooner than this… */
export const EARLIEST_SIGN_OUT_MS = 60_000;
/** …and no later: it may take 120 s to notice, and waits 60 s more. */
export const LATEST_SIGN_OUT_MS = 180_000;

/** Begins an attempt: on to step 1. */
export function prepared(state: ConnectionState, attempt: number, at: number): ConnectionState {
  const { domains: _stale, ...kept } = state;
  const { host: _left, nextAttemptAt: _reached, resource: _old, ...status } = state.status;
  const { index } = state.host;
  const isSameHost = status.hostIndex === index;
  return {
    ...kept,
    status: {
      ...status,
      phase: 'loading',
      hostIndex: index,
      hostSince: isSameHost ? (status.hostSince ?? at) : at,
      attempt,
      since: at,
    },
    preparations: state.preparations + 1,
  };
}

export function isOpenPageOf({ host, status }: ConnectionState): boolean {
  return status.hostIndex === host.index;
}

export function known(state: ConnectionState, domains: Domains): ConnectionState {
  return { ...state, domains, status: { ...state.status, host: domains.xmppDomain } };
}

/** The connection that counts is another tab's, and goes there. */
export function followed(
  state: ConnectionState,
  { hostIndex, domains, at }: { hostIndex: number; domains: Domains; at: number },
): ConnectionState {
  const { status, host } = known(state, domains);
  const hostSince = status.hostIndex === hostIndex ? (status.hostSince ?? at) : at;
  return {
    ...state,
    domains,
    host: { ...host, index: hostIndex },
    status: { ...status, hostIndex, hostSince },
  };
}

/** The next host stands before the one before is left, which may sign the agent out for that. */
export function movedOver(
  state: ConnectionState,
  event: { hostIndex: number; domains: Domains; resource?: string; at: number },
): ConnectionState {
  const { at, resource } = event;
  const next = followed(state, event);
  return {
    ...next,
    host: { ...next.host, failures: 0 },
    status: {
      ...next.status,
      ...signOutAfter(state, at),
      ...(resource === undefined ? {} : { resource }),
      since: at,
    },
  };
}

/** Step 2, once both conditions hold. */
export function introduced(state: ConnectionState, at: number): ConnectionState {
  return state.isPageLoaded && state.domains !== undefined
    ? { ...moved(state, 'connecting', at), handshakes: state.handshakes + 1 }
    : state;
}

export function stands(state: ConnectionState, at: number): ConnectionState {
  const { error: _over, nextAttemptAt: _reached, forcedSignOut, ...status } = state.status;
  // The host that was left does not know that the agent is well elsewhere.
  const isStillDue = forcedSignOut !== undefined && forcedSignOut.hostIndex !== state.host.index;
  return {
    ...state,
    host: { ...state.host, failures: 0 },
    status: {
      ...status,
      ...(isStillDue && forcedSignOut.latestAt > at ? { forcedSignOut } : {}),
      phase: 'connected',
      since: at,
    },
  };
}

export function lost(state: ConnectionState, at: number): ConnectionState {
  const next = moved(state, 'connecting', at);
  const error = errorOf('connection-lost', at);
  return {
    ...next,
    status: { ...next.status, ...signOutAfter(state, at), attempt: attemptAfter(state, at), error },
  };
}

/** From the loss of a session on the server may sign the agent out. */
function signOutAfter(
  { status: { phase }, host }: ConnectionState,
  at: number,
): Pick<ConnectionProgress, 'forcedSignOut'> {
  return phase === 'connected'
    ? {
        forcedSignOut: {
          earliestAt: at + EARLIEST_SIGN_OUT_MS,
          latestAt: at + LATEST_SIGN_OUT_MS,
          hostIndex: host.index,
        },
      }
    : {};
}

const PAGE_FAILURES: ReadonlySet<ConnectionErrorCode> = new Set([
  'tunnel-not-loaded',
  'not-connected-in-time',
]);

/** Step 4. A page that hangs is not asked again but replaced. */
export function failed(
  state: ConnectionState,
  code: ConnectionErrorCode,
  at: number,
): ConnectionState {
  const next = moved(state, 'reconnecting', at);
  const host = hostAfter(state.host, code);
  const isPageGood = host.index === state.host.index && !PAGE_FAILURES.has(code);
  return {
    ...next,
    host,
    isPageLoaded: state.isPageLoaded && isPageGood,
    status: {
      ...next.status,
      ...signOutAfter(state, at),
      attempt: attemptAfter(state, at),
      error: errorOf(code, at),
    },
  };
}

/** A connection that stood for a while begins to count anew; one that flaps goes on with its back-off. */
function attemptAfter({ status }: ConnectionState, at: number): number {
  const wasGood = status.phase === 'connected' && at - status.since >= STABLE_AFTER_MS;
  return wasGood ? 0 : status.attempt;
}

/** Step 5. */
export function refusedForGood(
  state: ConnectionState,
  code: 'unauthorized' | 'conflict',
  at: number,
): ConnectionState {
  const next = moved(state, code, at);
  return {
    ...next,
    isPageLoaded: false,
    status: { ...next.status, error: errorOf(code, at) },
  };
}

export function ended(state: ConnectionState, at: number): ConnectionState {
  const { preparations, handshakes, host } = state;
  const status: ConnectionProgress = { phase: 'disconnected', attempt: 0, since: at };
  return { status, isPageLoaded: false, host, preparations, handshakes };
}

export function moved(state: ConnectionState, phase: ConnectionPhase, at: number): ConnectionState {
  const { nextAttemptAt: _reached, ...status } = state.status;
  return { ...state, status: { ...status, phase, since: at } };
}

function errorOf(
  code: ConnectionErrorCode,
  at: number,
): { code: ConnectionErrorCode; message: string; at: number } {
  return { code, message: CONNECTION_ERRORS[code], at };
}

/** Goes on waiting where an earlier life of this page was. */
export function resumed(
  state: ConnectionState,
  { attempt, nextAttemptAt }: RememberedBackOff,
  at: number,
): ConnectionState {
  if (nextAttemptAt <= at) {
    return prepared(state, attempt, at);
  }
  const waiting = moved(state, 'reconnecting', at);
  return { ...waiting, status: { ...waiting.status, attempt: attempt - 1, nextAttemptAt } };
}
