import { decodeEventBody, type TunnelMessage, TunnelMessageType } from 'finesse-tunnel/protocol';
import { type SharingTools, tabLock } from './sharing-tools';
import type { LeaderFlow, LeaderMessage, LeaderState } from './tab-message';

/** What Finesse says of this tab's own secret. */
export type SecretVerdict = 'accepted' | 'refused' | 'unknown';

/** What following asks of whoever holds the role. */
export interface FollowingEvents {
  /** Whether Finesse takes the secret that this tab was given. */
  readonly check: () => Promise<SecretVerdict>;
  /** Comes before the connection counts as this tab's too: it goes to that host. */
  readonly hostTold: (state: LeaderState) => void;
  /** The leader's connection stands, and this tab has not been introduced. */
  readonly worthATry: () => void;
  /** The tab that leads does not answer. */
  readonly leaderSilent: () => void;
}

/** How often a tab that follows asks whether the leader is there: an answer needs no timer of the other tab. */
export const PING_EVERY_MS = 1_000;

/** So many pings in a row without an answer, and a few more by chance, lest all tabs take the lead at once. */
const PATIENCE = 8;
const SPREAD = 4;

/**
 * A tab without a connection: plays the page before the rest of the library, with what the leading tab tells.
 *
 * Nobody gets in by another tab's secret: this tab's own is checked with Finesse before it is let in.
 */
export class FollowingTab {
  readonly #nodes = new Set<string>();
  #isIn = false;
  #attempt = 0;
  #leader: LeaderState | undefined;
  #sequence = 0;
  /** Which session this tab was told to be connected by. */
  #told = '';
  #unanswered = 0;
  #patience = 0;
  #tickedAt = 0;
  #isOver = false;
  #freeLock: (() => void) | undefined;

