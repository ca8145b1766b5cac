import { setTimeout as sleep } from 'node:timers/promises';

import type { FastifyBaseLogger } from 'fastify';

import { Outbox, type OutboxEntry } from './outbox';
import { PresentAgents } from './present-agents';
import {
  LinkFailure,
  type NodeReaders,
  type OpenLink,
  type PublisherLink,
  type PublishRefusal,
} from './publisher-link';
import { PublishingSession } from './publishing-session';

/** What publishing into somebody else's server needs. */
export interface ExternalServiceOptions {
  /** Where the server is, without user and password, for the log and the status. */
  readonly shown: string;
  readonly open: OpenLink;
  /** The nodes that are to exist before anybody subscribes. */
  readonly standingNodes: () => readonly string[];
  readonly readersOf: (node: string) => NodeReaders;
  /** Whose account has this local part. */
  readonly agentOf: (local: string) => string | undefined;
  readonly onAvailability: (userId: string, isAvailable: boolean) => void;
  readonly log: FastifyBaseLogger;
  /** How many notifications may wait while the server is away. */
  readonly capacity: number;
  /** First and longest pause between two attempts; default 250 ms and 5 s. */
  readonly retryMs?: readonly [number, number];
  /** How long `start` and `stop` wait for the server; default 30 s and 3 s. */
  readonly patienceMs?: { readonly start: number; readonly stop: number };
}

/**
 * `connecting`: never signed in yet; `connected`; `away`: the connection is gone and notifications
 * wait; `overflowed`: too many waited, the oldest were dropped, and the rest is not sent yet; `stopped`.
 */
export type ExternalState = 'connecting' | 'connected' | 'away' | 'overflowed' | 'stopped';

/** What the control API tells. */
export interface ExternalStatus {
  readonly service: string;
  readonly state: ExternalState;
  /** Notifications that wait or are not confirmed yet. */
  readonly waiting: number;
  /** Confirmed by the server since the start. */
  readonly published: number;
  /** Dropped because too many waited. */
  readonly lost: number;
  /** Refused by the server, each for itself. */
  readonly refused: number;
  /** The agents whose sessions the server tells the publisher of. */
  readonly agentsPresent: readonly string[];
  readonly lastError: string | null;
}

/** Unconfirmed publishes at once. */
const WINDOW = 64;
const GOODBYE_MS = 1_000;

/**
 * Publishes notifications as `finesse` into an XMPP server that runs elsewhere:
 *
 * 1. Signs in, makes the nodes, shows presence; only then the first notification leaves.
 * 2. A notification stays in the outbox until the server has confirmed it. After a broken connection
 *    those without an answer are sent again: one may come twice, none is missing.
 * 3. While the server is away notifications wait, at most `capacity`; then the oldest go, and the
 *    state says so.
 */
export class ExternalService {
  private readonly outbox: Outbox;
  private readonly agents: PresentAgents;
  private readonly stopping = new AbortController();
  private running: Promise<void> = Promise.resolve();
  private session: PublishingSession | undefined;
  private link: PublisherLink | undefined;
  private hasConnected = false;
  /** From the first loss until the outbox is empty again. */
  private isOverflowing = false;
  private isPublisherHere = true;
  private published = 0;
  private refused = 0;
  private lastError: string | null = null;
  private onDrained: () => void = () => undefined;

  constructor(private readonly options: ExternalServiceOptions) {
    this.outbox = new Outbox(options.capacity, WINDOW);
    this.agents = new PresentAgents(options.agentOf, options.onAvailability);
  }

  get status(): ExternalStatus {
    return {
      service: this.options.shown,
      state: this.state,
      waiting: this.outbox.size,
      published: this.published,
      lost: this.outbox.lost,
      refused: this.refused,
      agentsPresent: this.agents.ids,
      lastError: this.lastError,
    };
  }

  /**
   * Signs in and makes the nodes; from then on reconnects by itself.
   *
   * @throws LinkFailure when the server refuses the account, or cannot be reached in time.
   */
  async start(): Promise<void> {
    const limit = new AbortController();
    const patience = this.options.patienceMs?.start ?? 30_000;
    const connected = new Promise<void>((resolve, reject) => {
      this.running = this.run({ connected: resolve, refused: reject });
    });
    const late = sleep(patience, undefined, { signal: limit.signal }).then(() => {
      throw new LinkFailure(this.lastError ?? `${this.options.shown}: no answer.`, true);
    });
    late.catch(() => undefined);
    try {
      await Promise.race([connected, late]);
    } finally {
      limit.abort();
    }
  }

