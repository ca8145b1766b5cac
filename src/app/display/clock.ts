import { computed, DestroyRef, inject, Service, signal } from '@angular/core';
import { Store } from '@ngrx/store';
import { selectServerClockSkew, TUNNEL_CLOCK } from 'finesse-tunnel';

/** The one clock of the page: whoever shows an age reads it, and all of them tick together, once a second. */
@Service()
export class Clock {
  private readonly time = inject(TUNNEL_CLOCK);
  private readonly ticks = signal(this.time());
  private readonly skewMs = inject(Store).selectSignal(selectServerClockSkew);

  /** The local time in milliseconds since 1970. */
  readonly now = this.ticks.asReadonly();

  /** The same moment on the server's clock, to be compared with times that the server told. */
  readonly serverNow = computed(() => this.ticks() + this.skewMs());

  constructor() {
    const timer = setInterval(() => this.ticks.set(this.time()), 1000);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }
}
