/** An error in Finesse's own words, as REST bodies and notifications carry it. */
export interface FinesseError {
  /** HTTP status, where the error is told at once. */
  readonly status: number;
  readonly errorType: string;
  readonly errorMessage: string;
  /** A number as text, a name, or empty. */
  readonly errorData: string;
  /** The medium it happened in, where it is no voice. */
  readonly errorMedia?: string;
}

/** Done, or the reason why not. */
export type Result<T = undefined> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: FinesseError };

/** Tells that something was done. */
export const DONE: Result = { ok: true, value: undefined };

/** Wraps what a request asked for. */
export function done<T>(value: T): Result<T> {
  return { ok: true, value };
}

/** Refuses a request; `errorData` is empty when Finesse has nothing to add. */
export function refuse(
  status: number,
  errorType: string,
  details: { readonly message?: string; readonly data?: string } = {},
): { readonly ok: false; readonly error: FinesseError } {
  const { message = '', data = '' } = details;
  return { ok: false, error: { status, errorType, errorMessage: message, errorData: data } };
}
