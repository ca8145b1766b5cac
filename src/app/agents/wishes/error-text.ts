import { type ApiError } from 'finesse-tunnel';
import { FinesseApiError } from 'finesse-tunnel/rest';

/** Finesse's own error, as people at a help desk ask for it: `Invalid State 22: CF_INVALID_OBJECT_STATE`. */
export function errorText({ errorType, errorData, errorMessage }: ApiError): string {
  const head = [errorType, errorData].filter(Boolean).join(' ');
  return [head, errorMessage].filter(Boolean).join(': ');
}

/** The words of the server where it gave any; else what the library says about the failure. */
export function reasonOf(failure: unknown): string {
  if (!(failure instanceof FinesseApiError)) {
    return failure instanceof Error ? failure.message : String(failure);
  }
  const said = failure.errors.map(errorText).filter((text) => text !== '');
  return said.length > 0 ? said.join('; ') : failure.message;
}
