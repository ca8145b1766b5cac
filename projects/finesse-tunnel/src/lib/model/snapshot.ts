import type { Agent } from './agent';
import type { Dialog } from './dialog';
import type { Media } from './media';
import type { Queue } from './queue';
import type { SystemInfo } from './system-info';
import type { Team } from './team';

/** What a REST answer tells about one resource, whole: whoever is not in a list is not there any more. */
export type Snapshot =
  | { readonly kind: 'user'; readonly agent: Agent }
  | { readonly kind: 'team-users'; readonly team: Team; readonly agents: readonly Agent[] }
  | { readonly kind: 'dialogs'; readonly agentId: string; readonly dialogs: readonly Dialog[] }
  | { readonly kind: 'queue'; readonly queue: Queue }
  | { readonly kind: 'queues'; readonly agentId: string; readonly queues: readonly Queue[] }
  /** One dialog by itself; absent when it is over. */
  | { readonly kind: 'dialog'; readonly id: string; readonly dialog?: Dialog }
  /** An agent's states in media routing domains. The state holds none: fold the action where they are wanted. */
  | { readonly kind: 'media'; readonly agentId: string; readonly media: readonly Media[] }
  | { readonly kind: 'system-info'; readonly systemInfo: SystemInfo }
  /** What an application's own source gave; the library's state takes no part of it. */
  | { readonly kind: 'custom'; readonly data: unknown };
