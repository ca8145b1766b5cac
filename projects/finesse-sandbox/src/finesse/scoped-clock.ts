import type { Clock } from './clock';

/** A clock whose timers all end with it, so that what was reset or stopped never speaks again. */
export class ScopedClock implements Clock {
  private isStopped = false;

  constructor(private readonly clock: Clock) {}

  now(): number {
    return this.clock.now();
  }

  after(ms: number, run: () => void): () => void {
    return this.clock.after(ms, () => {
      if (!this.isStopped) {
        run();
      }
    });
  }

  /** Silences every timer set through this clock, for good. */
  stop(): void {
    this.isStopped = true;
  }
}
