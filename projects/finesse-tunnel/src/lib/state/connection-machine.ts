/**
 * The connection as a pure state machine.
 *
 * It must survive: a page that says nothing, says a thing twice, loads again by itself, reconnects by itself, unloads,
 * or reports the end of a session that is over already; and answers that come when nobody waits any more.
 *
 * 1. `connect-requested` → `loading`: the page is opened and the domains are read, side by side.
 * 2. Page loaded and domains known → `connecting`: the agent is introduced (`handshakes` grows).
 * 3. `connected` → `connected`.
 * 4. A failure → `reconnecting`, and at `retry-due` again step 1; the page is kept unless it is what failed.
 * 5. `unauthorized` and `conflict` end it until somebody asks anew.
 *
 * Effects follow `preparations`, `handshakes` and the phase; nothing else decides.
 */
import type { TunnelStatus } from 'finesse-tunnel/protocol';
import type {
  ConnectionErrorCode,
  ConnectionPhase,
  ConnectionStatus,
} from '../model/connection-status';
import { CONNECTION_ERRORS } from './connection-errors';
import type { ConnectionEvent, Domains } from './connection-event';

/** Everything the machine remembers. */
export interface ConnectionState {
  readonly status: ConnectionStatus;
  /** Whether a page is open that said `loaded`. */
  readonly isPageLoaded: boolean;
  readonly domains?: Domains;
  /** Grows when an attempt begins. */
  readonly preparations: number;
  /** Grows when the agent is to be introduced to the page. */
  readonly handshakes: number;
}

/** A connection that lasted this long counts as good, so that the next retry is a quick one again. */
export const STABLE_AFTER_MS = 10_000;

/** Before anybody asked for anything. */
export const INITIAL_CONNECTION: ConnectionState = {
  status: { phase: 'disconnected', attempt: 0, since: 0 },
  isPageLoaded: false,
  preparations: 0,
  handshakes: 0,
};

/** Says where the connection is after an event; the same object when nothing changed. */
export function nextConnection(state: ConnectionState, event: ConnectionEvent): ConnectionState {
  const { phase } = state.status;
  switch (event.kind) {
    case 'connect-requested':
      return afterConnectRequested(state, event);
    case 'disconnect-requested':
      return afterDisconnectRequested(state, event.at);
    case 'domains-known':
      return phase === 'loading' ? introduced(known(state, event.domains), event.at) : state;
    case 'domains-unknown':
      return phase === 'loading' ? afterDomainsUnknown(state, event) : state;
    case 'secret-unavailable':
      return phase === 'connecting' ? failed(state, 'token-unavailable', event.at) : state;
    case 'status-changed':
      return afterStatus(state, event.status, event.at);
    case 'resource-told':
      return afterResource(state, event.resource);
    case 'loaded-overdue':
      return phase === 'loading' && !state.isPageLoaded
        ? failed(state, 'tunnel-not-loaded', event.at)
        : state;
    case 'connected-overdue':
      return phase === 'connecting' ? failed(state, 'not-connected-in-time', event.at) : state;
    case 'disconnected-overdue':
      return phase === 'disconnecting' ? ended(state, event.at) : state;
    case 'retry-scheduled':
      return phase === 'reconnecting'
        ? { ...state, status: { ...state.status, nextAttemptAt: event.nextAttemptAt } }
        : state;
    case 'retry-due':
      return phase === 'reconnecting' ? prepared(state, state.status.attempt + 1, event.at) : state;
  }
}

function afterConnectRequested(
  state: ConnectionState,
  { agentId, at }: { readonly agentId: string; readonly at: number },
): ConnectionState {
  const { phase } = state.status;
  const isSame = state.status.agentId === agentId;
  if (isSame && (phase === 'loading' || phase === 'connecting' || phase === 'connected')) {
    return state;
  }
  // A page that works for somebody else, or is leaving, is replaced: its session ends with it.
  const isPageKept = isSame && phase === 'reconnecting' && state.isPageLoaded;
  const { preparations, handshakes } = state;
  const asked: ConnectionState = {
    status: { phase: 'loading', agentId, attempt: 1, since: at },
    isPageLoaded: isPageKept,
    preparations,
    handshakes,
  };
  return prepared(asked, 1, at);
}

function afterDisconnectRequested(state: ConnectionState, at: number): ConnectionState {
  switch (state.status.phase) {
    case 'connecting':
    case 'connected':
      return moved(state, 'disconnecting', at);
    case 'disconnecting':
    case 'disconnected':
      return state;
    default:
      return ended(state, at);
  }
}

function afterDomainsUnknown(
  state: ConnectionState,
  event: { readonly code: ConnectionErrorCode; readonly message: string; readonly at: number },
): ConnectionState {
  const { code, message, at } = event;
  const error = { code, message, at };
  if (code === 'bad-config') {
    const over = ended(state, at);
    return { ...over, status: { ...over.status, error } };
  }
  const next = failed(state, code, at);
  return { ...next, status: { ...next.status, error } };
}

function afterResource(state: ConnectionState, resource: string): ConnectionState {
  const { phase } = state.status;
  return phase === 'connecting' || phase === 'connected'
    ? { ...state, status: { ...state.status, resource } }
    : state;
}

