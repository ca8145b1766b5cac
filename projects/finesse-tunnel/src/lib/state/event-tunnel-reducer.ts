import { createReducer, on } from '@ngrx/store';
import { parseJid, type PresenceBody } from 'finesse-tunnel/protocol';
import type { SystemInfo } from '../model/system-info';
import type { ConnectionEvent } from './connection-event';
import { nextConnection } from './connection-machine';
import { EMPTY_CONTACT_CENTER } from './contact-center';
import { CredentialActions } from './credential-actions';
import { EventTunnelServiceActions } from './event-tunnel-service-actions';
import { type EventTunnelState, INITIAL_EVENT_TUNNEL_STATE } from './event-tunnel-state';
import { FinesseActions } from './finesse-actions';
import { FinesseApiActions } from './finesse-api-actions';
import { foldNotifications } from './fold-notifications';
import { mergeSnapshot } from './merge-snapshot';
import { eventsSeen, heardSinceWatched } from './node-events';
import { nodesLeft } from './nodes-left';
import { SharedTunnelActions } from './shared-tunnel-actions';
import {
  connectionLost,
  connectionStands,
  replyOverdue,
  type Subscriptions,
  subscriptionTo,
  subscriptionAnswered,
  unsubscriptionAnswered,
  unwatched,
  watched,
} from './subscriptions';
import { TunnelPageActions } from './tunnel-page-actions';
import { TunnelTimerActions } from './tunnel-timer-actions';

/** Folds every action of the library into the feature state. */
export const eventTunnelReducer = createReducer(
  INITIAL_EVENT_TUNNEL_STATE,
  on(
    EventTunnelServiceActions.connectRequested,
    (state, { type: _type, ...asked }): EventTunnelState =>
      connected(forAgent(state, asked.agentId), { kind: 'connect-requested', ...asked }),
  ),
  on(EventTunnelServiceActions.disconnectRequested, (state, { at }): EventTunnelState =>
    connected(withoutData(state), { kind: 'disconnect-requested', at }),
  ),
  on(EventTunnelServiceActions.watchStarted, (state, { node }): EventTunnelState => ({
    ...state,
    subscriptions: watched(state.subscriptions, node, isConnected(state)),
    heard: heardSinceWatched(state.heard, state.subscriptions, node),
  })),
  on(EventTunnelServiceActions.watchStopped, (state, { node }): EventTunnelState =>
    subscribed(state, unwatched(state.subscriptions, node, isConnected(state))),
  ),
  on(
    FinesseApiActions.domainsKnown,
    (state, { xmppDomain, pubsubDomain, systemInfo, at }): EventTunnelState => {
      const domains = { xmppDomain, pubsubDomain };
      const next = connected(state, { kind: 'domains-known', domains, at });
      return systemInfo === undefined
        ? next
        : snapshotTaken(next, {
            node: '/finesse/api/SystemInfo',
            snapshot: { kind: 'system-info', systemInfo },
            requestedAt: at,
            receivedAt: at,
          });
    },
  ),
  on(FinesseApiActions.domainsUnknown, (state, { code, message, at }): EventTunnelState =>
    connected(state, { kind: 'domains-unknown', code, message, at }),
  ),
  on(FinesseApiActions.snapshotLoaded, snapshotTaken),
  on(CredentialActions.secretUnavailable, (state, { at }): EventTunnelState =>
    connected(state, { kind: 'secret-unavailable', at }),
  ),
  on(TunnelPageActions.statusChanged, (state, { status, at }): EventTunnelState =>
    connected(state, { kind: 'status-changed', status, at }),
  ),
  on(TunnelPageActions.resourceTold, (state, { resource }): EventTunnelState =>
    connected(state, { kind: 'resource-told', resource }),
  ),
  on(TunnelPageActions.subscriptionAnswered, (state, reply): EventTunnelState => ({
    ...state,
    subscriptions: subscriptionAnswered(state.subscriptions, reply),
  })),
  on(TunnelPageActions.unsubscriptionAnswered, (state, { node }): EventTunnelState =>
    subscribed(state, unsubscriptionAnswered(state.subscriptions, node)),
  ),
  on(TunnelPageActions.presenceReceived, (state, { presence }): EventTunnelState => {
    const jid = parseJid(presence.from);
    return jid.ok && jid.value.local === 'finesse'
      ? { ...state, finessePresence: presence.type }
      : state;
  }),
  on(TunnelTimerActions.loadedOverdue, (state, { at }): EventTunnelState =>
    connected(state, { kind: 'loaded-overdue', at }),
  ),
  on(TunnelTimerActions.connectedOverdue, (state, { at }): EventTunnelState =>
    connected(state, { kind: 'connected-overdue', at }),
  ),
  on(TunnelTimerActions.disconnectedOverdue, (state, { at }): EventTunnelState =>
    connected(state, { kind: 'disconnected-overdue', at }),
  ),
  on(TunnelTimerActions.retryScheduled, (state, { nextAttemptAt }): EventTunnelState =>
    connected(state, { kind: 'retry-scheduled', nextAttemptAt }),
  ),
  on(TunnelTimerActions.retryDue, (state, { at }): EventTunnelState =>
    connected(state, { kind: 'retry-due', at }),
  ),
  on(TunnelTimerActions.otherHostUsable, (state, { at }): EventTunnelState =>
    connected(state, { kind: 'other-host-usable', at }),
  ),
  on(TunnelTimerActions.wokeUp, (state, { at }): EventTunnelState =>
    connected(state, { kind: 'woken', at }),
  ),
  on(TunnelTimerActions.subscriptionReplyOverdue, (state, { node }): EventTunnelState =>
    subscribed(state, replyOverdue(state.subscriptions, node)),
  ),
  on(
    TunnelPageActions.hostTakenOver,
    (state, { type: _type, systemInfo, presence, ...moved }): EventTunnelState =>
      onNextHost(connected(state, { kind: 'moved-over', ...moved }), {
        systemInfo,
        presence,
        at: moved.at,
      }),
  ),
  on(SharedTunnelActions.roleChanged, (state, { sharing }): EventTunnelState => ({
    ...state,
    sharing,
  })),
  on(SharedTunnelActions.hostTold, (state, { hostIndex, domains, at }): EventTunnelState =>
    connected(state, { kind: 'host-told', hostIndex, domains, at }),
  ),
  on(FinesseActions.notificationsReceived, (state, { notifications }): EventTunnelState => ({
    ...state,
    heard: eventsSeen(state.heard, state.subscriptions, notifications),
    contactCenter: foldNotifications(state.contactCenter, notifications),
  })),
);

