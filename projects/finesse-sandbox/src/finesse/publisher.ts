import type { Publication } from './publication';
import { withQuirks } from './publication-quirks';
import type { Quirk } from './quirk';
import type { SystemInfoFacts } from './system-info-facts';
import { writeXml, type XmlElement } from './xml-element';

/** Hands every notification to whoever listens, and counts them by node. */
export class Publisher {
  private readonly listeners = new Set<(publication: Publication) => void>();
  private counts = new Map<string, number>();

  constructor(private readonly quirks: readonly Quirk[] = []) {}

  onPublication(listener: (publication: Publication) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** @param make - Called at most once, and only when somebody reads the payload. It may hold immutable records only. */
  publish(node: string, make: () => XmlElement): void {
    this.deliver(new LazyPublication(node, () => this.write(make())));
  }

  /** Publishes what reads differently on each node of the cluster. */
  publishPerNode(node: string, make: (facts?: SystemInfoFacts) => XmlElement): void {
    const payloadFor = (facts?: SystemInfoFacts) => this.write(make(facts));
    const lazy = new LazyPublication(node, () => payloadFor());
    this.deliver(Object.assign(lazy, { payloadFor }));
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

  private write(update: XmlElement): string {
    return writeXml(withQuirks(update, this.quirks));
  }

  private deliver(publication: Publication): void {
    const times = this.quirks.includes('repeated-events') ? 2 : 1;
    for (let time = 0; time < times; time++) {
      this.count(publication.node);
      for (const listener of this.listeners) {
        listener(publication);
      }
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
