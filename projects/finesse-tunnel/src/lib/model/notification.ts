import type { Agent } from './agent';
import type { ApiError } from './api-error';
import type { Device } from './device';
import type { Dialog } from './dialog';
import type { Media } from './media';
import type { Queue } from './queue';
import type { SystemInfo } from './system-info';
import type { Team } from './team';
import type { TeamMessage } from './team-message';

/** What happened to the resource; `UNKNOWN` for any other word, which a diagnostic then quotes. */
export type NotificationEvent = 'POST' | 'PUT' | 'DELETE' | 'UNKNOWN';

/** What every notification tells, whatever it is about. */
export interface NotificationEnvelope {
  /** The pubsub node it was published on. */
  readonly node: string;
  readonly event: NotificationEvent;
  /** The request it answers; empty when it answers none, or when the server does not say. */
  readonly requestId: string;
  /** The URI of what changed; may be empty. */
  readonly source: string;
  /** When it was read, in milliseconds since 1970 on the local clock. */
  readonly receivedAt: number;
  /** The document as it came. */
  readonly xml: string;
}

/** An agent changed. `DELETE`: the agent is gone, and `agent` holds the id alone. */
export interface UserNotification extends NotificationEnvelope {
  readonly kind: 'user';
  readonly agent: Agent;
}

/** Agents of a team changed. */
export interface TeamUsersNotification extends NotificationEnvelope {
  readonly kind: 'team-users';
  /** Of the node's team. Empty if neither node nor document tells. */
  readonly teamId: string;
  /** Summaries; each tells only what a team list shows. */
  readonly agents: readonly Agent[];
  /** Whether `agents` is the whole team, so that whoever is missing has left it. */
  readonly snapshot: boolean;
  /** The team itself, when the document was about it. */
  readonly team?: Team;
}

/** Dialogs came to an agent (`POST`) or left (`DELETE`, with their last state). */
export interface DialogsNotification extends NotificationEnvelope {
  readonly kind: 'dialogs';
  /** Whose dialogs they are. Empty if neither node nor source tells. */
  readonly agentId: string;
  readonly dialogs: readonly Dialog[];
}

/** Something inside one dialog changed. */
export interface DialogNotification extends NotificationEnvelope {
  readonly kind: 'dialog';
  /** Whose node told it. Empty if the node is no agent's. */
  readonly agentId: string;
  readonly dialog: Dialog;
}

/** Statistics of a queue changed. `DELETE`: the queue is gone. */
export interface QueueNotification extends NotificationEnvelope {
  readonly kind: 'queue';
  readonly queue: Queue;
}

/** Queues were given to an agent (`POST`) or taken away (`DELETE`). */
export interface QueuesNotification extends NotificationEnvelope {
  readonly kind: 'queues';
  /** Whose queues they are. Empty if neither node nor source tells. */
  readonly agentId: string;
  readonly queues: readonly Queue[];
}

/** An agent's state in a media routing domain changed. */
export interface MediaNotification extends NotificationEnvelope {
  readonly kind: 'media';
  readonly media: Media;
}

/** The server's own state changed. */
export interface SystemInfoNotification extends NotificationEnvelope {
  readonly kind: 'system-info';
  readonly systemInfo: SystemInfo;
}

/** A request failed after the server had accepted it; comes on the node of the object it was about. */
export interface ApiErrorsNotification extends NotificationEnvelope {
  readonly kind: 'api-errors';
  readonly errors: readonly ApiError[];
}

/** A supervisor wrote to a team. */
export interface TeamMessageNotification extends NotificationEnvelope {
  readonly kind: 'team-message';
  readonly teamMessage: TeamMessage;
}

/** The telephones of an agent changed. */
export interface DevicesNotification extends NotificationEnvelope {
  readonly kind: 'devices';
  readonly devices: readonly Device[];
}

/** A well-formed document about something this version does not know; `xml` holds all of it. */
export interface UnknownNotification extends NotificationEnvelope {
  readonly kind: 'unknown';
  /** The name of the element that carries the data, or of the document if there is none. */
  readonly resource: string;
}

/** One change in the contact centre, told apart by `kind`. Plain data: it may go into a store. */
export type Notification =
  | UserNotification
  | TeamUsersNotification
  | DialogsNotification
  | DialogNotification
  | QueueNotification
  | QueuesNotification
  | MediaNotification
  | SystemInfoNotification
  | ApiErrorsNotification
  | TeamMessageNotification
  | DevicesNotification
  | UnknownNotification;

/** What a notification may be about. */
export type NotificationKind = Notification['kind'];
