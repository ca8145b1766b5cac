import { Observable } from 'rxjs';
import type { Notification } from 'finesse-tunnel';
import { newRequestId } from './new-request-id';

/** A request that passed the first checks. Its outcome comes as a notification. */
export interface Accepted {
  /** What the notification repeats, as a rule; the server promises it to nobody. */
  readonly requestId: string;
}

/** What became of a request. */
export interface Confirmation extends Accepted {
  /** What told it. Absent when nothing did, and the resource itself was asked. */
  readonly notification?: Notification;
}

/** How to wait for what becomes of a request. */
export interface ConfirmationOptions {
  /** From the server's acceptance on, in milliseconds. Default 15 000. */
  readonly withinMs?: number;
}

/** Sends under a request id. */
export type Send = (requestId: string) => Observable<Accepted>;
/** Sends under a request id, and waits for what becomes of it. */
export type Confirm = (requestId: string, options: ConfirmationOptions) => Observable<Confirmation>;

/**
 * Something asked of the server: sent once for each subscriber, each time under a request id of its own.
 *
 * Subscribed to as it is, it gives the server's acceptance, which promises nothing: what passes the checks inside
 * Finesse may still fail at the telephone. {@link FinesseCommand.confirmed} waits for the outcome.
 *
 * @example
 * ```ts
 * api.setState('1001001', { state: 'READY' }).confirmed().subscribe({
 *   error: (failure: FinesseApiError) => console.warn(failure.code, failure.errorType),
 * });
 * ```
 */
export class FinesseCommand extends Observable<Accepted> {
  readonly #confirm: Confirm;

  constructor(send: Send, confirm: Confirm) {
    super((subscriber) => send(newRequestId()).subscribe(subscriber));
    this.#confirm = confirm;
  }

  /**
   * Sends, and gives one value when the change is really there: the server told so, or the resource shows it.
   *
   * Fails with a `FinesseApiError`: as the request itself does; with `failed` and Finesse's reasons when it was
   * accepted and then went wrong; with `unconfirmed` when nothing is known by then. Unsubscribing stops the waiting,
   * not what the server does.
   */
  confirmed(options: ConfirmationOptions = {}): Observable<Confirmation> {
    return new Observable((subscriber) =>
      this.#confirm(newRequestId(), options).subscribe(subscriber),
    );
  }
}
