import { TimerQueue } from './timer-queue';

/** Simulated time, in milliseconds since 1970. Whoever needs time or a timer gets one of these. */
export interface Clock {
  now(): number;
  /**
   * Runs something after `ms` of simulated time.
   * @returns How to cancel it.
   */
  after(ms: number, run: () => void): () => void;
}

// Node's own limit; a longer wait is cut into pieces.
const LONGEST_TIMEOUT_MS = 2 ** 31 - 1;

/**
 * A clock that starts at the wall clock's time and runs `speed` times as fast.
 *
 * Timers run strictly in the order of their due times, and while one runs, `now()` is the time it was due, however
 * late the machine is. So what only timers do happens in the same order, at the same distances, in every run. Between
 * timers `now()` can be a little ahead of the next one that is due.
 */
export function realClock(speed: number): Clock {
  return new RealClock(speed);
}

class RealClock implements Clock {
  private readonly timers = new TimerQueue();
  private readonly startedAt = Date.now();
  // Unlike the wall clock it never jumps.
  private readonly monotonicStart = performance.now();
  private latest = this.startedAt;
  private running: number | undefined;
  private timeout: NodeJS.Timeout | undefined;
  private armedFor = Infinity;

  constructor(private readonly speed: number) {}

  now(): number {
    return Math.floor(this.time());
  }

  after(ms: number, run: () => void): () => void {
    const cancel = this.timers.add(this.time() + Math.max(0, ms), run);
    this.arm();
    return cancel;
  }

  private time(): number {
    // Reading the time leaves no trace, or whoever asks would shift the timers that follow.
    return this.running ?? Math.max(this.latest, this.simulated());
  }

  private simulated(): number {
    return this.startedAt + (performance.now() - this.monotonicStart) * this.speed;
  }

  private runDue(): void {
    this.armedFor = Infinity;
    const until = this.simulated();
    try {
      for (let timer = this.timers.takeDue(until); timer; timer = this.timers.takeDue(until)) {
        this.running = Math.max(this.latest, timer.due);
        timer.run();
        this.latest = this.running;
      }
    } finally {
      this.running = undefined;
      this.arm();
    }
  }

  private arm(): void {
    const due = this.timers.nextDue();
    if (due === undefined || due >= this.armedFor || this.running !== undefined) {
      return;
    }
    clearTimeout(this.timeout);
    this.armedFor = due;
    const waitMs = Math.max(0, (due - this.simulated()) / this.speed);
    this.timeout = setTimeout(
      () => {
        this.runDue();
      },
      Math.min(waitMs, LONGEST_TIMEOUT_MS),
    );
    this.timeout.unref();
  }
}
