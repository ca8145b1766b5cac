import { randomUUID } from 'node:crypto';

import { BOSH_REQUESTS, BoshAnswers } from './bosh-answers';
import { type BoshRequest, type TerminateCondition, writeTerminate } from './bosh-body';
import type { BoshExchange } from './bosh-exchange';
import type { ClientLink } from './client-link';
import { NS } from './namespaces';
import { attributes } from './stanza-writer';
import { type StreamError, writeStreamError } from './stream-error';

/** What a BOSH session does with what comes in, and when it is over. */
export interface BoshHandlers {
  receive(request: BoshRequest): void;
  /** The client broke the rules or stayed away too long. */
  lost(): void;
  /** No request of this session is taken any more. */
  closed(): void;
}

/** Seconds without an open request until the session is given up. */
const INACTIVITY = 60;
/** Seconds between two empty requests of a client that lets nothing be held. */
const POLLING = 2;
/** The longest pause a client may ask for, in seconds. */
const MAX_PAUSE = 120;

/**
 * One BOSH session (XEP-0124), the taking half:
 *
 * 1. Requests are taken in the order of their rid; one that came early waits for its turn (§14.1).
 * 2. A rid outside the window ends the session, a repeated one gets its answer again (§14.2, §14.3).
 * 3. A client without an open request is given up after `inactivity` seconds, or after the pause
 *    it asked for (§10).
 * 4. A goodbye that finds no open request waits for the next one.
 */
export class BoshSession implements ClientLink {
  readonly transport = 'bosh';
  readonly sid = randomUUID();
  private readonly early = new Map<number, { request: BoshRequest; exchange: BoshExchange }>();
  private readonly answers: BoshAnswers;
  private nextRid: number;
  private lastPollAt = Number.NEGATIVE_INFINITY;
  private inactivityTimer: NodeJS.Timeout | undefined;
  private farewell: string | undefined;
  private isOver = false;

  constructor(
    private readonly opened: BoshRequest,
    private readonly handlers: BoshHandlers,
  ) {
    this.nextRid = opened.rid + 1;
    this.answers = new BoshAnswers(
      opened,
      () => this.nextRid - 1,
      () => this.startInactivity(INACTIVITY),
    );
  }

  /** Answers the request that created the session. */
  open(exchange: BoshExchange, domain: string, features: string): void {
    const { wait, hold, rid, wantsAcks } = this.opened;
    const head = attributes({
      xmlns: NS.httpBind,
      'xmlns:stream': NS.streams,
      'xmlns:xmpp': NS.xbosh,
      from: domain,
      sid: this.sid,
      authid: this.sid,
      wait: wait.toString(),
      hold: hold.toString(),
      requests: BOSH_REQUESTS.toString(),
      inactivity: INACTIVITY.toString(),
      polling: POLLING.toString(),
      maxpause: MAX_PAUSE.toString(),
      ver: '1.11',
      ack: wantsAcks ? rid.toString() : undefined,
      'xmpp:version': '1.0',
      'xmpp:restartlogic': 'true',
    });
    const body = `<body${head}>${features}</body>`;
    this.answers.remember(rid, body);
    exchange.answer(body);
    this.startInactivity(INACTIVITY);
  }

  /** Takes the next HTTP request that names this session. */
  accept(request: BoshRequest, exchange: BoshExchange): void {
    if (this.isOver) {
      exchange.answer(writeTerminate('item-not-found'));
    } else if (this.farewell !== undefined) {
      exchange.answer(this.farewell);
      this.over();
    } else if (request.rid < this.nextRid) {
      if (!this.answers.repeat(request.rid, exchange)) {
        this.abandon('item-not-found', exchange);
      }
    } else if (request.rid >= this.nextRid + BOSH_REQUESTS) {
      this.abandon('item-not-found', exchange);
    } else {
      this.early.set(request.rid, { request, exchange });
      this.takeInOrder();
    }
  }

  send(xml: string): void {
    this.answers.send(xml);
  }

  close(error?: StreamError): void {
    // Some clients take no stanza out of a farewell, so what was to be said goes before it if it can.
    this.answers.flushToOlder();
    const why = error === undefined ? '' : writeStreamError(error);
    this.sayFarewell(
      error === undefined ? undefined : 'remote-stream-error',
      this.answers.takeOutgoing() + why,
    );
  }

  cut(): void {
    for (const exchange of this.takeOpen()) {
      exchange.cut();
    }
    this.over();
  }

  private takeInOrder(): void {
    for (let next = this.early.get(this.nextRid); next; next = this.early.get(this.nextRid)) {
      const { request, exchange } = next;
      this.early.delete(this.nextRid);
      this.nextRid += 1;
      if (this.isTooEager(request)) {
        this.abandon('policy-violation', exchange);
        return;
      }
      clearTimeout(this.inactivityTimer);
      this.answers.hold(request.rid, exchange);
      this.handlers.receive(request);
      if (request.pause !== undefined && this.farewell === undefined) {
        this.answers.answerAll();
        this.startInactivity(Math.min(request.pause, MAX_PAUSE));
      }
    }
  }

  /** XEP-0124 §11 and §12: whoever polls may not poll without a break. */
  private isTooEager(request: BoshRequest): boolean {
    const isPolling = this.opened.hold === 0 || this.opened.wait === 0;
    const saysSomething = request.isRestart || request.isTerminate || request.stanzas.length > 0;
    if (!isPolling || saysSomething || request.pause !== undefined) {
      return false;
    }
    const since = Date.now() - this.lastPollAt;
    this.lastPollAt = Date.now();
    return since < POLLING * 1000;
  }

  private abandon(condition: TerminateCondition, exchange: BoshExchange): void {
    exchange.answer(writeTerminate(condition));
    for (const open of this.takeOpen()) {
      open.answer(writeTerminate(condition));
    }
    this.handlers.lost();
    this.over();
  }

  private sayFarewell(condition: TerminateCondition | undefined, content: string): void {
    const [first, ...others] = this.takeOpen();
    if (first === undefined) {
      this.farewell = writeTerminate(condition, content);
      this.startInactivity(INACTIVITY);
      return;
    }
    first.answer(writeTerminate(condition, content));
    for (const other of others) {
      other.answer(writeTerminate(condition));
    }
    this.over();
  }

  private takeOpen(): BoshExchange[] {
    const early = [...this.early.values()].map(({ exchange }) => exchange);
    this.early.clear();
    return [...this.answers.takeHeld(), ...early];
  }

  private startInactivity(seconds: number): void {
    clearTimeout(this.inactivityTimer);
    if (this.isOver) {
      return;
    }
    this.inactivityTimer = setTimeout(() => {
      this.handlers.lost();
      this.over();
    }, seconds * 1000).unref();
  }

  private over(): void {
    this.isOver = true;
    clearTimeout(this.inactivityTimer);
    this.handlers.closed();
  }
}