/** What is known of the server and of `finesse` is known of the next host now. */
function onNextHost(
  state: EventTunnelState,
  told: {
    readonly systemInfo: SystemInfo;
    readonly presence: PresenceBody['type'] | undefined;
    readonly at: number;
  },
): EventTunnelState {
  return snapshotTaken(
    { ...state, finessePresence: told.presence },
    {
      node: '/finesse/api/SystemInfo',
      snapshot: { kind: 'system-info', systemInfo: told.systemInfo },
      requestedAt: told.at,
      receivedAt: told.at,
    },
  );
}

/** Moves the connection, and with it the subscriptions that live and die with a session. */
function connected(state: EventTunnelState, event: ConnectionEvent): EventTunnelState {
  const connection = nextConnection(state.connection, event);
  const stands = connection.status.phase === 'connected';
  // A repeated `connected` may be another session, whose subscriptions are gone.
  const isAnnounced =
    event.kind === 'moved-over' ||
    (event.kind === 'status-changed' && event.status === 'connected');
  if (stands && isAnnounced) {
    return subscribed({ ...state, connection }, connectionStands(state.subscriptions));
  }
  if (!stands && isConnected(state)) {
    const after = { ...state, connection, finessePresence: undefined };
    return subscribed(after, connectionLost(state.subscriptions));
  }
  return connection === state.connection ? state : { ...state, connection };
}

/** What only a node told that nobody watches any more is not kept up to date. */
function subscribed(state: EventTunnelState, subscriptions: Subscriptions): EventTunnelState {
  const left = Object.keys(state.subscriptions).filter(
    (node) => subscriptionTo(subscriptions, node) === undefined,
  );
  const isWatched = (node: string): boolean => subscriptionTo(subscriptions, node) !== undefined;
  const contactCenter =
    left.length === 0 ? state.contactCenter : nodesLeft(state.contactCenter, left, isWatched);
  return { ...state, subscriptions, contactCenter };
}

function isConnected({ connection }: EventTunnelState): boolean {
  return connection.status.phase === 'connected';
}

function snapshotTaken(
  state: EventTunnelState,
  dated: Parameters<typeof mergeSnapshot>[1],
): EventTunnelState {
  const contactCenter = mergeSnapshot(state.contactCenter, dated);
  return contactCenter === state.contactCenter ? state : { ...state, contactCenter };
}

/** What one agent was allowed to see is not shown to the next one. */
function forAgent(state: EventTunnelState, agentId: string): EventTunnelState {
  const before = state.connection.status.agentId;
  return before === undefined || before === agentId ? state : withoutData(state);
}

function withoutData(state: EventTunnelState): EventTunnelState {
  const { revision } = state.contactCenter;
  return { ...state, contactCenter: { ...EMPTY_CONTACT_CENTER, revision } };
}
