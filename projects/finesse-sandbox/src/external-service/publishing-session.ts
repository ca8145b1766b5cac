import { parseNode } from 'finesse-tunnel/protocol';

import type { Outbox, OutboxEntry } from './outbox';
import { type NodeReaders, type PublisherLink, PublishRefusal } from './publisher-link';
import { Signal } from './signal';

/** What a session works with, and whom it tells. */
export interface PublishingSessionOptions {
  readonly link: PublisherLink;
  readonly outbox: Outbox;
  readonly readersOf: (node: string) => NodeReaders;
  /** The server has answered for this one: `refusal` is why it was not taken, if it was not. */
  readonly onSettled: (entry: OutboxEntry, refusal?: PublishRefusal) => void;
}

/** Nodes made at once; the same window that publishing has. */
const NODES_AT_ONCE = 32;
const PING_INTERVAL_MS = 15_000;
/** How an update says that what it is about has ended. */
const DELETED = /<event>DELETE<\/event>/i;

/** What the publisher does on one connection: makes nodes, and moves the outbox to the server. */
export class PublishingSession {
  private readonly made = new Set<string>();
  private readonly news = new Signal();
  private isOver = false;

  constructor(private readonly options: PublishingSessionOptions) {
    void options.link.closed.then(() => {
      this.isOver = true;
      this.news.give();
    });
  }

  /** Makes nodes that may exist already. A server that was killed may have forgotten some. */
  async makeNodes(nodes: readonly string[]): Promise<void> {
    for (let at = 0; at < nodes.length; at += NODES_AT_ONCE) {
      const some = nodes.slice(at, at + NODES_AT_ONCE);
      await Promise.all(some.map(async (node) => this.makeNode(node)));
    }
  }

  /** There is something new in the outbox. */
  nudge(): void {
    this.news.give();
  }

  /** Publishes until the connection is gone; a request that nobody answers ends it. */
  async run(): Promise<void> {
    const pings = setInterval(() => void this.ping(), PING_INTERVAL_MS);
    try {
      while (!this.isOver) {
        const entry = this.options.outbox.take();
        if (entry === undefined) {
          await this.news.wait();
          continue;
        }
        // One at a time: what follows on the same node must not overtake.
        if (!this.made.has(entry.node)) {
          await this.makeNode(entry.node);
        }
        void this.send(entry);
      }
    } finally {
      clearInterval(pings);
      await this.options.link.close();
    }
  }

  private async makeNode(node: string): Promise<void> {
    try {
      await this.options.link.createNode(node, this.options.readersOf(node));
    } catch (error) {
      if (!(error instanceof PublishRefusal)) {
        throw error;
      }
      // Publishing on it says the same once more, and counts.
    }
    this.made.add(node);
  }

  private async send(entry: OutboxEntry): Promise<void> {
    try {
      await this.publish(entry);
      this.options.onSettled(entry);
      void this.tidyUp(entry);
    } catch (error) {
      if (error instanceof PublishRefusal) {
        this.options.onSettled(entry, error);
      } else {
        await this.options.link.close();
      }
    }
    this.news.give();
  }

  /** Each call has a node of its own; without this the server would keep them all for ever. */
  private async tidyUp({ node, payload }: OutboxEntry): Promise<void> {
    const name = parseNode(node);
    const isLast = name.ok && name.value.kind === 'dialog' && DELETED.test(payload);
    if (isLast && this.made.delete(node)) {
      // One that somebody removed before is as good.
      await this.options.link.deleteNode(node).catch(() => undefined);
    }
  }

  /** Somebody may have deleted the node meanwhile. */
  private async publish(entry: OutboxEntry): Promise<void> {
    try {
      await this.options.link.publish(entry);
    } catch (error) {
      if (!(error instanceof PublishRefusal && error.condition === 'item-not-found')) {
        throw error;
      }
      await this.makeNode(entry.node);
      await this.options.link.publish(entry);
    }
  }

  private async ping(): Promise<void> {
    try {
      await this.options.link.ping();
    } catch (error) {
      // A refused ping is an answer too.
      if (!(error instanceof PublishRefusal)) {
        await this.options.link.close();
      }
    }
  }
}
