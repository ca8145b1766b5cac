import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { type RawData, type WebSocket, WebSocketServer } from 'ws';

import type { NodeFaults } from '../faults/node-faults';
import { OutgoingLine } from '../faults/outgoing-line';
import { NS } from './namespaces';
import type { NotificationService } from './notification-service';
import { readXml } from './read-xml';
import { attributes } from './stanza-writer';
import { MAX_STANZA_BYTES } from './stanza-limit';
import type { StreamError } from './stream-error';
import { WebSocketLink } from './websocket-link';
import type { XmlElement } from './xml-element';
import { XmppSession } from './xmpp-session';

/** Silence longer than two of these ends a connection; a browser's own pong counts as a sign of life. */
const LIVENESS_INTERVAL_MS = 60_000;

/** How long a stopping server waits for its clients to close their side. */
const GOODBYE_MS = 500;

/** The way in by WebSocket, RFC 7395. */
export class WebSocketEndpoint {
  private readonly server = new WebSocketServer({
    noServer: true,
    clientTracking: true,
    // Twice the limit, so that a stanza above it can be answered with its stream error.
    maxPayload: MAX_STANZA_BYTES * 2,
    perMessageDeflate: false,
    handleProtocols: (offered) => (offered.has('xmpp') ? 'xmpp' : false),
  });
  private readonly alive = new WeakSet<WebSocket>();
  private readonly liveness = setInterval(() => this.dropSilent(), LIVENESS_INTERVAL_MS).unref();

  constructor(
    private readonly service: NotificationService,
    private readonly faults: NodeFaults,
  ) {}

  /** Takes over a socket whose request was accepted. */
  upgrade(request: IncomingMessage, socket: Socket, head: Buffer): void {
    this.server.handleUpgrade(request, socket, head, (webSocket) => {
      this.accept(webSocket, socket);
    });
  }

  /** Gives goodbyes that are on their way a moment, then ends whatever is still open. */
  async close(): Promise<void> {
    clearInterval(this.liveness);
    const closing = [...this.server.clients].map(
      async (webSocket) => new Promise((resolve) => webSocket.once('close', resolve)),
    );
    const timeout = new AbortController();
    const patience = sleep(GOODBYE_MS, undefined, { signal: timeout.signal });
    await Promise.race([Promise.all(closing), patience]);
    patience.catch(() => undefined);
    timeout.abort();
    for (const webSocket of this.server.clients) {
      webSocket.terminate();
    }
    this.server.close();
  }

  private accept(webSocket: WebSocket, socket: Socket): void {
    const line = new OutgoingLine(this.faults);
    const stream = new WebSocketStream(this.service, new WebSocketLink(webSocket, socket, line));
    this.alive.add(webSocket);
    webSocket.on('message', (data, isBinary) => {
      this.alive.add(webSocket);
      if (isBinary) {
        webSocket.close(1003, 'RFC 7395: text frames only');
        return;
      }
      stream.receive(textOf(data));
    });
    webSocket.on('pong', () => this.alive.add(webSocket));
    webSocket.on('error', () => webSocket.terminate());
    webSocket.on('close', () => {
      line.clear();
      stream.gone();
    });
  }

  private dropSilent(): void {
    for (const webSocket of this.server.clients) {
      if (!this.alive.delete(webSocket)) {
        webSocket.terminate();
      } else {
        webSocket.ping();
      }
    }
  }
}

/** The frames of one connection. */
class WebSocketStream {
  private readonly session: XmppSession;
  private isOpen = false;

  constructor(
    private readonly service: NotificationService,
    private readonly link: WebSocketLink,
  ) {
    this.session = new XmppSession(service, link);
  }

  receive(frame: string): void {
    if (frame.trim() === '') {
      // A keep-alive blank, RFC 6120 §4.6.1.
      return;
    }
    if (Buffer.byteLength(frame) > MAX_STANZA_BYTES) {
      this.fail({ condition: 'policy-violation', text: 'stanza too large' });
      return;
    }
    const xml = readXml(frame);
    if (!xml.ok) {
      this.fail(xml);
    } else if (xml.element.namespace === NS.framing) {
      this.receiveFraming(xml.element);
    } else {
      this.receiveStanza(xml.element);
    }
  }

  gone(): void {
    this.session.gone();
  }

  private receiveFraming(element: XmlElement): void {
    if (element.name === 'close') {
      this.session.end();
      return;
    }
    if (element.name !== 'open') {
      this.fail({ condition: 'bad-format', text: 'Only open and close frame a stream.' });
      return;
    }
    const to = element.attribute('to')?.toLowerCase() ?? this.service.domain;
    if (to !== this.service.domain) {
      this.fail({ condition: 'host-unknown', text: `This is ${this.service.domain}.` });
    } else if (!this.isOpen && this.service.isFull) {
      this.fail({ condition: 'resource-constraint', text: 'There are too many sessions.' });
    } else {
      this.sayOpen();
      this.link.send(this.session.openStream());
    }
  }

  private receiveStanza(element: XmlElement): void {
    if (!this.isOpen) {
      this.fail({ condition: 'bad-format', text: 'The first frame of a stream is open.' });
    } else if (![NS.client, NS.sasl, ''].some((namespace) => namespace === element.namespace)) {
      this.fail({ condition: 'invalid-namespace', text: `${element.namespace} is no stanza.` });
    } else {
      this.session.receive(element);
    }
  }

  private sayOpen(): void {
    this.isOpen = true;
    const head = { xmlns: NS.framing, from: this.service.domain, id: this.session.id };
    this.link.send(`<open${attributes({ ...head, version: '1.0', 'xml:lang': 'en' })}/>`);
  }

  private fail(error: StreamError): void {
    if (!this.isOpen) {
      // RFC 7395 §3.3.2: the server opens its side before it reports an error.
      this.sayOpen();
    }
    this.session.end(error);
  }
}

function textOf(data: RawData): string {
  return Array.isArray(data) ? Buffer.concat(data).toString('utf8') : decode(data);
}

function decode(data: Buffer | ArrayBuffer): string {
  return Buffer.isBuffer(data) ? data.toString('utf8') : Buffer.from(data).toString('utf8');
}
