import { createFeature, createSelector } from '@ngrx/store';
import { userDialogsNode, userMediaDialogsNode } from 'finesse-tunnel/protocol';
import { type Collection, entityOf, type Keyed, listOf, listReader } from './collection';
import { eventTunnelReducer } from './event-tunnel-reducer';
import type { ConnectionStatus } from '../model/connection-status';
import type { NodeSubscription } from '../model/node-subscription';
import { withEvents } from './node-events';
import { readinessOf } from './readiness-of';
import { subscriptionTo } from './subscriptions';
import type { StoredAgent, StoredDialog, StoredQueue } from './told';

/** The feature `eventTunnel`: reducer, name and the selectors that the state itself gives. */
export const eventTunnelFeature = createFeature({
  name: 'eventTunnel',
  reducer: eventTunnelReducer,
});

/** Everything the connection machine remembers; effects follow it. */
export const selectConnection = eventTunnelFeature.selectConnection;

const selectProgress = createSelector(
  selectConnection,
  eventTunnelFeature.selectSharing,
  ({ status }, sharing) => (sharing === undefined ? status : { ...status, sharing }),
);

const selectIsInService = createSelector(
  eventTunnelFeature.selectContactCenter,
  ({ systemInfo }) =>
    systemInfo?.status === undefined ? undefined : systemInfo.status === 'IN_SERVICE',
);

/** The state of the connection, as `EventTunnelService.status` shows it. */
export const selectConnectionStatus = createSelector(
  selectProgress,
  selectIsInService,
  eventTunnelFeature.selectFinessePresence,
  (progress, isInService, presence): ConnectionStatus => ({
    ...progress,
    readiness: readinessOf(progress, isInService, presence),
  }),
);

/**
 * The watched nodes by name, without what was heard of them: changes when a subscription moves, not with every event.
 * Effects follow it.
 */
export const selectSubscriptionProgress = eventTunnelFeature.selectSubscriptions;

/** The watched nodes, in the order in which they were first watched. Made anew whenever one of them has an event. */
export const selectSubscriptions = createSelector(
  selectSubscriptionProgress,
  eventTunnelFeature.selectHeard,
  (all, heard) =>
    Object.values(all).map((subscription) =>
      withEvents(subscription, entityOf(heard, subscription.node)),
    ),
);

/** The watched nodes by name, as {@link selectSubscriptions} gives them. */
export const selectSubscriptionEntities = createSelector(
  selectSubscriptions,
  (all): Readonly<Record<string, NodeSubscription>> =>
    Object.fromEntries(all.map((subscription) => [subscription.node, subscription])),
);

/** One watched node, `undefined` if nobody watches it. */
export const selectSubscription = (node: string) =>
  createSelector(
    createSelector(selectSubscriptionProgress, (all) => subscriptionTo(all, node)),
    createSelector(eventTunnelFeature.selectHeard, (heard) => entityOf(heard, node)),
    (subscription, heard) =>
      subscription === undefined ? undefined : withEvents(subscription, heard),
  );

/** The type of the last presence of the `finesse` user; `undefined` before the first one. */
export const selectFinessePresence = eventTunnelFeature.selectFinessePresence;

const selectContactCenter = eventTunnelFeature.selectContactCenter;
const selectAgents = createSelector(selectContactCenter, ({ agents }) => agents);
const selectDialogs = createSelector(selectContactCenter, ({ dialogs }) => dialogs);
const selectQueues = createSelector(selectContactCenter, ({ queues }) => queues);

/**
 * The agents by id, as a record. Making it costs as much as there are agents, each time one of them changes;
 * {@link selectAgentById} does not.
 */
export const selectAgentEntities = createSelector(selectAgents, recordOf);

/** Gives one agent, `undefined` if nobody told of it: `store.selectSignal(selectAgentById)()(id)`. */
export const selectAgentById = createSelector(selectAgents, lookup);

/** All agents that were told, in the order in which they first were. */
export const selectAllAgents = createSelector(selectAgents, listReader<StoredAgent>());

/** One agent, `undefined` if nobody told of it. */
export const selectAgent = (id: string) =>
  createSelector(selectAgents, (agents) => entityOf(agents, id));

/**
 * The dialogs by id, as a record. Making it costs as much as there are dialogs, each time one of them changes;
 * {@link selectDialogById} does not.
 */
export const selectDialogEntities = createSelector(selectDialogs, recordOf);

/** Gives one dialog, `undefined` if nobody told of it: `store.selectSignal(selectDialogById)()(id)`. */
export const selectDialogById = createSelector(selectDialogs, lookup);

/** All dialogs that are going on, voice and nonvoice. */
export const selectAllDialogs = createSelector(selectDialogs, listReader<StoredDialog>());

/**
 * The dialogs of one agent: those that the agent's own nodes told, and those in which the agent's extension is a
 * party that has not left. The second way works for agents whose dialogs nobody watches.
 */
export const selectDialogsOfAgent = (id: string) =>
  createSelector(selectAllDialogs, selectAgent(id), (dialogs, agent) =>
    dialogs.filter((dialog) => isDialogOf(dialog, id, agent?.extension)),
  );

/**
 * The queues by id, as a record. Making it costs as much as there are queues, each time one of them changes;
 * {@link selectQueueById} does not.
 */
export const selectQueueEntities = createSelector(selectQueues, recordOf);

/** Gives one queue, `undefined` if nobody told of it: `store.selectSignal(selectQueueById)()(id)`. */
export const selectQueueById = createSelector(selectQueues, lookup);

/** All queues that were told. */
export const selectAllQueues = createSelector(selectQueues, listReader<StoredQueue>());

/** One queue, `undefined` if nobody told of it. */
export const selectQueue = (id: string) =>
  createSelector(selectQueues, (queues) => entityOf(queues, id));

/** What the server last said about itself. */
export const selectSystemInfo = createSelector(selectContactCenter, ({ systemInfo }) => systemInfo);

/**
 * Grows whenever something told changed what is known. A snapshot says at which one its request left: a clock, which may
 * be set back, could not say what came first.
 */
export const selectRevision = createSelector(selectContactCenter, ({ revision }) => revision);

/** Server clock minus local clock in milliseconds; add it to `Date.now()` before taking a `stateChangeTime` off. */
export const selectServerClockSkew = createSelector(
  selectContactCenter,
  ({ serverClockSkewMs }) => serverClockSkewMs,
);

function isDialogOf(dialog: StoredDialog, agentId: string, extension: string | undefined): boolean {
  if (
    [userDialogsNode(agentId), userMediaDialogsNode(agentId)].some((n) => dialog.nodes.includes(n))
  ) {
    return true;
  }
  return (
    extension !== undefined &&
    extension !== '' &&
    (dialog.participants ?? []).some(
      ({ mediaAddress, state }) => mediaAddress === extension && state !== 'DROPPED',
    )
  );
}

function recordOf<T extends Keyed>(
  collection: Collection<T>,
): Readonly<Record<string, T | undefined>> {
  return Object.fromEntries(listOf(collection).map((entity) => [entity.id, entity]));
}

function lookup<T extends Keyed>(collection: Collection<T>): (id: string) => T | undefined {
  return (id) => entityOf(collection, id);
}
