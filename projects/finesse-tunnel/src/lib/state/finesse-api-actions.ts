import { createActionGroup, props } from '@ngrx/store';
import type { ConnectionErrorCode } from '../model/connection-status';
import type { Snapshot } from '../model/snapshot';
import type { SystemInfo } from '../model/system-info';

/** What the REST API answered. Times in milliseconds since 1970 on the local clock. */
export const FinesseApiActions = createActionGroup({
  source: 'Finesse API',
  events: {
    /** The answer that a connection attempt waits for, or the domains a config gave in its place. */
    'Domains Known': props<{
      readonly xmppDomain: string;
      readonly pubsubDomain: string;
      /** Absent when the config gave the domains. */
      readonly systemInfo?: SystemInfo;
      readonly at: number;
    }>(),
    'Domains Unknown': props<{
      readonly code: ConnectionErrorCode;
      readonly message: string;
      readonly at: number;
    }>(),
    /** Merged into the state: per entity the newer one wins, what is missing in a list goes. */
    'Snapshot Loaded': props<{
      /** The watched node it belongs to. */
      readonly node: string;
      readonly snapshot: Snapshot;
      /** When the request left. */
      readonly requestedAt: number;
      readonly receivedAt: number;
      /**
       * `selectRevision` when the request left: what was told after that is newer than the answer. Absent: nothing
       * was told in between.
       */
      readonly requestedIn?: number;
      /** Absent: because the node was subscribed. `audit`: to compare, with nothing amiss. */
      readonly purpose?: 'audit';
    }>(),
    'Snapshot Failed': props<{
      readonly node: string;
      readonly message: string;
      /** The HTTP status; 0 when there was no answer. */
      readonly status: number;
    }>(),
  },
});
