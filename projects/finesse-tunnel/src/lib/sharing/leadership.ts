import type { TabLocks } from './tab-tools';

/** What becomes of a claim. */
export interface LeadershipEvents {
  /** This tab leads from now on. */
  readonly won: () => void;
  /** Another tab leads; this one is next in line when that one goes. */
  readonly denied: () => void;
  /** Another tab took the lead while this one did not answer; this one is in line again. */
  readonly stolen: () => void;
  /** The browser gives no locks to this page. */
  readonly unavailable: () => void;
}

/**
 * Who leads, by a Web Lock: the browser hands it on by itself the moment a tab is closed or crashes.
 *
 * A tab that is frozen keeps its lock; whoever finds that it does not answer may `steal()` it, and the thawed tab
 * is told.
 */
export class Leadership {
  #resign: (() => void) | undefined;
  readonly #over = new AbortController();
  #queue = new AbortController();

  constructor(
    private readonly locks: TabLocks,
    private readonly name: string,
    private readonly events: LeadershipEvents,
  ) {}

  /** Asks for the lead: one of the events follows. */
  claim(): void {
    void this.#request({ ifAvailable: true }).then((end) => {
      if (end === 'denied' && !this.#over.signal.aborted) {
        this.events.denied();
        this.#wait();
      }
    });
  }

  /** Takes the lead from a tab that does not answer. */
  steal(): void {
    this.#queue.abort();
    void this.#request({ steal: true });
  }

  /** Gives up lead or place in line, for good. */
  release(): void {
    this.#over.abort();
    this.#queue.abort();
    this.#resign?.();
  }

  #wait(): void {
    this.#queue = new AbortController();
    void this.#request({ signal: this.#queue.signal });
  }

  async #request(options: LockOptions): Promise<'denied' | 'over'> {
    const outcome = { isMine: false, isDenied: false };
    try {
      await this.locks.request(this.name, options, (lock) => {
        outcome.isDenied = lock === null;
        if (lock === null || this.#over.signal.aborted) {
          return undefined;
        }
        outcome.isMine = true;
        return this.#lead();
      });
    } catch {
      this.#failed(outcome.isMine, options.signal?.aborted === true);
    }
    return outcome.isDenied ? 'denied' : 'over';
  }

  #failed(wasMine: boolean, wasWithdrawn: boolean): void {
    if (this.#over.signal.aborted) {
      return;
    }
    if (wasMine) {
      this.#resign = undefined;
      this.events.stolen();
      this.#wait();
    } else if (!wasWithdrawn) {
      this.events.unavailable();
    }
  }

  /** The lock is held until the promise is kept. */
  #lead(): Promise<void> {
    return new Promise((resolve) => {
      this.#resign = resolve;
      this.events.won();
    });
  }
}
