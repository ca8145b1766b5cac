import type { Publication } from './publication';
import type { SystemInfoFacts } from './system-info-facts';

/** Hands every notification to whoever listens, and counts them by node. */
export class Publisher {
  private readonly listeners = new Set<(publication: Publication) => void>();
  private counts = new Map<string, number>();

  onPublication(listener: (publication: Publication) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** @param write - Called at most once, and only when somebody reads the payload. It may hold immutable records only. */
  publish(node: string, write: () => string): void {
    this.deliver(new LazyPublication(node, write));
  }

  /** Publishes what reads differently on each node of the cluster. */
  publishPerNode(node: string, write: (facts?: SystemInfoFacts) => string): void {
    const lazy = new LazyPublication(node, () => write());
    this.deliver(Object.assign(lazy, { payloadFor: write }));
  }

  /** Counts a notification that somebody else published. */
  count(node: string): void {
    this.counts.set(node, (this.counts.get(node) ?? 0) + 1);
  }

  /** Counts a node from zero again. */
  forgetCount(node: string): void {
    this.counts.delete(node);
  }

  published(): Readonly<Record<string, number>> {
    return Object.fromEntries(this.counts);
  }

  forgetCounts(): void {
    this.counts = new Map();
  }

  private deliver(publication: Publication): void {
    this.count(publication.node);
    for (const listener of this.listeners) {
      listener(publication);
    }
  }
}

class LazyPublication implements Publication {
  private written: string | undefined;

  constructor(
    readonly node: string,
    private readonly write: () => string,
  ) {}

  get payload(): string {
    return (this.written ??= this.write());
  }
}
