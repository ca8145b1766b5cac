import { createSelector } from '@ngrx/store';
import {
  type Queue,
  selectAllAgents,
  selectAllDialogs,
  selectAllQueues,
  selectServerClockSkew,
  selectSubscriptionProgress,
  selectSystemInfo,
  type Snapshot,
  type StoredAgent,
  type StoredDialog,
  type StoredQueue,
  type SystemInfo,
} from 'finesse-tunnel';
import { parseNode } from 'finesse-tunnel/protocol';

/** All that the state knows. */
export interface Known {
  readonly nodes: readonly string[];
  readonly agents: readonly StoredAgent[];
  readonly dialogs: readonly StoredDialog[];
  readonly queues: readonly StoredQueue[];
  readonly systemInfo: SystemInfo | undefined;
  readonly serverClockSkewMs: number;
}

/** All that the state knows, to begin a recording with. */
export const selectKnown = createSelector({
  nodes: createSelector(selectSubscriptionProgress, (all) => Object.keys(all)),
  agents: selectAllAgents,
  dialogs: selectAllDialogs,
  queues: selectAllQueues,
  systemInfo: selectSystemInfo,
  serverClockSkewMs: selectServerClockSkew,
});

/** A snapshot for each watched node, of what the state knows at this moment. */
export function knownSnapshots(
  known: Known,
  now: number,
): readonly { readonly node: string; readonly snapshot: Snapshot }[] {
  return known.nodes.flatMap((node) => {
    const snapshot = snapshotOf(known, node, now);
    return snapshot === undefined ? [] : [{ node, snapshot }];
  });
}

function snapshotOf(known: Known, node: string, now: number): Snapshot | undefined {
  const parsed = parseNode(node);
  if (!parsed.ok) {
    return undefined;
  }
  const name = parsed.value;
  const agents = toldOn(known.agents, node);
  const [agent] = agents;
  switch (name.kind) {
    case 'user':
      return agent === undefined ? undefined : { kind: 'user', agent };
    case 'team-users': {
      const teamName = agents.find(({ teamId }) => teamId === name.id)?.teamName;
      const team = { id: name.id, ...(teamName === undefined ? {} : { name: teamName }) };
      return { kind: 'team-users', team, agents };
    }
    case 'user-dialogs':
    case 'user-media-dialogs':
      return { kind: 'dialogs', agentId: name.id, dialogs: toldOn(known.dialogs, node) };
    case 'user-queues':
      return { kind: 'queues', agentId: name.id, queues: toldOn(known.queues, node) };
    case 'queue': {
      const [queue]: readonly (Queue | undefined)[] = toldOn(known.queues, node);
      return queue === undefined ? undefined : { kind: 'queue', queue };
    }
    case 'system-info':
      return {
        kind: 'system-info',
        systemInfo: { ...known.systemInfo, currentTimestamp: now + known.serverClockSkewMs },
      };
    default:
      return undefined;
  }
}

/** Without what only the state knows. */
function toldOn<T extends { readonly nodes: readonly string[]; readonly toldAt: number }>(
  entities: readonly T[],
  node: string,
): readonly Omit<T, 'nodes' | 'toldAt'>[] {
  return entities
    .filter(({ nodes }) => nodes.includes(node))
    .map(({ nodes: _nodes, toldAt: _toldAt, ...told }) => told);
}
