import type { Clock } from '../clock';
import { NS_HTTPBIND, NS_XBOSH } from '../namespaces';
import { attribute } from '../stanzas';
import { parseStanza } from './parse-stanza';
import type { XmppStream, XmppStreamListener } from './xmpp-stream';

/** How long the server may hold a request, in seconds; together with the margin, when silence counts as death. */
const WAIT_S = 20;
const MARGIN_S = 10;
/** How often one request is repeated before the session counts as lost, XEP-0124 §14.2. */
const MAX_REPEATS = 3;
const XML_DECLARATION = /^\s*<\?xml\s[^?]*\?>/;

/** Where to, and with what. */
export interface BoshStreamOptions {
  readonly url: string;
  readonly domain: string;
  readonly clock: Clock;
  /** Default: the browser's. */
  readonly fetch?: typeof fetch;
  /** Tells `freeze` and `resume` of the page; default: the document. */
  readonly lifecycle?: EventTarget;
}

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
  private rid = crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
  private sid: string | undefined;
  private maxFlights = 1;
  private maxPauseS = 0;
  private answeredRid = this.rid;
  private readonly flights: Flight[] = [];
  private readonly outbox: string[] = [];
  private readonly aborter = new AbortController();
  private isRestartDue = false;
  private isFrozen = false;
  private isOver = false;

  constructor(
    private readonly options: BoshStreamOptions,
    private readonly listener: XmppStreamListener,
  ) {}

  open(): void {
    this.post(
      `${attribute('to', this.options.domain)} xml:lang='en' ver='1.6' wait='${WAIT_S}' hold='1' ack='1'` +
        ` xmlns:xmpp='${NS_XBOSH}' xmpp:version='1.0'`,
    );
    const lifecycle = this.options.lifecycle ?? document;
    const { signal } = this.aborter;
    lifecycle.addEventListener('freeze', this.pause, { signal });
    lifecycle.addEventListener('resume', this.unpause, { signal });
  }

  restart(): void {
    this.isRestartDue = true;
    this.schedule();
  }

  send(stanza: string): void {
    this.outbox.push(stanza);
    this.schedule();
  }

  close(): void {
    if (this.isOver) {
      return;
    }
    this.isOver = true;
    if (!this.sid) {
      this.aborter.abort();
    } else {
      // XEP-0124 §11 lets this one go beyond the number of requests; it may carry the last stanzas.
      this.post(" type='terminate'", this.outbox.splice(0).join(''), true);
    }
  }

  /** XEP-0124 §12. Only when the browser stops the page altogether: a page that is merely hidden still wants events. */
  private readonly pause = (): void => {
    if (this.maxPauseS > 0 && !this.isOver) {
      this.isFrozen = true;
      this.post(` pause='${this.maxPauseS}'`);
    }
  };

  private readonly unpause = (): void => {
    this.isFrozen = false;
    this.pump();
  };

  /** Stanzas written in one go travel in one body. */
  private schedule(): void {
    queueMicrotask(() => this.pump());
  }

  private pump(): void {
    if (!this.sid || this.isOver || this.flights.length >= this.maxFlights) {
      return;
    }
    if (this.isRestartDue) {
      this.isRestartDue = false;
      const to = attribute('to', this.options.domain);
      this.post(`${to} xml:lang='en' xmlns:xmpp='${NS_XBOSH}' xmpp:restart='true'`);
    } else if (this.outbox.length > 0) {
      this.post('', this.outbox.splice(0).join(''));
    } else if (this.flights.length === 0 && !this.isFrozen) {
      this.post('');
    }
  }

  private post(attributes: string, content = '', isLast = false): void {
    const rid = this.rid++;
    // XEP-0124 §9.1: left out where it would only say that everything was answered.
    const ack = this.sid && this.answeredRid < rid - 1 ? ` ack='${this.answeredRid}'` : '';
    const body = `<body xmlns='${NS_HTTPBIND}' rid='${rid}'${attribute('sid', this.sid)}${ack}${attributes}>${content}</body>`;
    const flight: Flight = { rid, body, isLast, repeats: 0 };
    this.flights.push(flight);
    void this.fly(flight);
  }

  private async fly(flight: Flight): Promise<void> {
    const cancelLimit = this.options.clock.after((WAIT_S + MARGIN_S) * 1_000, () =>
      this.finish('no answer in time'),
    );
    try {
      const request = this.options.fetch ?? fetch;
      const response = await request(this.options.url, {
        method: 'POST',
        headers: { 'content-type': 'text/xml; charset=utf-8' },
        body: flight.body,
        keepalive: flight.isLast,
        ...(flight.isLast ? {} : { signal: this.aborter.signal }),
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
      this.failed(flight, 'no network', true);
    } finally {
      cancelLimit();
    }
  }

  private arrived(flight: Flight, text: string): void {
    const body = parseStanza(text.replace(XML_DECLARATION, ''));
    if (body?.localName !== 'body' || body.getAttribute('type') === 'error') {
      // XEP-0124 §17.3: a recoverable error asks for the same request again; so does a proxy's error page.
      this.failed(flight, 'no BOSH answer', true);
    } else {
      flight.answer = body;
      this.readInOrder();
      this.pump();
    }
  }

  private failed(flight: Flight, why: string, isRecoverable: boolean): void {
    if (!isRecoverable || !this.sid || flight.repeats >= MAX_REPEATS) {
      this.finish(why);
    } else {
      flight.repeats++;
      this.options.clock.after(flight.repeats * 1_000, () => {
        if (!this.isOver) {
          void this.fly(flight);
        }
      });
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
      this.begin(body);
    }
    for (let child = body.firstElementChild; child !== null; child = child.nextElementSibling) {
      if (!this.isOver) {
        this.listener.stanza(child);
      }
    }
    if (body.getAttribute('type') === 'terminate') {
      this.finish(`terminated, ${String(body.getAttribute('condition'))}`);
    } else if (!this.sid) {
      this.finish('no BOSH session');
    }
  }

  private begin(body: Element): void {
    this.sid = body.getAttribute('sid') ?? undefined;
    this.maxFlights = Number(body.getAttribute('requests')) || 2;
    this.maxPauseS = Number(body.getAttribute('maxpause')) || 0;
  }

  private finish(why: string): void {
    if (!this.isOver) {
      this.isOver = true;
      this.aborter.abort();
      this.listener.closed(why);
    }
  }
}
