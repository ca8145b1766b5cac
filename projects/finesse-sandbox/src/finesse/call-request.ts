import type { CallVariable, Dialog } from './dialog';
import type { Queue } from './queue';
import type { User } from './user';
import type { World } from './world';

/** A call that somebody wants to place. */
export interface CallRequest {
  readonly from: string;
  /** A queue's number, an agent's extension or id, or a number outside. */
  readonly to: string;
  readonly queueId?: string;
  readonly variables?: readonly CallVariable[];
  readonly requestId?: string;
}

/** The queue a call is for: the one named, else the one whose number was dialled. */
export function requestedQueue(world: World, { queueId, to }: CallRequest): Queue | undefined {
  return queueId === undefined ? world.queueOfNumber(to) : world.queues.get(queueId);
}

/** Whether a call can ring at this agent. */
export function isFree({ state, dialogIds }: User): boolean {
  return (state === 'READY' || state === 'NOT_READY') && dialogIds.length === 0;
}

/** Whether this can be a number outside. */
export function isOutside(address: string): boolean {
  return /^\+?\d{2,15}$/.test(address);
}

/** How a call's queue is written into its dialog. */
export function queueFacts(
  to: string,
  queue: Queue | undefined,
): Pick<Dialog, 'dialedNumber' | 'queueId' | 'queueName'> {
  return queue === undefined
    ? { dialedNumber: to }
    : { dialedNumber: queue.dialedNumber, queueId: queue.id, queueName: queue.name };
}
