import type { ApiError } from 'finesse-tunnel';

/**
 * Why a request to the REST API failed.
 *
 * | code | meaning |
 * |---|---|
 * | `not-signed-in` | nobody is signed in, so the request did not leave |
 * | `token-unavailable` | the token provider failed, so the request did not leave |
 * | `no-answer` | network, certificate, CORS, or too slow |
 * | `unauthorized` | 401: wrong secret, or not allowed to this agent; five wrong ones lock the account |
 * | `out-of-service` | 503: Finesse is up and out of service; try again once SystemInfo says IN_SERVICE |
 * | `refused` | any other status the server chose, with its reasons in `errors` |
 * | `unreadable` | an answer that is not what was asked for |
 * | `failed` | accepted, and then it failed; the notification's reasons are in `errors` |
 * | `unconfirmed` | accepted, and nothing told in time what became of it |
 */
export type FinesseApiErrorCode =
  | 'not-signed-in'
  | 'token-unavailable'
  | 'no-answer'
  | 'unauthorized'
  | 'out-of-service'
  | 'refused'
  | 'unreadable'
  | 'failed'
  | 'unconfirmed';

/** A failed request, with what the server said about it. Holds no secret. */
export class FinesseApiError extends Error {
  override readonly name = 'FinesseApiError';
  /** Stable, for code that decides; `message` may be reworded at any time. */
  readonly code: FinesseApiErrorCode;
  /** Where this code is explained: a heading in a file of the package. */
  readonly docs: string;
  /** The HTTP status; 0 when there was no answer. */
  readonly status: number;
  /** Every reason the server gave, as a rule one. */
  readonly errors: readonly ApiError[];
  /** Of the first reason; empty when the server gave none. */
  readonly errorType: string;
  readonly errorMessage: string;
  readonly errorData: string;

  constructor(
    code: FinesseApiErrorCode,
    message: string,
    { status = 0, errors = [] }: { status?: number; errors?: readonly ApiError[] } = {},
  ) {
    super(message);
    this.code = code;
    this.docs = `finesse-tunnel/docs/errors.md#${code}`;
    this.status = status;
    this.errors = errors;
    this.errorType = errors[0]?.errorType ?? '';
    this.errorMessage = errors[0]?.errorMessage ?? '';
    this.errorData = errors[0]?.errorData ?? '';
  }
}
