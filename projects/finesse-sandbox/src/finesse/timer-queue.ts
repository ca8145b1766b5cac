interface Timer {
  readonly due: number;
  readonly order: number;
  readonly run: () => void;
  cancelled: boolean;
}

/**
 * Timers in the order in which they fall due; equal times keep the order in which they were set.
 * A binary heap, since ten thousand agents may each wait for something.
 */
export class TimerQueue {
  private readonly heap: Timer[] = [];
  private order = 0;

  /** When the next timer falls due, or `undefined` when none waits. */
  nextDue(): number | undefined {
    while (this.heap[0]?.cancelled === true) {
      this.pop();
    }
    return this.heap[0]?.due;
  }

  /** @returns How to cancel the timer; cancelling one that already ran does nothing. */
  add(due: number, run: () => void): () => void {
    const timer: Timer = { due, order: this.order++, run, cancelled: false };
    this.heap.push(timer);
    this.rise(this.heap.length - 1);
    return () => {
      timer.cancelled = true;
    };
  }

  /** Takes out the next timer that is due at `now` or before. */
  takeDue(now: number): { readonly due: number; readonly run: () => void } | undefined {
    const due = this.nextDue();
    return due === undefined || due > now ? undefined : this.pop();
  }

  private pop(): Timer | undefined {
    const first = this.heap[0];
    const last = this.heap.pop();
    if (last !== undefined && this.heap.length > 0) {
      this.heap[0] = last;
      this.sink(0);
    }
    return first;
  }

  private rise(from: number): void {
    let at = from;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.swapIfBefore(at, parent)) {
        return;
      }
      at = parent;
    }
  }

  private sink(from: number): void {
    let at = from;
    for (;;) {
      const left = 2 * at + 1;
      const least = this.isBefore(left + 1, left) ? left + 1 : left;
      if (!this.swapIfBefore(least, at)) {
        return;
      }
      at = least;
    }
  }

  private swapIfBefore(child: number, parent: number): boolean {
    const below = this.heap[child];
    const above = this.heap[parent];
    if (below === undefined || above === undefined || !this.isBefore(child, parent)) {
      return false;
    }
    this.heap[parent] = below;
    this.heap[child] = above;
    return true;
  }

  private isBefore(a: number, b: number): boolean {
    const first = this.heap[a];
    const second = this.heap[b];
    if (first === undefined || second === undefined) {
      return false;
    }
    return first.due === second.due ? first.order < second.order : first.due < second.due;
  }
}