function afterStatus(
  state: ConnectionState,
  status: TunnelStatus | 'unknown',
  at: number,
): ConnectionState {
  switch (state.status.phase) {
    case 'loading':
    case 'reconnecting':
      return whileWaiting(state, status, at);
    case 'connecting':
      return whileConnecting(state, status, at);
    case 'connected':
      return whileConnected(state, status, at);
    case 'disconnecting':
      return endsSession(status) ? ended(state, at) : state;
    case 'disconnected':
    case 'unauthorized':
    case 'conflict':
      // What a page says after the end is about the past; after a conflict a `disconnected` always follows.
      return state;
  }
}

function whileWaiting(
  state: ConnectionState,
  status: TunnelStatus | 'unknown',
  at: number,
): ConnectionState {
  const isReconnecting = state.status.phase === 'reconnecting';
  switch (status) {
    case 'loaded':
      return isReconnecting
        ? { ...state, isPageLoaded: true }
        : introduced({ ...state, isPageLoaded: true }, at);
    case 'connected':
      // Older pages reconnect by themselves; one that was never introduced cannot.
      return isReconnecting && state.isPageLoaded ? stands(state, at) : state;
    case 'unauthorized':
    case 'conflict':
      return refusedForGood(state, status, at);
    default:
      return state;
  }
}

function whileConnecting(
  state: ConnectionState,
  status: TunnelStatus | 'unknown',
  at: number,
): ConnectionState {
  switch (status) {
    case 'loaded':
      return introduced(state, at);
    case 'connected':
      return stands(state, at);
    case 'disconnected':
      return failed(state, 'connection-refused', at);
    case 'unauthorized':
    case 'conflict':
      return refusedForGood(state, status, at);
    default:
      return state;
  }
}

function whileConnected(
  state: ConnectionState,
  status: TunnelStatus | 'unknown',
  at: number,
): ConnectionState {
  switch (status) {
    case 'connected':
    case 'unknown':
      return state;
    case 'loaded':
      return introduced(lost(state, at), at);
    case 'disconnected':
      return failed(state, 'connection-lost', at);
    case 'unauthorized':
    case 'conflict':
      return refusedForGood(state, status, at);
    case 'connecting':
    case 'reconnecting':
    case 'disconnecting':
    case 'unloading':
      // The page is busy with itself. It reports, loads anew, or runs into the timeout of `connecting`.
      return lost(state, at);
  }
}

/** Begins an attempt: on to step 1. */
function prepared(state: ConnectionState, attempt: number, at: number): ConnectionState {
  const { agentId, error } = state.status;
  const { domains: _stale, ...kept } = state;
  return {
    ...kept,
    status: {
      phase: 'loading',
      ...(agentId === undefined ? {} : { agentId }),
      ...(error === undefined ? {} : { error }),
      attempt,
      since: at,
    },
    preparations: state.preparations + 1,
  };
}

function known(state: ConnectionState, domains: Domains): ConnectionState {
  return { ...state, domains, status: { ...state.status, host: domains.xmppDomain } };
}

/** Step 2, once both conditions hold. */
function introduced(state: ConnectionState, at: number): ConnectionState {
  return state.isPageLoaded && state.domains !== undefined
    ? { ...moved(state, 'connecting', at), handshakes: state.handshakes + 1 }
    : state;
}

function stands(state: ConnectionState, at: number): ConnectionState {
  const { error: _over, nextAttemptAt: _reached, ...status } = state.status;
  return { ...state, status: { ...status, phase: 'connected', since: at } };
}

function lost(state: ConnectionState, at: number): ConnectionState {
  const next = moved(state, 'connecting', at);
  const error = errorOf('connection-lost', at);
  return { ...next, status: { ...next.status, attempt: attemptAfter(state, at), error } };
}

const PAGE_FAILURES: ReadonlySet<ConnectionErrorCode> = new Set([
  'tunnel-not-loaded',
  'not-connected-in-time',
]);

/** Step 4. A page that hangs is not asked again but replaced. */
function failed(state: ConnectionState, code: ConnectionErrorCode, at: number): ConnectionState {
  const next = moved(state, 'reconnecting', at);
  return {
    ...next,
    isPageLoaded: state.isPageLoaded && !PAGE_FAILURES.has(code),
    status: { ...next.status, attempt: attemptAfter(state, at), error: errorOf(code, at) },
  };
}

/** A connection that stood for a while begins to count anew; one that flaps goes on with its back-off. */
function attemptAfter({ status }: ConnectionState, at: number): number {
  const wasGood = status.phase === 'connected' && at - status.since >= STABLE_AFTER_MS;
  return wasGood ? 0 : status.attempt;
}

/** Step 5. */
function refusedForGood(
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

function ended(state: ConnectionState, at: number): ConnectionState {
  const { preparations, handshakes } = state;
  const status: ConnectionStatus = { phase: 'disconnected', attempt: 0, since: at };
  return { status, isPageLoaded: false, preparations, handshakes };
}

function endsSession(status: TunnelStatus | 'unknown'): boolean {
  return ['disconnected', 'unauthorized', 'conflict', 'loaded'].includes(status);
}

function moved(state: ConnectionState, phase: ConnectionPhase, at: number): ConnectionState {
  const { nextAttemptAt: _reached, ...status } = state.status;
  return { ...state, status: { ...status, phase, since: at } };
}

function errorOf(
  code: ConnectionErrorCode,
  at: number,
): { code: ConnectionErrorCode; message: string; at: number } {
  return { code, message: CONNECTION_ERRORS[code], at };
}
