import { type MonoTypeOperatorFunction, retry, throwError, timer } from 'rxjs';
import { FinesseApiError } from './finesse-api-error';

/** How often and when to ask again. */
export interface RetryOutOfServiceOptions {
  /** Tries after the first. Default 10. */
  readonly count?: number;
  /** Between two tries, in milliseconds. Default 5 000. */
  readonly delayMs?: number;
}

/**
 * Sends a request again while Finesse says that it is out of service (503): such a request was not looked at, so
 * repeating it does nothing twice. Each try goes to the node the library is connected to by then.
 *
 * @example
 * ```ts
 * api.team('31').pipe(retryOutOfService()).subscribe();
 * ```
 */
export function retryOutOfService<T>({
  count = 10,
  delayMs = 5_000,
}: RetryOutOfServiceOptions = {}): MonoTypeOperatorFunction<T> {
  return retry({
    count,
    delay: (failure: unknown) =>
      failure instanceof FinesseApiError && failure.code === 'out-of-service'
        ? timer(delayMs)
        : throwError(() => failure),
  });
}
