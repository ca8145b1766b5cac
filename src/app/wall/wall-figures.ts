import { type Agent, type NodeSubscription, type Queue } from 'finesse-tunnel';
import { agentStateLook } from '../display/agent-state-look';
import { firstText } from '../display/first-text';

/** The figures of the whole contact centre, for the tiles. */
export interface WallFigures {
  readonly waiting: number;
  /** Since when the caller who waits longest waits, on the server's clock. */
  readonly longestSince: number | undefined;
  readonly ready: number;
  readonly talking: number;
  readonly notReady: number;
  readonly signedIn: number;
}

/** One bar: how many agents are in a state. */
export interface StateCount {
  readonly state: string;
  readonly count: number;
}

/** One queue as the wall shows it. */
export interface WallQueue {
  readonly id: string;
  readonly name: string;
  /** Absent when nobody is assigned. */
  readonly waiting: number | undefined;
  readonly longestSince: number | undefined;
  readonly ready: number | undefined;
}

const ON_CALL: readonly string[] = ['TALKING', 'HOLD', 'ACTIVE'];

/** Adds up agents and queues. A queue nobody is assigned to (-1) waits for nothing. */
export function wallFigures(agents: readonly Agent[], queues: readonly WallQueue[]): WallFigures {
  const inTone = (tone: string) =>
    agents.filter(({ state }) => agentStateLook(state).tone === tone).length;
  const starts = queues.map(({ longestSince }) => longestSince).filter((at) => at !== undefined);
  return {
    waiting: queues.reduce((sum, { waiting = 0 }) => sum + waiting, 0),
    longestSince: starts.length === 0 ? undefined : Math.min(...starts),
    ready: inTone('ready'),
    talking: agents.filter(({ state }) => ON_CALL.includes(state ?? '')).length,
    notReady: inTone('not-ready'),
    signedIn: agents.filter(({ state }) => agentStateLook(state).tone !== 'away').length,
  };
}

/** How many agents are in each state, the most first. */
export function stateCounts(agents: readonly Agent[]): readonly StateCount[] {
  const counts = new Map<string, number>();
  for (const { state = 'UNKNOWN' } of agents) {
    counts.set(state, (counts.get(state) ?? 0) + 1);
  }
  return [...counts]
    .map(([state, count]) => ({ state, count }))
    .sort((a, b) => b.count - a.count || a.state.localeCompare(b.state));
}

/** The queues as the wall shows them, those with most callers first. */
export function wallQueues(queues: readonly Queue[]): readonly WallQueue[] {
  const known = (count: number | undefined) => (count === -1 ? undefined : count);
  return queues
    .map(({ id, name, statistics = {} }) => ({
      id,
      name: firstText(name, id),
      waiting: known(statistics.callsInQueue),
      longestSince: statistics.startTimeOfLongestCallInQueue,
      ready: known(statistics.agentsReady),
    }))
    .sort((a, b) => (b.waiting ?? -1) - (a.waiting ?? -1) || a.name.localeCompare(b.name));
}

/** When the last event came in on nodes of agents or of queues. */
export function lastEventAt(
  subscriptions: readonly NodeSubscription[],
  of: 'agents' | 'queues',
): number | undefined {
  const times = subscriptions
    .filter(({ node }) => /\/Queues?(\/|$)/.test(node) === (of === 'queues'))
    .map((subscription) => subscription.lastEventAt)
    .filter((at) => at !== undefined);
  return times.length === 0 ? undefined : Math.max(...times);
}
