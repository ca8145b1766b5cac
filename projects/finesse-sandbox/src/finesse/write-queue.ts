import { queueNode } from 'finesse-tunnel/protocol';
import type { Queue, QueueStatistics } from './queue';
import { updateElement } from './write-update';
import { element, type XmlElement } from './xml-element';

/** All figures, in the order in which Finesse writes them. */
export const QUEUE_FIGURES = [
  'callsInQueue',
  'startTimeOfLongestCallInQueue',
  'agentsReady',
  'agentsNotReady',
  'agentsBusyOther',
  'agentsLoggedOn',
  'agentsTalkingInbound',
  'agentsTalkingOutbound',
  'agentsTalkingInternal',
  'agentsWrapUpNotReady',
  'agentsWrapUpReady',
] as const satisfies readonly (keyof QueueStatistics)[];

/** A queue with its figures, where it has any; the same in REST answers and notifications. */
export function queueElement(queue: Queue, statistics?: QueueStatistics): XmlElement {
  const figures =
    statistics && QUEUE_FIGURES.map((name) => element(name, String(statistics[name])));
  return element('Queue', [
    element('uri', queueNode(queue.id)),
    element('name', queue.name),
    ...(figures === undefined ? [] : [element('statistics', figures)]),
  ]);
}

/** The notification of a queue whose figures changed. */
export function queueUpdate(queue: Queue, statistics: QueueStatistics): XmlElement {
  const source = queueNode(queue.id);
  return updateElement(queueElement(queue, statistics), { event: 'PUT', source });
}