  constructor(
    private readonly tools: SharingTools,
    /** The highest term that was heard of. */
    private term: number,
    private readonly events: FollowingEvents,
  ) {
    this.#isAnswered();
    const held = (): Promise<void> | undefined => {
      if (this.#isOver) {
        return undefined;
      }
      this.tools.post({ kind: 'hello' });
      return new Promise((resolve) => (this.#freeLock = resolve));
    };
    tools.locks.request(tabLock(tools.tab), held).catch(() => undefined);
  }

  /** Where the leading tab had its page, if it said so. */
  get leaderUrl(): string | undefined {
    return this.#leader?.url === '' ? undefined : this.#leader?.url;
  }

  /** A page that needs no loading. */
  open(): void {
    this.#isIn = false;
    this.#told = '';
    this.#attempt += 1;
    this.#status('loaded');
  }

  /** What the library says to its page. */
  send({ type, body }: TunnelMessage): void {
    switch (type) {
      case TunnelMessageType.Password:
        void this.#introduced();
        break;
      case TunnelMessageType.Subscribe:
        this.#nodes.add(body);
        this.tools.post({ kind: 'subscribe', node: body });
        break;
      case TunnelMessageType.Unsubscribe:
        this.#nodes.delete(body);
        this.tools.post({ kind: 'unsubscribe', node: body });
        break;
      case TunnelMessageType.DisconnectRequest:
        this.#isIn = false;
        this.#status('disconnected');
        break;
      default: // the rest is for a page
    }
  }

  /** What the leading tab says. */
  hear(message: LeaderMessage): void {
    if (message.term < this.term) {
      return; // A tab that does not know yet that another one leads.
    }
    this.#isAnswered();
    if (message.kind === 'state') {
      this.#stateTold(message);
    } else if (message.term > this.term) {
      this.tools.post({ kind: 'hello' }); // Somebody new leads, and says where when asked.
    } else {
      this.#heardOf(message);
    }
  }

  /** To be called every {@link PING_EVERY_MS}. */
  tick(): void {
    const now = this.tools.now();
    // After a sleep of this tab the answers may still wait to be heard.
    const wasAsleep = now - this.#tickedAt > 3 * PING_EVERY_MS;
    this.#tickedAt = now;
    if (this.#unanswered >= this.#patience && !wasAsleep) {
      this.#isAnswered();
      this.events.leaderSilent();
      return;
    }
    this.#unanswered += wasAsleep ? 0 : 1;
    this.tools.post({ kind: 'ping' });
  }

  /** Is not followed any more. */
  close(): void {
    this.#isOver = true;
    this.tools.post({ kind: 'bye' });
    this.#freeLock?.();
  }

  async #introduced(): Promise<void> {
    const attempt = (this.#attempt += 1);
    const verdict = await this.events.check().catch((): SecretVerdict => 'unknown');
    if (this.#isOver || attempt !== this.#attempt) {
      return;
    }
    if (verdict === 'accepted') {
      this.#isIn = true;
      this.#told = '';
      this.#tellStatus();
    } else {
      this.#status(verdict === 'refused' ? 'unauthorized' : 'disconnected');
    }
  }

  #stateTold(state: LeaderState): void {
    const isNewLeader = state.term > this.term;
    this.term = state.term;
    this.#leader = state;
    if (isNewLeader) {
      this.#sequence = state.sequence;
      this.tools.post({ kind: 'hello' });
    } else {
      this.#counted(state.sequence, false);
    }
    this.#tellStatus();
  }

  #tellStatus(): void {
    const { term, session = 0, resource = '', presence } = this.#leader ?? {};
    if (session === 0 || this.#leader === undefined) {
      if (this.#isIn && this.#told !== '') {
        this.#told = '';
        this.#nodes.clear();
        this.#status('reconnecting');
      }
      return;
    }
    const key = `${String(term)}/${String(session)}`;
    if (!this.#isIn) {
      this.events.worthATry();
    } else if (this.#told !== key) {
      this.#told = key;
      this.#nodes.clear();
      this.events.hostTold(this.#leader);
      this.#say(TunnelMessageType.ResourceId, resource);
      this.#status('connected');
      if (presence) {
        this.#say(TunnelMessageType.Presence, presence);
      }
    }
  }

  #heardOf(message: Exclude<LeaderMessage, LeaderState>): void {
    switch (message.kind) {
      case 'event':
      case 'presence':
        this.#flowed(message);
        break;
      case 'pong':
        this.#counted(message.sequence, false);
        break;
      case 'subscribed':
      case 'unsubscribed':
        if (message.to === this.tools.tab) {
          const { Subscribe, Unsubscribe } = TunnelMessageType;
          this.#say(message.kind === 'subscribed' ? Subscribe : Unsubscribe, message.body);
        }
    }
  }

  #flowed({ kind, sequence, body }: LeaderFlow): void {
    this.#counted(sequence, true);
    if (this.#told === '') {
      return;
    }
    if (kind === 'presence') {
      this.#say(TunnelMessageType.Presence, body);
    } else if (this.#isMine(body)) {
      this.#say(TunnelMessageType.Event, body);
    }
  }

  /** Whoever missed something subscribes anew, and reads the snapshots that follow. */
  #counted(sequence: number, isNext: boolean): void {
    const isMissing = sequence > this.#sequence + (isNext ? 1 : 0);
    this.#sequence = Math.max(sequence, this.#sequence);
    if (isMissing && this.#told !== '') {
      this.#told = '';
      this.#tellStatus();
    }
  }

  /** Releases differ in whether an event names the node or the thing below it. */
  #isMine(body: string): boolean {
    const event = decodeEventBody(body);
    if (!event.ok) {
      return false;
    }
    const { node } = event.value;
    return this.#nodes.has(node) || this.#nodes.has(node.slice(0, node.lastIndexOf('/')));
  }

  #isAnswered(): void {
    this.#unanswered = 0;
    this.#patience = PATIENCE + Math.floor(this.tools.random() * SPREAD);
  }

  #status(word: string): void {
    this.#say(TunnelMessageType.Status, word);
  }

  #say(type: TunnelMessage['type'], body: string): void {
    if (!this.#isOver) {
      this.tools.say({ type, body });
    }
  }
}
