import { NS_HTTPBIND, NS_XBOSH } from '../namespaces';
import { randomDigits } from '../random-digits';
import { type Attributes, attributeOf, writeElement } from '../stanzas';
import { parseStanza } from './parse-stanza';
import type { XmppStream, XmppStreamListener, XmppStreamOptions } from './xmpp-stream';

/** How long the server may hold a request, in seconds: as it always holds one, a dead link is noticed within the limit. */
const WAIT_S = 9;
const LIMIT_MS = 14_000;
/** How often one request is repeated before the session counts as lost, XEP-0124 §14.2. */
const MAX_REPEATS = 3;
const XML_DECLARATION = /^\s*<\?xml\s[^?]*\?>/;

interface Flight {
  readonly rid: number;
  readonly body: string;
  readonly isLast: boolean;
  repeats: number;
  answer?: Element;
}

/**
 * XMPP over BOSH, XEP-0124 and XEP-0206.
 *
 * 1. One request is always held by the server; it answers when it has something to say.
 * 2. What we have to say goes out at once in a second request; never more than the server allows.
 * 3. Request ids go up by one; answers are read in that order, whatever the order of arrival.
 * 4. A lost request is repeated with the same id and text, so nothing is sent or heard twice.
 * 5. A page that is frozen asks the server to wait longer.
 */
export class BoshStream implements XmppStream {
  /** XEP-0124 §7.1: random, and far below 2^53 so that it can grow for the whole session. */
  private rid = +randomDigits(1);
  private answeredRid = this.rid;
  /** Empty until there is a session. */
  private sid = '';
  private maxFlights = 1;
  private maxPause = '';
  private outbox = '';
  private readonly flights: Flight[] = [];
  private readonly aborter = new AbortController();
  private readonly opening: Attributes;
  private isRestartDue = false;
  private isFrozen = false;
  private isOver = false;

  constructor(
    private readonly options: XmppStreamOptions,
    private readonly listener: XmppStreamListener,
  ) {
    this.opening = { to: options.domain, 'xml:lang': 'en', 'xmlns:xmpp': NS_XBOSH };
    const { signal } = this.aborter;
    document.addEventListener('freeze', () => this.pause(), { signal });
    document.addEventListener('resume', () => this.unpause(), { signal });
    const ack = 1;
    this.post({ ...this.opening, ver: '1.6', wait: WAIT_S, hold: 1, ack, 'xmpp:version': '1.0' });
  }

  restart(): void {
    this.isRestartDue = true;
    this.schedule();
  }

  send(stanza: string): void {
    this.outbox += stanza;
    this.schedule();
  }

  close(): void {
    if (this.isOver) {
      return;
    }
    this.isOver = true;
    if (this.sid) {
      // XEP-0124 §11 lets this one go beyond the number of requests; it may carry the last stanzas.
      this.post({ type: 'terminate' }, this.outbox, true);
    } else {
      this.aborter.abort();
    }
  }

  /** XEP-0124 §12. Only when the browser stops the page altogether: a page that is merely hidden still wants events. */
  private pause(): void {
    if (this.maxPause && !this.isOver) {
      this.isFrozen = true;
      this.post({ pause: this.maxPause });
    }
  }

  private unpause(): void {
    this.isFrozen = false;
    this.pump();
  }

  /** Stanzas written in one go travel in one body. */
  private schedule(): void {
    queueMicrotask(() => this.pump());
  }

  private pump(): void {
    const { outbox, flights } = this;
    if (!this.sid || this.isOver || flights.length >= this.maxFlights) {
      return;
    }
    if (this.isRestartDue) {
      this.isRestartDue = false;
      this.post({ ...this.opening, 'xmpp:restart': 'true' });
    } else if (outbox || (!flights.length && !this.isFrozen)) {
      this.outbox = '';
      this.post({}, outbox);
    }
  }

  private post(attributes: Attributes, content = '', isLast = false): void {
    const { sid, answeredRid } = this;
    const rid = this.rid++;
    // XEP-0124 §9.1: left out where it would only say that everything was answered.
    const ack = sid && answeredRid < rid - 1 ? answeredRid : '';
    const body = writeElement(
      'body',
      { xmlns: NS_HTTPBIND, rid, sid, ack, ...attributes },
      content,
    );
    const flight: Flight = { rid, body, isLast, repeats: 0 };
    this.flights.push(flight);
    void this.fly(flight);
  }

  private async fly(flight: Flight): Promise<void> {
    const { url, clock } = this.options;
    const cancelLimit = clock.after(LIMIT_MS, () => this.finish('no answer in time'));
    const { body, isLast } = flight;
    try {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'text/xml; charset=utf-8' },
        body,
        keepalive: isLast,
        signal: isLast ? null : this.aborter.signal,
      });
      const text = await response.text();
      if (this.isOver) {
        this.aborter.abort();
      } else if (response.ok) {
        this.arrived(flight, text);
      } else {
        this.failed(flight, `HTTP ${response.status}`, response.status >= 500);
      }
    } catch {
      this.failed(flight, 'no network');
    } finally {
      cancelLimit();
    }
  }

  private arrived(flight: Flight, text: string): void {
    const body = parseStanza(text.replace(XML_DECLARATION, ''));
    if (body?.localName !== 'body' || attributeOf(body, 'type') === 'error') {
      // XEP-0124 §17.3: a recoverable error asks for the same request again; so does a proxy's error page.
      this.failed(flight, 'no BOSH answer');
    } else {
      flight.answer = body;
      this.readInOrder();
      this.pump();
    }
  }

  private failed(flight: Flight, why: string, isRecoverable = true): void {
    if (isRecoverable && this.sid && flight.repeats < MAX_REPEATS) {
      this.options.clock.after(++flight.repeats * 1_000, () => {
        if (!this.isOver) {
          void this.fly(flight);
        }
      });
    } else {
      this.finish(why);
    }
  }

  private readInOrder(): void {
    for (let flight = this.flights[0]; flight?.answer; flight = this.flights[0]) {
      this.flights.shift();
      this.answeredRid = flight.rid;
      this.read(flight.answer);
    }
  }

  private read(body: Element): void {
    if (!this.sid) {
      this.sid = attributeOf(body, 'sid');
      this.maxFlights = +attributeOf(body, 'requests') || 2;
      this.maxPause = attributeOf(body, 'maxpause');
    }
    for (const child of body.children) {
      if (!this.isOver) {
        this.listener.stanza(child);
      }
    }
    if (attributeOf(body, 'type') === 'terminate') {
      this.finish(`terminated, ${attributeOf(body, 'condition')}`);
    } else if (!this.sid) {
      this.finish('no BOSH session');
    }
  }

  private finish(why: string): void {
    if (!this.isOver) {
      this.isOver = true;
      this.aborter.abort();
      this.listener.closed(why);
    }
  }
}
