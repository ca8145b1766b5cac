import { type Queue } from 'finesse-tunnel';
import { firstText } from '../display/first-text';

/** One line of the queues table. Counts are absent when unknown. */
export interface QueueRow {
  readonly id: string;
  readonly name: string;
  /** Finesse writes -1 everywhere for a queue nobody works in. */
  readonly isUnassigned: boolean;
  readonly waiting: number | undefined;
  /** Since when the first caller waits, on the server's clock. */
  readonly longestSince: number | undefined;
  readonly ready: number | undefined;
  readonly notReady: number | undefined;
  readonly inbound: number | undefined;
  readonly outbound: number | undefined;
  readonly internal: number | undefined;
  readonly wrapUp: number | undefined;
}

const UNASSIGNED = -1;

/** Makes the line of one queue. */
export function queueRow({ id, name, statistics = {} }: Queue): QueueRow {
  return {
    id,
    name: firstText(name, id),
    isUnassigned: statistics.callsInQueue === UNASSIGNED,
    waiting: known(statistics.callsInQueue),
    longestSince: statistics.startTimeOfLongestCallInQueue,
    ready: known(statistics.agentsReady),
    notReady: known(statistics.agentsNotReady),
    inbound: known(statistics.agentsTalkingInbound),
    outbound: known(statistics.agentsTalkingOutbound),
    internal: known(statistics.agentsTalkingInternal),
    wrapUp: sum(known(statistics.agentsWrapUpReady), known(statistics.agentsWrapUpNotReady)),
  };
}

/** The lines in the order of their names. */
export function queueRows(queues: readonly Queue[]): readonly QueueRow[] {
  return queues.map(queueRow).sort((a, b) => a.name.localeCompare(b.name, 'en', { numeric: true }));
}

function known(count: number | undefined): number | undefined {
  return count === UNASSIGNED ? undefined : count;
}

function sum(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined && b === undefined ? undefined : (a ?? 0) + (b ?? 0);
}
