import type { Clock } from '../clock';
import { TimerQueue } from '../timer-queue';

/** A clock for tests: time stands still until {@link ManualClock.advance}. */
export class ManualClock implements Clock {
  private readonly timers = new TimerQueue();

  /** @param time - Milliseconds since 1970; the default is a Monday morning. */
  constructor(private time = Date.UTC(2026, 2, 2, 8, 0, 0)) {}

  now(): number {
    return this.time;
  }

  after(ms: number, run: () => void): () => void {
    return this.timers.add(this.time + Math.max(0, ms), run);
  }

  /** Lets time pass and runs everything that falls due in it, each at its own time. */
  advance(ms: number): void {
    const until = this.time + ms;
    for (let timer = this.timers.takeDue(until); timer; timer = this.timers.takeDue(until)) {
      this.time = Math.max(this.time, timer.due);
      timer.run();
    }
    this.time = until;
  }
}
