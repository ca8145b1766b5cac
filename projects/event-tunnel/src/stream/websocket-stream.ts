import type { Clock } from '../clock';
import { NS_FRAMING } from '../namespaces';
import { attribute } from '../stanzas';
import { parseStanza } from './parse-stanza';
import { readEventFrame } from './read-event-frame';
import type { XmppStream, XmppStreamListener } from './xmpp-stream';

/** How long to wait for the server's goodbye before the socket is closed all the same. */
const CLOSE_LIMIT_MS = 1_000;
/** `readyState` of a socket that can send. */
const OPEN = 1;

/** The part of a WebSocket that is used here. */
export type Socket = Pick<WebSocket, 'addEventListener' | 'send' | 'close' | 'readyState'>;

/** Where to, and with what. */
export interface WebSocketStreamOptions {
  readonly url: string;
  readonly domain: string;
  readonly clock: Clock;
  /** Default: a WebSocket with the subprotocol `xmpp`. */
  readonly createSocket?: (url: string) => Socket;
}

/** XMPP over WebSocket, RFC 7395: one element a frame, streams opened and closed by elements of their own. */
export class WebSocketStream implements XmppStream {
  private socket: Socket | undefined;
  private isOver = false;

  constructor(
    private readonly options: WebSocketStreamOptions,
    private readonly listener: XmppStreamListener,
  ) {}

  open(): void {
    const create = this.options.createSocket ?? ((url) => new WebSocket(url, 'xmpp'));
    this.socket = create(this.options.url);
    this.socket.addEventListener('open', () => this.restart());
    this.socket.addEventListener('message', ({ data }) => this.read(data));
    this.socket.addEventListener('close', ({ code }) => this.finish(`closed with ${code}`));
  }

  restart(): void {
    const to = attribute('to', this.options.domain);
    this.send(`<open xmlns='${NS_FRAMING}'${to} version='1.0' xml:lang='en'/>`);
  }

  send(stanza: string): void {
    if (!this.isOver) {
      this.socket?.send(stanza);
    }
  }

  close(): void {
    const { socket } = this;
    if (this.isOver || !socket) {
      return;
    }
    this.isOver = true;
    if (socket.readyState === OPEN) {
      socket.send(`<close xmlns='${NS_FRAMING}'/>`);
    }
    // RFC 7395 §3.6: who said <close/> first waits for the other's before it closes the socket.
    this.options.clock.after(CLOSE_LIMIT_MS, () => socket.close());
  }

  private read(data: unknown): void {
    const event = this.isOver ? undefined : readEventFrame(data);
    if (event) {
      this.listener.event(event);
      return;
    }
    const element = parseStanza(data);
    if (element === undefined) {
      this.listener.dropped('no element');
    } else if (element.namespaceURI !== NS_FRAMING) {
      if (!this.isOver) {
        this.listener.stanza(element);
      }
    } else if (element.localName === 'close') {
      this.answerClose();
    }
  }

  /** A `see-other-uri` in the server's close is not followed: the password goes to this page's own host only. */
  private answerClose(): void {
    this.send(`<close xmlns='${NS_FRAMING}'/>`);
    this.socket?.close();
    this.finish('closed');
  }

  private finish(why: string): void {
    if (!this.isOver) {
      this.isOver = true;
      this.listener.closed(why);
    }
  }
}
