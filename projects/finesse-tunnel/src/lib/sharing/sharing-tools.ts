import type { TunnelMessage } from 'finesse-tunnel/protocol';
import type { TunnelTransport } from '../transport/tunnel-transport';
import type { FollowerMessage, LeaderMessage } from './tab-message';
import type { TabLocks } from './tab-tools';

/** What leading and following are done with. */
export interface SharingTools {
  /** The id of this tab. */
  readonly tab: string;
  readonly locks: TabLocks;
  readonly inner: TunnelTransport;
  readonly now: () => number;
  readonly random: () => number;
  /** Says something to the rest of the library, as if the page had. */
  readonly say: (message: TunnelMessage) => void;
  /** Says something to the other tabs. */
  readonly post: (message: FollowerMessage | LeaderMessage) => void;
}

/** Held by each tab that follows, so that the one that leads learns when it is gone. */
export function tabLock(tab: string): string {
  return `finesse-tunnel tab ${tab}`;
}
