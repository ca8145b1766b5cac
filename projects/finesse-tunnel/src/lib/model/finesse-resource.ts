import type { Agent } from './agent';
import type { ApiError } from './api-error';
import type { Device } from './device';
import type { Dialog } from './dialog';
import type { Media } from './media';
import type { PhoneBook } from './phone-book';
import type { Queue } from './queue';
import type { ReasonCode } from './reason-code';
import type { SystemInfo } from './system-info';
import type { Team } from './team';
import type { TeamMessage } from './team-message';
import type { WrapUpReason } from './wrap-up-reason';

/** One resource of the Finesse API, as an HTTP answer or the data of a notification holds it. */
export type FinesseResource =
  | { readonly kind: 'user'; readonly agent: Agent }
  | { readonly kind: 'users'; readonly agents: readonly Agent[] }
  | { readonly kind: 'team'; readonly team: Team }
  | { readonly kind: 'dialog'; readonly dialog: Dialog }
  | { readonly kind: 'dialogs'; readonly dialogs: readonly Dialog[] }
  | { readonly kind: 'queue'; readonly queue: Queue }
  | { readonly kind: 'queues'; readonly queues: readonly Queue[] }
  | { readonly kind: 'media'; readonly media: Media }
  | { readonly kind: 'media-list'; readonly media: readonly Media[] }
  | { readonly kind: 'system-info'; readonly systemInfo: SystemInfo }
  | { readonly kind: 'reason-codes'; readonly reasonCodes: readonly ReasonCode[] }
  | { readonly kind: 'wrap-up-reasons'; readonly wrapUpReasons: readonly WrapUpReason[] }
  | { readonly kind: 'phone-books'; readonly phoneBooks: readonly PhoneBook[] }
  | { readonly kind: 'api-errors'; readonly errors: readonly ApiError[] }
  | { readonly kind: 'team-message'; readonly teamMessage: TeamMessage }
  | { readonly kind: 'team-messages'; readonly teamMessages: readonly TeamMessage[] }
  | { readonly kind: 'devices'; readonly devices: readonly Device[] };
