import type { Clock } from './clock';

/** What a worker needs to be a timer: the part of `DedicatedWorkerGlobalScope` used here. */
export interface TimerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
  postMessage(message: unknown): void;
}

/** The page's end of that worker. */
export interface TimerWorker extends TimerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<unknown>) => void): void;
  addEventListener(type: 'error', listener: () => void): void;
}

/** Runs inside the worker: answers `[id, ms]` with `id`, `ms` milliseconds later. */
export function serveTimers(scope: TimerScope): void {
  scope.addEventListener('message', ({ data }) => {
    if (Array.isArray(data)) {
      setTimeout(() => {
        scope.postMessage(data[0]);
      }, Number(data[1]));
    }
  });
}

/**
 * A clock that keeps time in hidden tabs, where the page's own timers may fire once a minute but a worker's do not.
 * Without a worker, or once it fails (a CSP may forbid it), the page's timers take over, waiting calls included.
 */
export class WorkerClock implements Clock {
  private readonly waiting = new Map<number, { readonly ms: number; readonly run: () => void }>();
  private lastId = 0;
  private worker: TimerWorker | undefined;

  constructor(worker: TimerWorker | undefined) {
    this.worker = worker;
    worker?.addEventListener('message', ({ data }) => {
      this.fire(data);
    });
    worker?.addEventListener('error', () => {
      this.worker = undefined;
      for (const id of this.waiting.keys()) {
        this.arm(id);
      }
    });
  }

  after(ms: number, run: () => void): () => void {
    const id = ++this.lastId;
    this.waiting.set(id, { ms, run });
    this.arm(id);
    return () => this.waiting.delete(id);
  }

  private arm(id: number): void {
    const ms = this.waiting.get(id)?.ms ?? 0;
    if (this.worker === undefined) {
      setTimeout(() => {
        this.fire(id);
      }, ms);
    } else {
      this.worker.postMessage([id, ms]);
    }
  }

  private fire(id: unknown): void {
    const call = typeof id === 'number' ? this.waiting.get(id) : undefined;
    if (call !== undefined && typeof id === 'number') {
      this.waiting.delete(id);
      call.run();
    }
  }
}
