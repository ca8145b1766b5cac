import type { SystemInfo } from '../model/system-info';
import { NO_ENTITIES, type Noted, type StoredEntities } from './stored-entities';
import type { StoredAgent, StoredDialog, StoredQueue } from './told';

/** What is known of the contact centre: each resource once, by id. */
export interface ContactCenter {
  readonly agents: StoredEntities<StoredAgent & Noted>;
  readonly dialogs: StoredEntities<StoredDialog & Noted>;
  readonly queues: StoredEntities<StoredQueue & Noted>;
  readonly systemInfo: SystemInfo | undefined;
  /** Grows with every batch of notifications and every snapshot that changed anything. */
  readonly revision: number;
  /** Server clock minus local clock in milliseconds, at the last SystemInfo that told its time. */
  readonly serverClockSkewMs: number;
}

/** A contact centre nobody told anything about. */
export const EMPTY_CONTACT_CENTER: ContactCenter = {
  agents: NO_ENTITIES,
  dialogs: NO_ENTITIES,
  queues: NO_ENTITIES,
  systemInfo: undefined,
  revision: 0,
  serverClockSkewMs: 0,
};
