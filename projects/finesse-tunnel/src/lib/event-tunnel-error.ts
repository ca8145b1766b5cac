import type { ConnectionErrorCode } from './model/connection-status';
import type { NodeSubscriptionError } from './model/node-subscription';

/** Why something of this library went wrong; one heading of the page of errors each. */
export type EventTunnelErrorCode =
  ConnectionErrorCode | NodeSubscriptionError['code'] | 'snapshot-failed' | 'store-missing';

/** The page of errors, which comes with the package. */
const ERROR_PAGE = 'finesse-tunnel/docs/errors.md';

/** A failure that tells code what to do (`code`), people what to do (`message`), and where more is written. */
export class EventTunnelError extends Error {
  override readonly name = 'EventTunnelError';
  /** Stable, for code that decides; `message` may be reworded at any time. */
  readonly code: EventTunnelErrorCode;
  /** Where this code is explained: a heading in a file of the package. */
  readonly docs: string;

  constructor(code: EventTunnelErrorCode, message: string) {
    super(message);
    this.code = code;
    this.docs = `${ERROR_PAGE}#${code}`;
  }
}
