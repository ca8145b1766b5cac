/**
 * The connection as a pure state machine.
 *
 * It must survive: a page that says nothing, says a thing twice, loads again by itself, reconnects by itself, unloads,
 * or reports the end of a session that is over already; and answers that come when nobody waits any more.
 *
 * 1. `connect-requested` → `loading`: the page is opened and the domains are read, side by side.
 * 2. Page loaded and domains known → `connecting`: the agent is introduced (`handshakes` grows).
 * 3. `connected` → `connected`.
 * 4. A failure → `reconnecting`, and at `retry-due` again step 1; the page is kept unless it is what failed, or
 *    the next attempt goes to another host (`hostAfter` says which).
 * 5. `unauthorized` and `conflict` end it until somebody asks anew.
 *
 * Effects follow `preparations`, `handshakes` and the phase; nothing else decides.
 */
import type { TunnelStatus } from 'finesse-tunnel/protocol';
import type { ConnectionErrorCode, ConnectionPhase } from '../model/connection-status';
import type { ConnectionEvent } from './connection-event';
import {
  type ConnectionState,
  ended,
  failed,
  followed,
  introduced,
  isOpenPageOf,
  known,
  lost,
  moved,
  movedOver,
  prepared,
  refusedForGood,
  resumed,
  stands,
} from './connection-moves';
import { FIRST_HOST } from './host-choice';

/** Before anybody asked for anything. */
export const INITIAL_CONNECTION: ConnectionState = {
  status: { phase: 'disconnected', attempt: 0, since: 0 },
  isPageLoaded: false,
  host: FIRST_HOST,
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
    case 'other-host-usable':
    case 'moved-over':
    case 'host-told':
      return afterHostChanged(state, event);
    case 'disconnected-overdue':
      return phase === 'disconnecting' ? ended(state, event.at) : state;
    case 'retry-scheduled':
      return phase === 'reconnecting'
        ? { ...state, status: { ...state.status, nextAttemptAt: event.nextAttemptAt } }
        : state;
    case 'woken':
    case 'retry-due':
      return phase === 'reconnecting' ? prepared(state, state.status.attempt + 1, event.at) : state;
  }
}

/** While an attempt looks for its own host, the leader's does not matter. */
const TAKING_PART: ReadonlySet<ConnectionPhase> = new Set([
  'connecting',
  'connected',
  'reconnecting',
]);

function afterHostChanged(
  state: ConnectionState,
  event: Extract<
    ConnectionEvent,
    { readonly kind: 'other-host-usable' | 'moved-over' | 'host-told' }
  >,
): ConnectionState {
  const { phase } = state.status;
  switch (event.kind) {
    case 'other-host-usable':
      return phase === 'connected' && state.host.count > 1
        ? failed(state, 'out-of-service', event.at)
        : state;
    case 'moved-over':
      return phase === 'connected' ? movedOver(state, event) : state;
    case 'host-told':
      return TAKING_PART.has(phase) ? followed(state, event) : state;
  }
}

function afterConnectRequested(
  state: ConnectionState,
  event: Extract<ConnectionEvent, { readonly kind: 'connect-requested' }>,
): ConnectionState {
  const { phase } = state.status;
  const { agentId, backOff, hosts = 1, at } = event;
  const isSame = state.status.agentId === agentId;
  if (isSame && (phase === 'loading' || phase === 'connecting' || phase === 'connected')) {
    return state;
  }
  // A page that works for somebody else, or is leaving, is replaced: its session ends with it.
  const isPageKept = isSame && phase === 'reconnecting' && state.isPageLoaded;
  const { preparations, handshakes, host } = state;
  const index = host.index < hosts ? host.index : 0;
  const { forcedSignOut } = isSame ? state.status : {};
  const asked: ConnectionState = {
    status: {
      phase: 'loading',
      agentId,
      attempt: 1,
      since: at,
      hostIndex: index,
      hostSince: at,
      ...(forcedSignOut === undefined ? {} : { forcedSignOut }),
    },
    isPageLoaded: isPageKept,
    host: { index, count: hosts, failures: 0 },
    preparations,
    handshakes,
  };
  return backOff === undefined ? prepared(asked, 1, at) : resumed(asked, backOff, at);
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
      if (isReconnecting) {
        // A page of the host that is left does not count for the one that comes.
        return isOpenPageOf(state) ? { ...state, isPageLoaded: true } : state;
      }
      return introduced({ ...state, isPageLoaded: true }, at);
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

function endsSession(status: TunnelStatus | 'unknown'): boolean {
  return ['disconnected', 'unauthorized', 'conflict', 'loaded'].includes(status);
}
