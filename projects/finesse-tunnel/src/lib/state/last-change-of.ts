import type { Dialog } from '../model/dialog';

/**
 * When any party of a dialog last changed, on the server's clock: a dialog has no time of its own.
 *
 * @returns `undefined` when no party tells a time.
 */
export function lastChangeOf({ participants }: Dialog): number | undefined {
  let last: number | undefined;
  for (const { stateChangeTime } of participants ?? []) {
    if (stateChangeTime !== undefined && (last === undefined || stateChangeTime > last)) {
      last = stateChangeTime;
    }
  }
  return last;
}
