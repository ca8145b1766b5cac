import { type DestroyRef, DOCUMENT, inject, Service } from '@angular/core';

/** Keeps the screen on for as long as a page wants it, where the browser can. */
@Service()
export class WakeLock {
  private readonly document = inject(DOCUMENT);

  /** Until `whoever` goes. The browser drops the lock when the tab is hidden, so it is asked for again. */
  holdFor(whoever: DestroyRef): void {
    let isWanted = true;
    let sentinel: WakeLockSentinel | undefined;
    const ask = () => {
      if (isWanted && this.document.visibilityState === 'visible' && 'wakeLock' in navigator) {
        navigator.wakeLock.request('screen').then(
          (granted) => {
            sentinel = granted;
            if (!isWanted) {
              void granted.release();
            }
          },
          () => {
            // Refused, as on a low battery; the wall goes on, and asks again when it is next seen.
          },
        );
      }
    };
    this.document.addEventListener('visibilitychange', ask);
    whoever.onDestroy(() => {
      isWanted = false;
      this.document.removeEventListener('visibilitychange', ask);
      void sentinel?.release();
    });
    ask();
  }
}
