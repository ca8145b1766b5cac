import type { OutboxEntry } from '../outbox';
import {
  LinkFailure,
  type LinkListener,
  type NodeReaders,
  type PublisherLink,
  PublishRefusal,
} from '../publisher-link';

/** A server in this process that does what a test wants. */
export class FakeServer {
  readonly nodes = new Map<string, NodeReaders>();
  readonly published: string[] = [];
  /** Why nobody may sign in. */
  failure: LinkFailure | undefined;
  /** Whether publishes stay without an answer. */
  isSilent = false;
  /** Refuses publishes on this node. */
  refusedNode = '';
  presence: boolean | undefined;
  listener: LinkListener | undefined;
  private breakLink: (reason: string) => void = () => undefined;
  private readonly waiting = new Set<() => void>();

  readonly open = async (listener: LinkListener): Promise<PublisherLink> => {
    await Promise.resolve();
    if (this.failure !== undefined) {
      throw this.failure;
    }
    this.listener = listener;
    const closed = new Promise<string>((resolve) => (this.breakLink = resolve));
    return {
      closed,
      createNode: async (node, readers) => {
        this.nodes.set(node, readers);
        await Promise.resolve();
      },
      publish: async (entry) =>
        Promise.race([
          this.take(entry),
          closed.then((reason) => {
            throw new LinkFailure(reason, false);
          }),
        ]),
      deleteNode: async (node) => {
        this.nodes.delete(node);
        await Promise.resolve();
      },
      setPresence: async (isAvailable) => {
        this.presence = isAvailable;
        await Promise.resolve();
      },
      ping: async () => Promise.resolve(),
      close: async () => {
        this.break('closed');
        await Promise.resolve();
      },
    };
  };

  /** Ends the connection that there is. */
  break(reason: string): void {
    this.breakLink(reason);
  }

  /** Waits until something holds; looks whenever something was published, and each turn. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) {
      await new Promise<void>((resolve) => {
        this.waiting.add(resolve);
        setImmediate(resolve);
      });
    }
  }

  private async take({ node, payload }: OutboxEntry): Promise<void> {
    await Promise.resolve();
    if (node === this.refusedNode) {
      throw new PublishRefusal('not-acceptable');
    }
    if (!this.nodes.has(node)) {
      throw new PublishRefusal('item-not-found');
    }
    if (this.isSilent) {
      await new Promise(() => undefined);
    }
    this.published.push(payload);
    this.waiting.forEach((resume) => resume());
    this.waiting.clear();
  }
}
