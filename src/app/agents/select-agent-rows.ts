import { createSelector } from '@ngrx/store';
import {
  selectAllAgents,
  selectAllDialogs,
  selectSubscriptionProgress,
  type StoredAgent,
  type SubscriptionProgress,
} from 'finesse-tunnel';
import { agentRow, type AgentRow, dialogsByExtension } from './agent-row';

const selectDialogsByExtension = createSelector(selectAllDialogs, dialogsByExtension);

/** Subscriptions move more often than nodes come to stand or to fall. */
const selectStandingNodes = createSelector(selectSubscriptionProgress, (subscriptions) =>
  Object.values(subscriptions)
    .filter(isStanding)
    .map(({ node }) => node)
    .join('\n'),
);

const selectStandingNodeSet = createSelector(
  selectStandingNodes,
  (nodes) => new Set(nodes === '' ? [] : nodes.split('\n')),
);

interface Answer {
  readonly agents: readonly StoredAgent[];
  readonly dialogs: ReturnType<typeof dialogsByExtension>;
  readonly standing: ReadonlySet<string>;
  readonly rows: readonly AgentRow[];
}

/** A line for each known agent, in no particular order; made anew at most once a frame. */
export const selectAgentRows = createSelector(
  selectAllAgents,
  selectDialogsByExtension,
  selectStandingNodeSet,
  rowReader(),
);

/** Makes lines, and keeps those of its last answer that still say the same: whoever sorts them looks at the others only. */
export function rowReader() {
  let last: Answer = { agents: [], dialogs: new Map(), standing: new Set(), rows: [] };
  return (
    agents: Answer['agents'],
    dialogs: Answer['dialogs'],
    standing: Answer['standing'],
  ): readonly AgentRow[] => {
    const before = last;
    const isOnlyAgents = dialogs === before.dialogs && standing === before.standing;
    const rows = agents.map((agent, index) => {
      const known = before.agents[index] === agent ? before.rows[index] : undefined;
      if (known !== undefined && isOnlyAgents) {
        return known;
      }
      const row = agentRow(agent, {
        dialogs: dialogs.get(agent.extension ?? ''),
        isStale: isForgotten(agent, standing),
      });
      return known !== undefined && saysTheSame(known, row) ? known : row;
    });
    last = { agents, dialogs, standing, rows };
    return rows;
  };
}

/** Whether two lines of one and the same agent tell of the same calls, too. */
function saysTheSame(known: AgentRow, row: AgentRow): boolean {
  return (
    known.isStale === row.isStale &&
    known.calls.length === row.calls.length &&
    known.calls.every((call, index) => {
      const other = row.calls[index];
      return call.id === other?.id && call.text === other.text && call.since === other.since;
    })
  );
}

/** Whether each node that told of this agent was unsubscribed, so that no change would be heard of. */
export function isForgotten(
  { nodes }: Pick<StoredAgent, 'nodes'>,
  standing: ReadonlySet<string>,
): boolean {
  return !nodes.some((node) => standing.has(node));
}

/** A node somebody still watches. Between two connections the banner speaks for all of them. */
function isStanding({ watchers, state }: SubscriptionProgress): boolean {
  return watchers > 0 && state !== 'refused';
}
