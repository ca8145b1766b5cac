import { type Notification } from 'finesse-tunnel';
import { type FeedRow } from './feed-reader';

/** What was known before an event, put where the event has what it tells, so that the two can be compared. */
export function beforeOf({
  notification,
  before,
}: Pick<FeedRow, 'notification' | 'before'>): object {
  const field = FIELDS[notification.kind];
  if (field === undefined) {
    return {};
  }
  return { [field.name]: field.isList ? before : before[0] };
}

interface Field {
  readonly name: string;
  readonly isList: boolean;
}

const FIELDS: Readonly<Partial<Record<Notification['kind'], Field>>> = {
  user: { name: 'agent', isList: false },
  'team-users': { name: 'agents', isList: true },
  dialogs: { name: 'dialogs', isList: true },
  dialog: { name: 'dialog', isList: false },
  queue: { name: 'queue', isList: false },
  queues: { name: 'queues', isList: true },
  media: { name: 'media', isList: false },
  'system-info': { name: 'systemInfo', isList: false },
};
