import type { OutboxEntry } from './outbox';

/** Who may subscribe to a node: everyone, or these account ids alone. */
export type NodeReaders = 'everyone' | readonly string[];

/** Hears what a link hears from the server. */
export interface LinkListener {
  /** Presence of some session. */
  presence(jid: string, isAvailable: boolean): void;
}

/** One connection of the publisher to a server, signed in. */
export interface PublisherLink {
  /** Resolves with the reason once the connection is gone, whoever ended it. */
  readonly closed: Promise<string>;
  /** Makes a node, or takes over one that exists, and says who may subscribe to it. */
  createNode(node: string, readers: NodeReaders): Promise<void>;
  /**
   * Publishes; resolves when the server has taken it.
   *
   * @throws PublishRefusal when the server will not take this very item.
   */
  publish(entry: OutboxEntry): Promise<void>;
  /** Removes a node that nothing will be published on any more. */
  deleteNode(node: string): Promise<void>;
  setPresence(isAvailable: boolean): Promise<void>;
  /** Asks the server for a sign of life. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** Signs in. @throws LinkFailure that says why not, and what to do. */
export type OpenLink = (listener: LinkListener) => Promise<PublisherLink>;

/** The server refused one item; the next one may fare better. */
export class PublishRefusal extends Error {
  constructor(readonly condition: string) {
    super(`the server answers ${condition}`);
  }
}

/** There is no connection to be had. */
export class LinkFailure extends Error {
  constructor(
    message: string,
    /** Trying again cannot help: the password is wrong, the domain is none of that server. */
    readonly isFinal: boolean,
  ) {
    super(message);
  }
}
