import { NS_FRAMING } from '../namespaces';
import { type Attributes, writeElement } from '../stanzas';
import { parseStanza } from './parse-stanza';
import { readEventFrame } from './read-event-frame';
import type { XmppStream, XmppStreamListener, XmppStreamOptions } from './xmpp-stream';

/** How long to wait for the server's goodbye before the socket is closed all the same. */
const CLOSE_LIMIT_MS = 1_000;
/** `readyState` of a socket that can send. */
const OPEN = 1;

/** XMPP over WebSocket, RFC 7395: one element a frame, streams opened and closed by elements of their own. */
export class WebSocketStream implements XmppStream {
  private isOver = false;
  private readonly socket: WebSocket;

  constructor(
    private readonly options: XmppStreamOptions,
    private readonly listener: XmppStreamListener,
  ) {
    const socket = new WebSocket(options.url, 'xmpp');
    socket.onopen = () => this.restart();
    socket.onmessage = ({ data }) => this.read(data);
    socket.onclose = ({ code }) => this.finish(`closed with ${code}`);
    this.socket = socket;
  }

  restart(): void {
    this.frame('open', { to: this.options.domain, version: '1.0', 'xml:lang': 'en' });
  }

  send(stanza: string): void {
    if (this.socket.readyState === OPEN) {
      this.socket.send(stanza);
    }
  }

  close(): void {
    if (!this.isOver) {
      this.isOver = true;
      this.frame('close');
      // RFC 7395 §3.6: who said <close/> first waits for the other's before it closes the socket.
      this.options.clock.after(CLOSE_LIMIT_MS, () => this.socket.close());
    }
  }

  private frame(name: string, attributes?: Attributes): void {
    this.send(writeElement(name, { xmlns: NS_FRAMING, ...attributes }));
  }

  private read(data: unknown): void {
    const { listener } = this;
    const event = readEventFrame(data);
    const element = event ? undefined : parseStanza(data);
    if (element?.namespaceURI === NS_FRAMING) {
      if (element.localName === 'close') {
        this.answerClose();
      }
    } else if (this.isOver) {
      return;
    } else if (event) {
      listener.event(event);
    } else if (element) {
      listener.stanza(element);
    } else {
      listener.dropped('no element');
    }
  }

  /** A `see-other-uri` in the server's close is not followed: the password goes to this page's own host only. */
  private answerClose(): void {
    if (!this.isOver) {
      this.frame('close');
    }
    this.socket.close();
    this.finish('closed');
  }

  private finish(why: string): void {
    if (!this.isOver) {
      this.isOver = true;
      this.listener.closed(why);
    }
  }
}
