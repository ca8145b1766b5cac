import type { XmlElement } from 'finesse-tunnel/xml';
import type { Queue, QueueStatistics } from '../model/queue';
import { integer, object, text, time, uri, word } from './field-kinds';
import { fieldReader, type Reading } from './field-table';
import { identified } from './identified';

/** Reads a queue, whose id may stand in its URI only. `undefined` if nothing says which one it is. */
export function readQueue(element: XmlElement, reading: Reading): Queue | undefined {
  return identified(readQueueFields(element, reading), 'Queue', reading);
}

const readStatistics = fieldReader<QueueStatistics>({
  callsInQueue: integer(),
  startTimeOfLongestCallInQueue: time(),
  agentsReady: integer(),
  agentsNotReady: integer(),
  agentsBusyOther: integer(),
  agentsLoggedOn: integer(),
  agentsTalkingInbound: integer(),
  agentsTalkingOutbound: integer(),
  agentsTalkingInternal: integer(),
  agentsWrapUpNotReady: integer(),
  agentsWrapUpReady: integer(),
});

const readQueueFields = fieldReader<Queue>({
  id: word(),
  uri: uri(),
  name: text(),
  statistics: object(readStatistics),
});
