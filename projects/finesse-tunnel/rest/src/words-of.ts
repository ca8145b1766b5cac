import type { ApiError } from 'finesse-tunnel';

/** The first of Finesse's reasons in its own words; empty when it gave none. */
export function wordsOf([reason]: readonly ApiError[]): string {
  return [reason?.errorType, reason?.errorMessage, reason?.errorData].filter(Boolean).join(', ');
}
