import type { Clock } from './clock';

/** What the page asks of its worker: to send back an id after so many milliseconds. */
export type Alarm = readonly [id: number, ms: number];

/** One end of the worker, `In` being what it hears and `Out` what it says; inside, it is the global object. */
export interface TimerPort<In, Out> {
  addEventListener(type: 'message', listener: (event: MessageEvent<In>) => void): void;
  postMessage(message: Out): void;
}

/** Runs inside the worker. */
export function serveTimers(port: TimerPort<Alarm, number>): void {
  port.addEventListener('message', ({ data: [id, ms] }) => {
    setTimeout(() => port.postMessage(id), ms);
  });
}

/**
 * A clock that keeps time in hidden tabs, where the page's own timers may fire once a minute but a worker's do not.
 * Both are set and the first to fire counts; so the clock runs on where there is no worker, or where it dies.
 */
export class WorkerClock implements Clock {
  private readonly waiting = new Map<number, () => void>();
  private lastId = 0;

  constructor(private readonly worker: TimerPort<number, Alarm> | undefined) {
    worker?.addEventListener('message', ({ data }) => this.fire(data));
  }

  after(ms: number, run: () => void): () => void {
    const id = ++this.lastId;
    this.waiting.set(id, run);
    this.worker?.postMessage([id, ms]);
    setTimeout(() => this.fire(id), ms);
    return () => this.waiting.delete(id);
  }

  private fire(id: number): void {
    const run = this.waiting.get(id);
    this.waiting.delete(id);
    run?.();
  }
}
