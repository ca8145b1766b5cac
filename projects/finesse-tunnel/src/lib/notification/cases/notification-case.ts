import type { Diagnostic } from '../../model/diagnostic';
import type { Notification } from '../../model/notification';

type Expected<T extends Notification> = T extends Notification
  ? Omit<T, 'node' | 'xml' | 'receivedAt'>
  : never;

/** The body of one EVENT message, and what it must be read as. */
export interface NotificationCase {
  readonly name: string;
  readonly node: string;
  readonly xml: string;
  readonly expected: readonly Expected<Notification>[];
  /** Default: none. */
  readonly diagnostics?: readonly Diagnostic['code'][];
}
