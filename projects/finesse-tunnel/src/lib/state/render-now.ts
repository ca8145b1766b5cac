import type { ApplicationRef, ErrorHandler, NgZone } from '@angular/core';

/** What {@link renderNow} needs of Angular. */
export interface Rendering {
  readonly application: Pick<ApplicationRef, 'tick' | 'destroyed'>;
  readonly zone: Pick<NgZone, 'run'>;
  /** Whether `zone` is one of zone.js. */
  readonly hasZone: boolean;
  readonly failures: Pick<ErrorHandler, 'handleError'>;
}

/**
 * Changes something and brings the page up to date with it, both before the frame under way is painted.
 *
 * With zone.js the end of `run` does that. Without, Angular would put it off until after this frame: what a frame
 * callback changes would be on screen a frame late.
 */
export function renderNow(rendering: Rendering, change: () => void): void {
  const { application, zone, hasZone, failures } = rendering;
  zone.run(change);
  if (hasZone || application.destroyed) {
    return;
  }
  try {
    application.tick();
  } catch (failure) {
    failures.handleError(failure); // of a component; the events go on
  }
}
