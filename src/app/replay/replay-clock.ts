import { computed, inject, Service } from '@angular/core';
import { Store } from '@ngrx/store';
import { selectServerClockSkew } from 'finesse-tunnel';
import { ReplayPlayer } from 'finesse-tunnel/recording';

/** At a high speed a second is over in no time: ages then tick four times a second of the one who watches. */
const TICKS_A_SECOND = 4;

/** The clock of a replay: it shows the time of the recording. */
@Service()
export class ReplayClock {
  private readonly player = inject(ReplayPlayer);
  private readonly skewMs = inject(Store).selectSignal(selectServerClockSkew);

  /** The local time of whoever recorded, in milliseconds since 1970. */
  readonly now = computed(() => {
    const now = this.player.now();
    const step = (1000 * this.player.speed()) / TICKS_A_SECOND;
    return this.player.isPlaying() && step > 1000 ? Math.floor(now / step) * step : now;
  });

  /** The same moment on the server's clock. */
  readonly serverNow = computed(() => this.now() + this.skewMs());
}
