import { InjectionToken } from '@angular/core';

/** The local clock, in milliseconds since 1970; a test puts its own in its place. */
export const TUNNEL_CLOCK = new InjectionToken<() => number>('finesse-tunnel clock', {
  providedIn: 'root',
  factory: () => () => Date.now(),
});
