import type { Fault, FaultKind } from './fault';
import { type FaultBoard, isOn } from './fault-board';

const DEFAULT_DELAY_MS = 1000;

/** What is wrong on one node, asked by whoever has to behave accordingly. */
export class NodeFaults {
  private readonly released = new Set<() => void>();
  private readonly cutListeners = new Set<() => void>();
  private readonly draw: () => number;

  constructor(
    private readonly board: FaultBoard,
    readonly node: 'A' | 'B',
    seed: number,
  ) {
    this.draw = shares(seed);
    board.listen({
      started: (fault) => {
        if (fault.kind === 'cut' && isOn(fault, node)) {
          this.cutListeners.forEach((run) => run());
        }
      },
      ended: () => this.release(),
    });
  }

  active(kind: FaultKind): Fault | undefined {
    return this.board.active(kind, this.node);
  }

  /** New connections and requests get a reset. */
  get isRefusing(): boolean {
    return this.active('refuse') !== undefined || this.active('cut') !== undefined;
  }

  get isStalled(): boolean {
    return this.active('stall') !== undefined;
  }

  /** How long everything that leaves the node is held; 0 when nothing is. */
  get delayMs(): number {
    const fault = this.active('delay');
    return fault === undefined ? 0 : (fault.ms ?? DEFAULT_DELAY_MS);
  }

  /** Draws, for one notification, whether a fault that strikes a share of them strikes this one. */
  strikes(kind: FaultKind): Fault | undefined {
    const fault = this.active(kind);
    return fault !== undefined && this.draw() < (fault.share ?? 1) ? fault : undefined;
  }

  /** Calls back whenever the node's connections are to be broken. */
  onCut(run: () => void): void {
    this.cutListeners.add(run);
  }

  /** Calls back once, at the end of the next fault. */
  onReleased(run: () => void): void {
    this.released.add(run);
  }

  /** Waits until the named fault is over. */
  async untilOver(kind: FaultKind): Promise<void> {
    while (this.active(kind) !== undefined) {
      await new Promise<void>((resolve) => {
        this.released.add(resolve);
      });
    }
  }

  private release(): void {
    const waiting = [...this.released];
    this.released.clear();
    for (const run of waiting) {
      run();
    }
  }
}

/** A small seeded generator (mulberry32): the same seed, the same notifications lost. */
function shares(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
