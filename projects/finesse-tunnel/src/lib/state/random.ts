import { InjectionToken } from '@angular/core';

/** Numbers from 0 up to 1, for jitter; a test puts its own in its place. */
export const RANDOM = new InjectionToken<() => number>('finesse-tunnel random', {
  providedIn: 'root',
  factory: () => () => Math.random(),
});
