import type { BoshExchange } from './bosh-exchange';
import { NS } from './namespaces';
import { attributes } from './stanza-writer';

/** How many requests a client may have open at once, and how many answers are kept for a repeat. */
export const BOSH_REQUESTS = 2;

/** What was agreed on when the session began. */
export interface BoshTerms {
  readonly hold: number;
  /** Seconds. */
  readonly wait: number;
  readonly wantsAcks: boolean;
}

interface HeldRequest {
  readonly rid: number;
  exchange: BoshExchange;
  timer: NodeJS.Timeout | undefined;
}

/**
 * The answering half of a BOSH session: keeps `hold` requests until there is something to say, at
 * most `wait` seconds (XEP-0124 §8, §9), puts everything there is to say into one answer, and
 * repeats an answer for a rid that is repeated (§14.3).
 */
export class BoshAnswers {
  private readonly held: HeldRequest[] = [];
  private readonly answered = new Map<number, string>();
  /** Requests whose connection broke before their answer. */
  private readonly lost = new Set<number>();
  private outgoing: string[] = [];
  private isFlushQueued = false;

  constructor(
    private readonly terms: BoshTerms,
    /** The highest rid up to which every request has come, for the ack (§9.1). */
    private readonly highestRid: () => number,
    /** Called whenever no request is held any more. */
    private readonly onIdle: () => void,
  ) {}

  get isIdle(): boolean {
    return this.held.length === 0;
  }

  send(xml: string): void {
    this.outgoing.push(xml);
    this.queueFlush();
  }

  /** Keeps a request, and answers an older one if that makes one too many. */
  hold(rid: number, exchange: BoshExchange): void {
    const held: HeldRequest = { rid, exchange, timer: undefined };
    held.timer = setTimeout(() => this.answerUpTo(held), this.terms.wait * 1000);
    this.held.push(held);
    this.held.sort((a, b) => a.rid - b.rid);
    this.watch(held, exchange);
    this.queueFlush();
  }

  /** @returns Whether that rid is still known: answered again, or its answer is due. */
  repeat(rid: number, exchange: BoshExchange): boolean {
    const body = this.answered.get(rid);
    const held = this.held.find((candidate) => candidate.rid === rid);
    if (body !== undefined) {
      exchange.answer(body);
    } else if (held !== undefined) {
      // The client gave the first connection up; the answer goes to the new one.
      held.exchange.answer(this.body(rid, ''));
      held.exchange = exchange;
      this.watch(held, exchange);
    } else if (this.lost.delete(rid)) {
      this.hold(rid, exchange);
    } else {
      return false;
    }
    return true;
  }

  /** Answers the oldest held request with what there is to say, if another one is held too. */
  flushToOlder(): void {
    if (this.held.length > 1 && this.outgoing.length > 0) {
      this.answerOldest();
    }
  }

  /** Answers everything that is held now. */
  answerAll(): void {
    while (this.held.length > 0) {
      this.answerOldest();
    }
  }

  /** Keeps the answer of a request for a repeat. */
  remember(rid: number, body: string): void {
    this.answered.set(rid, body);
    for (const old of this.answered.keys()) {
      if (this.answered.size <= BOSH_REQUESTS) {
        break;
      }
      this.answered.delete(old);
    }
  }

  /** Takes what was to be said and was not, for the farewell. */
  takeOutgoing(): string {
    const content = this.outgoing.join('');
    this.outgoing = [];
    return content;
  }

  /** Takes the held requests, oldest first, out of this object's care. */
  takeHeld(): BoshExchange[] {
    return this.held.splice(0).map(({ exchange, timer }) => {
      clearTimeout(timer);
      return exchange;
    });
  }

  private watch(held: HeldRequest, exchange: BoshExchange): void {
    exchange.onAborted(() => {
      if (held.exchange === exchange && this.held.includes(held)) {
        this.held.splice(this.held.indexOf(held), 1);
        clearTimeout(held.timer);
        this.lost.add(held.rid);
        this.tellIfIdle();
      }
    });
  }

  private queueFlush(): void {
    if (!this.isFlushQueued) {
      this.isFlushQueued = true;
      setImmediate(() => {
        this.isFlushQueued = false;
        this.flush();
      });
    }
  }

  private flush(): void {
    const kept = this.terms.wait === 0 ? 0 : this.terms.hold;
    while (this.held.length > kept || (this.held.length > 0 && this.outgoing.length > 0)) {
      this.answerOldest();
    }
  }

  private answerUpTo(held: HeldRequest): void {
    while (this.held.includes(held)) {
      this.answerOldest();
    }
  }

  private answerOldest(): void {
    const held = this.held.shift();
    if (held !== undefined) {
      clearTimeout(held.timer);
      const body = this.body(held.rid, this.takeOutgoing());
      this.remember(held.rid, body);
      held.exchange.answer(body);
      this.tellIfIdle();
    }
  }

  /** XEP-0124 §9.1: the ack is left out where it would only repeat the rid that is answered. */
  private body(rid: number, content: string): string {
    const highest = this.highestRid();
    const ack = this.terms.wantsAcks && highest !== rid ? highest.toString() : undefined;
    const head = attributes({ xmlns: NS.httpBind, 'xmlns:stream': NS.streams, ack });
    return content === '' ? `<body${head}/>` : `<body${head}>${content}</body>`;
  }

  private tellIfIdle(): void {
    if (this.isIdle) {
      this.onIdle();
    }
  }
}
