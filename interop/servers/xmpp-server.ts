/** Every server under test serves this domain, so the tests need not know which one they have. */
export const DOMAIN = 'finesse-a.example.test';
export const PUBSUB_DOMAIN = `pubsub.${DOMAIN}`;
/** Accounts that every server has, each with the same password. */
export const AGENTS = ['1001001', '1001002'] as const;
export const PASSWORD = 'cisco';
/** Supervises team 31 of the sandbox's contact centre, in which the first agent is. */
export const SUPERVISOR = '1000001';

/** How a server is started. */
export interface StartOptions {
  /** Offers no SASL mechanism but PLAIN. */
  readonly isPlainOnly?: boolean;
}

/** A Notification Service under test: sessions, pubsub, and a publisher `finesse` who is present. */
export interface XmppServer {
  /** Where `/ws/` and `/http-bind/` are. */
  readonly url: string;
  /** The mechanism that the page should choose when all are offered. */
  readonly bestMechanism: string;
  /** Resolves once clients can sign in and the publisher is present. What was stored before is still there. */
  start(options?: StartOptions): Promise<void>;
  /** Asks it to end, and waits for that. */
  stop(): Promise<void>;
  /** Ends it without any warning. */
  kill(): Promise<void>;
  /** Lets it stand still with all its sockets open, until it is killed. */
  freeze(): void;
  /** Makes a node that anybody may subscribe to; fine when it exists. */
  createNode(node: string): Promise<void>;
  /** Publishes one notification; resolves when the server has taken it. */
  publish(node: string, payload: string): Promise<void>;
  /** Ends it and removes its files. */
  dispose(): Promise<void>;
}