  /** Sends a notification as soon as the server takes it. */
  publish(node: string, payload: string): void {
    const hadRoom = this.outbox.add({ node, payload });
    if (!hadRoom && !this.isOverflowing) {
      this.isOverflowing = true;
      const { shown, capacity, log } = this.options;
      log.error(
        `${shown}: ${capacity.toString()} notifications wait; from now on the oldest are lost.`,
      );
    }
    this.session?.nudge();
  }

  /** Whether the publisher's presence is available. */
  setPublisherHere(isHere: boolean): void {
    this.isPublisherHere = isHere;
    this.link?.setPresence(isHere).catch(() => undefined);
  }

  /** Gives what waits a moment to leave, if the server is there; then leaves too. */
  async stop(): Promise<void> {
    if (this.session !== undefined && this.outbox.size > 0) {
      const patience = this.options.patienceMs?.stop ?? 3_000;
      const drained = new Promise<void>((resolve) => (this.onDrained = resolve));
      await Promise.race([drained, sleep(patience, undefined, { ref: false })]);
    }
    this.stopping.abort();
    await this.link?.setPresence(false).catch(() => undefined);
    await this.link?.close();
    // An attempt to sign in may be under way, at a server that does not answer.
    await Promise.race([this.running, sleep(GOODBYE_MS, undefined, { ref: false })]);
  }

  private get state(): ExternalState {
    if (this.stopping.signal.aborted) {
      return 'stopped';
    }
    if (this.isOverflowing) {
      return 'overflowed';
    }
    const without = this.hasConnected ? 'away' : 'connecting';
    return this.session === undefined ? without : 'connected';
  }

  private async run(first: {
    readonly connected: () => void;
    readonly refused: (failure: LinkFailure) => void;
  }): Promise<void> {
    const [shortest, longest] = this.options.retryMs ?? [250, 5_000];
    let pause = shortest;
    while (!this.stopping.signal.aborted) {
      try {
        await this.serve(() => {
          pause = shortest;
          first.connected();
        });
      } catch (error) {
        this.lastError = error instanceof Error ? error.message : String(error);
        if (error instanceof LinkFailure && error.isFinal && !this.hasConnected) {
          first.refused(error);
          return;
        }
      }
      await sleep(pause, undefined, { signal: this.stopping.signal }).catch(() => undefined);
      pause = Math.min(pause * 2, longest);
    }
  }

  /** One connection, from signing in to its end. */
  private async serve(onConnected: () => void): Promise<void> {
    const { open, standingNodes, readersOf, shown, log } = this.options;
    const link = await open({ presence: (jid, isHere) => this.agents.note(jid, isHere) });
    this.link = link;
    const { outbox } = this;
    const onSettled = this.settled.bind(this);
    const session = new PublishingSession({ link, outbox, readersOf, onSettled });
    try {
      await session.makeNodes(standingNodes());
      await link.setPresence(this.isPublisherHere);
      this.session = session;
      this.hasConnected = true;
      this.lastError = null;
      log.info(`${shown}: signed in; ${outbox.size.toString()} notifications waited.`);
      onConnected();
      await session.run();
    } finally {
      await link.close();
      this.session = this.link = undefined;
      outbox.rewind();
      this.agents.allGone();
    }
    this.lastError = `${shown}: ${await link.closed}`;
    if (!this.stopping.signal.aborted) {
      log.warn(`${this.lastError}; notifications wait.`);
    }
  }

  private settled(entry: OutboxEntry, refusal?: PublishRefusal): void {
    this.outbox.settle(entry);
    if (refusal === undefined) {
      this.published += 1;
    } else {
      this.refused += 1;
      this.options.log.warn(`${this.options.shown}: ${entry.node}: ${refusal.message}`);
    }
    if (this.outbox.size === 0) {
      this.onDrained();
      if (this.isOverflowing) {
        this.isOverflowing = false;
        this.options.log.warn(`${this.options.shown}: ${this.outbox.lost.toString()} were lost.`);
      }
    }
  }
}
