import { createSelector } from '@ngrx/store';
import {
  type NodeSubscription,
  selectAllAgents,
  selectAllDialogs,
  selectSubscriptions,
  type StoredAgent,
} from 'finesse-tunnel';
import { agentRow, dialogsByExtension } from './agent-row';

const selectDialogsByExtension = createSelector(selectAllDialogs, dialogsByExtension);

/** Subscriptions count their events, so they change with each; which nodes stand changes seldom. */
const selectStandingNodes = createSelector(selectSubscriptions, (subscriptions) =>
  subscriptions
    .filter(isStanding)
    .map(({ node }) => node)
    .join('\n'),
);

const selectStandingNodeSet = createSelector(
  selectStandingNodes,
  (nodes) => new Set(nodes === '' ? [] : nodes.split('\n')),
);

/** A line for each known agent, in no particular order; made anew at most once a frame. */
export const selectAgentRows = createSelector(
  selectAllAgents,
  selectDialogsByExtension,
  selectStandingNodeSet,
  (agents, dialogs, standing) =>
    agents.map((agent) =>
      agentRow(agent, {
        dialogs: dialogs.get(agent.extension ?? ''),
        isStale: isForgotten(agent, standing),
      }),
    ),
);

/** Whether each node that told of this agent was unsubscribed, so that no change would be heard of. */
export function isForgotten(
  { nodes }: Pick<StoredAgent, 'nodes'>,
  standing: ReadonlySet<string>,
): boolean {
  return !nodes.some((node) => standing.has(node));
}

/** A node somebody still watches. Between two connections the banner speaks for all of them. */
function isStanding({ watchers, state }: NodeSubscription): boolean {
  return watchers > 0 && state !== 'refused';
}
