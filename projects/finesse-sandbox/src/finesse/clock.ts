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
 * late the machine is. So what only timers do happens in the same order, at the same distances, in every run.
 */
export function realClock(speed: number): Clock {
  const timers = new TimerQueue();
  const startedAt = Date.now();
  const monotonicStart = performance.now();
  const wall = () => startedAt + (performance.now() - monotonicStart) * speed;
  let latest = startedAt;
  let running: number | undefined;
  let timeout: NodeJS.Timeout | undefined;
  let armedFor = Infinity;

  const runDue = () => {
    armedFor = Infinity;
    const until = wall();
    for (let timer = timers.takeDue(until); timer !== undefined; timer = timers.takeDue(until)) {
      latest = running = Math.max(latest, timer.due);
      try {
        timer.run();
      } finally {
        running = undefined;
        arm();
      }
    }
    arm();
  };
  const arm = () => {
    const due = timers.nextDue();
    if (due === undefined || due >= armedFor || running !== undefined) {
      return;
    }
    clearTimeout(timeout);
    armedFor = due;
    timeout = setTimeout(runDue, Math.min(Math.max(0, (due - wall()) / speed), LONGEST_TIMEOUT_MS));
    timeout.unref();
  };
  return {
    now: () => Math.floor((latest = running ?? Math.max(latest, wall()))),
    after: (ms, run) => {
      const cancel = timers.add((running ?? Math.max(latest, wall())) + Math.max(0, ms), run);
      arm();
      return cancel;
    },
  };
}
