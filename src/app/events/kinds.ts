import { type NotificationKind } from 'finesse-tunnel';

/** Every kind of event, with its word. */
export const KINDS: readonly { readonly kind: NotificationKind; readonly word: string }[] = [
  { kind: 'user', word: $localize`:@@kind.user:Agent` },
  { kind: 'team-users', word: $localize`:@@kind.team-users:Agents of a team` },
  { kind: 'dialogs', word: $localize`:@@kind.dialogs:Call comes or goes` },
  { kind: 'dialog', word: $localize`:@@kind.dialog:Call` },
  { kind: 'queue', word: $localize`:@@kind.queue:Queue` },
  { kind: 'queues', word: $localize`:@@kind.queues:Queues of an agent` },
  { kind: 'media', word: $localize`:@@kind.media:Media` },
  { kind: 'team-message', word: $localize`:@@kind.team-message:Message to a team` },
  { kind: 'devices', word: $localize`:@@kind.devices:Devices` },
  { kind: 'system-info', word: $localize`:@@kind.system-info:Server` },
  { kind: 'api-errors', word: $localize`:@@kind.api-errors:Error` },
  { kind: 'unknown', word: $localize`:@@kind.unknown:Unknown` },
];
