import type { Fault, FaultKind, FaultRequest } from './fault';

/** Told when a fault begins or ends. */
export interface FaultListener {
  started(fault: Fault): void;
  ended(fault: Fault): void;
}

/** Everything that is made to go wrong right now. */
export class FaultBoard {
  private readonly faults = new Map<string, Fault>();
  private readonly timers = new Map<string, NodeJS.Timeout>();
  private readonly listeners = new Set<FaultListener>();
  private count = 0;

  listen(listener: FaultListener): void {
    this.listeners.add(listener);
  }

  list(): Fault[] {
    return [...this.faults.values()];
  }

  /** The fault of that kind at work on that node; the newest, if there are several. */
  active(kind: FaultKind, node: 'A' | 'B'): Fault | undefined {
    return this.list().findLast((fault) => fault.kind === kind && isOn(fault, node));
  }

  start(request: FaultRequest): Fault {
    this.count += 1;
    const since = new Date().toISOString();
    const fault: Fault = { ...request, id: `f${this.count.toString()}`, since };
    this.faults.set(fault.id, fault);
    for (const listener of this.listeners) {
      listener.started(fault);
    }
    if (isMomentary(request)) {
      this.end(fault.id);
    } else if (request.seconds !== undefined) {
      const timer = setTimeout(() => this.end(fault.id), request.seconds * 1000);
      this.timers.set(fault.id, timer.unref());
    }
    return fault;
  }

  /** @returns Whether there was such a fault. */
  end(id: string): boolean {
    const fault = this.faults.get(id);
    if (fault === undefined) {
      return false;
    }
    this.faults.delete(id);
    clearTimeout(this.timers.get(id));
    this.timers.delete(id);
    for (const listener of this.listeners) {
      listener.ended(fault);
    }
    return true;
  }

  clear(): void {
    for (const fault of this.list()) {
      this.end(fault.id);
    }
  }
}

/** Whether a fault concerns that node. */
export function isOn(fault: FaultRequest, node: 'A' | 'B'): boolean {
  return fault.node === undefined || fault.node === node;
}

/** Without a time, these two strike once and are over. */
function isMomentary({ kind, seconds }: FaultRequest): boolean {
  return seconds === undefined && (kind === 'cut' || kind === 'conflict');
}
