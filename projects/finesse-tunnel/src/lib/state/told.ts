import type { Agent } from '../model/agent';
import type { Dialog } from '../model/dialog';
import type { Queue } from '../model/queue';

/** Where the state knows a resource from. */
export interface Told {
  /**
   * As of when it was told, in milliseconds since 1970 on the local clock: the moment a notification was read,
   * or the moment the request for a snapshot left.
   */
  readonly toldAt: number;
  /** The nodes that told it; it goes when the last of them takes it back. */
  readonly nodes: readonly string[];
}

/** An agent as the state holds it: all that was told, merged. */
export type StoredAgent = Agent & Told;

/** A dialog as the state holds it. */
export type StoredDialog = Dialog & Told;

/** A queue as the state holds it. */
export type StoredQueue = Queue & Told;
