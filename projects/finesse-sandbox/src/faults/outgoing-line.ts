import type { NodeFaults } from './node-faults';

interface Held {
  readonly dueAt: number;
  readonly run: () => void;
}

/**
 * What a WebSocket sends passes here, in order: at once on a healthy node, later under `delay`,
 * not before the end of a `stall`.
 */
export class OutgoingLine {
  private readonly held: Held[] = [];
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly faults: NodeFaults) {}

  pass(run: () => void): void {
    if (this.held.length === 0 && this.faults.delayMs === 0 && !this.faults.isStalled) {
      run();
      return;
    }
    const dueAt = Math.max(Date.now() + this.faults.delayMs, this.held.at(-1)?.dueAt ?? 0);
    this.held.push({ dueAt, run });
    if (this.held.length === 1) {
      this.arm();
    }
  }

  /** Forgets what is held; the socket is gone. */
  clear(): void {
    clearTimeout(this.timer);
    this.held.length = 0;
  }

  private arm(): void {
    clearTimeout(this.timer);
    const first = this.held[0];
    if (first === undefined) {
      return;
    }
    if (this.faults.isStalled) {
      this.faults.onReleased(() => this.release());
      return;
    }
    this.timer = setTimeout(() => this.release(), Math.max(0, first.dueAt - Date.now()));
  }

  private release(): void {
    while (!this.faults.isStalled) {
      const first = this.held[0];
      if (first === undefined || first.dueAt > Date.now()) {
        break;
      }
      this.held.shift();
      first.run();
    }
    this.arm();
  }
}
