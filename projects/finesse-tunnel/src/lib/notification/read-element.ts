import type { XmlElement } from 'finesse-tunnel/xml';
import type { FinesseResource } from '../model/finesse-resource';
import { list, object } from './field-kinds';
import { type Field, type Reading, UNREADABLE } from './field-table';
import { readAgent } from './read-agent';
import { readApiError } from './read-api-error';
import { readDevice } from './read-device';
import { readDialog } from './read-dialog';
import { readMedia } from './read-media';
import { readPhoneBook } from './read-phone-book';
import { readQueue } from './read-queue';
import { readReasonCode } from './read-reason-code';
import { readSystemInfo } from './read-system-info';
import { readTeam } from './read-team';
import { readTeamMessage } from './read-team-message';
import { readWrapUpReason } from './read-wrap-up-reason';

type ResourceReader = (element: XmlElement, reading: Reading) => FinesseResource | undefined;

/** The resources by the name of their element, its first letter in lower case. */
const READERS: ReadonlyMap<string, ResourceReader> = new Map([
  ['user', one(readAgent, (agent) => ({ kind: 'user', agent }))],
  ['users', many(object(readAgent, 'user'), (agents) => ({ kind: 'users', agents }))],
  ['team', one(readTeam, (team) => ({ kind: 'team', team }))],
  ['dialog', one(readDialog, (dialog) => ({ kind: 'dialog', dialog }))],
  ['dialogs', many(object(readDialog, 'dialog'), (dialogs) => ({ kind: 'dialogs', dialogs }))],
  ['queue', one(readQueue, (queue) => ({ kind: 'queue', queue }))],
  ['queues', many(object(readQueue, 'queue'), (queues) => ({ kind: 'queues', queues }))],
  ['media', one(readMedia, (media) => ({ kind: 'media', media }))],
  ['mediaList', many(object(readMedia, 'media'), (media) => ({ kind: 'media-list', media }))],
  ['systemInfo', one(readSystemInfo, (systemInfo) => ({ kind: 'system-info', systemInfo }))],
  [
    'reasonCodes',
    many(object(readReasonCode, 'reasonCode'), (reasonCodes) => ({
      kind: 'reason-codes',
      reasonCodes,
    })),
  ],
  [
    'wrapUpReasons',
    many(object(readWrapUpReason, 'wrapUpReason'), (wrapUpReasons) => ({
      kind: 'wrap-up-reasons',
      wrapUpReasons,
    })),
  ],
  [
    'phoneBooks',
    many(object(readPhoneBook, 'phoneBook'), (phoneBooks) => ({ kind: 'phone-books', phoneBooks })),
  ],
  [
    'apiErrors',
    many(object(readApiError, 'apiError'), (errors) => ({ kind: 'api-errors', errors })),
  ],
  ['teamMessage', one(readTeamMessage, (teamMessage) => ({ kind: 'team-message', teamMessage }))],
  [
    'teamMessages',
    many(object(readTeamMessage, 'teamMessage'), (teamMessages) => ({
      kind: 'team-messages',
      teamMessages,
    })),
  ],
  ['devices', many(object(readDevice, 'device'), (devices) => ({ kind: 'devices', devices }))],
]);

/** Reads the resource an element is about by the element's name. `undefined` if no resource has that name. */
export function readElement(element: XmlElement, reading: Reading): FinesseResource | undefined {
  const name = element.name.charAt(0).toLowerCase() + element.name.slice(1);
  return READERS.get(name)?.(element, reading);
}

function one<Value>(
  read: (element: XmlElement, reading: Reading) => Value | undefined,
  wrap: (value: Value) => FinesseResource,
): ResourceReader {
  return (element, reading) => {
    const value = read(element, reading);
    return value === undefined ? undefined : wrap(value);
  };
}

function many<Item>(
  item: Field<Item>,
  wrap: (items: readonly Item[]) => FinesseResource,
): ResourceReader {
  const { read } = list(item);
  return (element, reading) => {
    const items = read(element, reading);
    return items === undefined || items === UNREADABLE ? undefined : wrap(items);
  };
}
