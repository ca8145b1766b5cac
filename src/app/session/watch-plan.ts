import { createSelector } from '@ngrx/store';
import {
  type Agent,
  type Queue,
  selectAgentById,
  selectAllAgents,
  selectAllQueues,
  selectSystemInfo,
} from 'finesse-tunnel';
import {
  queueNode,
  systemInfoNode,
  teamUsersNode,
  userDialogsNode,
  userNode,
  userQueuesNode,
} from 'finesse-tunnel/protocol';
import { sessionFeature } from './session-feature';
import { watchesFeature } from './watches-feature';

/** Beyond this many agents only the dialogs of those on the screen are watched. */
const MAX_AGENTS_WITH_DIALOGS = 60;

/** What the plan depends on. */
export interface WatchPlanFacts {
  readonly agentId: string;
  /** Absent until the server told about whoever signed in. */
  readonly self: Agent | undefined;
  readonly agents: readonly Agent[];
  /** The ids of agents who are, or were lately, on the screen. */
  readonly inView: readonly string[];
  readonly queues: readonly Queue[];
  /** CCX publishes nothing about queues. */
  readonly hasQueues: boolean;
}

/** The nodes the dashboard watches by itself: everybody's own, and for supervisors their teams and queues. */
export function planWatches(facts: WatchPlanFacts): readonly string[] {
  const { agentId, self, agents, inView, queues, hasQueues } = facts;
  const own = [systemInfoNode(), userNode(agentId), userDialogsNode(agentId)];
  if (self?.roles?.includes('Supervisor') !== true) {
    return own;
  }
  const teams = (self.teams ?? []).map(({ id }) => teamUsersNode(id));
  const queueNodes = hasQueues
    ? [userQueuesNode(agentId), ...queues.map(({ id }) => queueNode(id))]
    : [];
  const withDialogs = agents.length > MAX_AGENTS_WITH_DIALOGS ? inView : agents.map(({ id }) => id);
  return [...new Set([...own, ...teams, ...queueNodes, ...withDialogs.map(userDialogsNode)])];
}

/** Whoever is signed in, once the server told about them. */
export const selectSelf = createSelector(
  sessionFeature.selectAgentId,
  selectAgentById,
  (agentId, agentById) => (agentId === undefined ? undefined : agentById(agentId)),
);

/** Whether whoever is signed in supervises a team. */
export const selectIsSupervisor = createSelector(
  selectSelf,
  (self) => self?.roles?.includes('Supervisor') === true,
);

const selectHasQueues = createSelector(
  selectSystemInfo,
  (systemInfo) => systemInfo?.deploymentType !== 'UCCX',
);

const selectFacts = createSelector({
  session: sessionFeature.selectSessionState,
  self: selectSelf,
  agents: selectAllAgents,
  inView: watchesFeature.selectInView,
  queues: selectAllQueues,
  hasQueues: selectHasQueues,
});

const selectPlan = createSelector(selectFacts, ({ session: { agentId, isOpen }, ...facts }) =>
  isOpen && agentId !== undefined ? planWatches({ agentId, ...facts }) : [],
);

/** All nodes to be watched now: the plan, less what was dropped, and what was added by hand. */
export const selectWatchedNodes = createSelector(
  selectPlan,
  watchesFeature.selectWatchesState,
  (plan, { added, dropped }) => [
    ...new Set([...plan.filter((node) => !dropped.includes(node)), ...added]),
  ],
);
