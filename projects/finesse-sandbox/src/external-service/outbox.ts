/** One notification that waits until the server has taken it. */
export interface OutboxEntry {
  readonly node: string;
  readonly payload: string;
}

/**
 * Notifications on their way to a server, in order, at most `capacity` of them. The first few are in
 * flight; one leaves the outbox when the server has confirmed it, so a broken connection loses none.
 * Beyond the capacity the oldest that is not in flight goes: what is newer says more.
 */
export class Outbox {
  /** How many were dropped because the outbox was full. */
  lost = 0;
  private readonly entries: OutboxEntry[] = [];
  private inFlight = 0;

  constructor(
    private readonly capacity: number,
    /** How many may be unconfirmed at once: the back-pressure towards the server. */
    private readonly window: number,
  ) {}

  get size(): number {
    return this.entries.length;
  }

  /** @returns Whether there was room for it without dropping another. */
  add(entry: OutboxEntry): boolean {
    this.entries.push(entry);
    if (this.entries.length <= this.capacity) {
      return true;
    }
    this.entries.splice(this.inFlight, 1);
    this.lost += 1;
    return false;
  }

  /** The next to send, from now on in flight; `undefined` if there is none, or the window is full. */
  take(): OutboxEntry | undefined {
    const next = this.inFlight < this.window ? this.entries[this.inFlight] : undefined;
    if (next !== undefined) {
      this.inFlight += 1;
    }
    return next;
  }

  /** The server has answered for this one: it is done. */
  settle(entry: OutboxEntry): void {
    const index = this.entries.indexOf(entry);
    if (index >= 0 && index < this.inFlight) {
      this.entries.splice(index, 1);
      this.inFlight -= 1;
    }
  }

  /** The connection is gone: what was in flight is to be sent again, before everything else. */
  rewind(): void {
    this.inFlight = 0;
  }
}
