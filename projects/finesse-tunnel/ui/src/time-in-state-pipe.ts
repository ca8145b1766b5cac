import { Pipe, type PipeTransform } from '@angular/core';

/** Shown when Finesse told no time. */
const UNKNOWN = '–';

/**
 * Writes how long a state lasts: `4:05`, from an hour on `1:04:05`. Pure, so hand it the time: a signal that ticks once
 * a second serves a whole table. Both clocks must be the same: add `selectServerClockSkew` to the local one.
 *
 * @example
 * ```html
 * {{ agent.stateChangeTime | finesseTimeInState: now() }}
 * ```
 */
@Pipe({ name: 'finesseTimeInState' })
export class TimeInStatePipe implements PipeTransform {
  /**
   * Takes both moments in milliseconds since 1970. A moment in the future counts as now.
   *
   * @returns A dash when there is no beginning.
   */
  transform(since: number | undefined, now: number): string {
    if (since === undefined) {
      return UNKNOWN;
    }
    const seconds = Math.max(0, Math.floor((now - since) / 1_000));
    const parts = [Math.floor(seconds / 60) % 60, seconds % 60];
    const hours = Math.floor(seconds / 3_600);
    const [first = 0, ...rest] = hours > 0 ? [hours, ...parts] : parts;
    return [first, ...rest.map((part) => String(part).padStart(2, '0'))].join(':');
  }
}
