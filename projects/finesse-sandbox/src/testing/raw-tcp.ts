import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { connect as connectTls } from 'node:tls';

import { bindRequest, jidParts, saslAuth } from './raw-web-socket';
import { DOMAIN, PASSWORD } from './test-node';

/** What opens a stream. */
export const STREAM_HEADER =
  `<?xml version='1.0'?><stream:stream to="${DOMAIN}" version="1.0" xmlns="jabber:client"` +
  ' xmlns:stream="http://etherx.jabber.org/streams">';

/** A client on a bare socket that writes its own bytes, so that it can write wrong ones. */
export class RawTcp {
  /** Everything that came. */
  received = '';
  isClosed = false;
  /** Up to here the test has followed what came. */
  private followed = 0;
  private readonly waiting = new Set<() => void>();

  private constructor(private socket: Socket) {
    this.listen();
  }

  static async connect(port: number): Promise<RawTcp> {
    const socket = connect(port, '127.0.0.1');
    await once(socket, 'connect');
    return new RawTcp(socket);
  }

  /** TLS from the first byte; the certificate is not looked at. */
  static async connectTls(port: number): Promise<RawTcp> {
    const socket = connectTls({ port, host: '127.0.0.1', rejectUnauthorized: false });
    await once(socket, 'secureConnect');
    return new RawTcp(socket);
  }

  static async signIn(port: number, jid: string): Promise<RawTcp> {
    const client = await RawTcp.connect(port);
    await client.authenticate(jid);
    return client;
  }

  /** Opens the stream, signs in and binds; presence is up to the test. */
  async authenticate(jid: string): Promise<void> {
    const { local, resource } = jidParts(jid);
    this.send(STREAM_HEADER);
    await this.until('</stream:features>');
    this.send(saslAuth(local, PASSWORD));
    await this.until('<success');
    this.send(STREAM_HEADER);
    await this.until('</stream:features>');
    this.send(bindRequest(resource));
    await this.until('<jid>');
  }

  /** Goes on below TLS, after the server has agreed. */
  async secure(): Promise<void> {
    this.socket.removeAllListeners('data');
    this.socket = connectTls({ socket: this.socket, rejectUnauthorized: false });
    await once(this.socket, 'secureConnect');
    this.listen();
  }

  send(text: string | Buffer): void {
    this.socket.write(text);
  }

  /** Waits for a text behind the one that was waited for before. */
  async until(text: string): Promise<void> {
    let at = this.received.indexOf(text, this.followed);
    while (at < 0) {
      if (this.isClosed) {
        throw new Error(`The server closed without saying ${text}: ${this.received}`);
      }
      await this.change();
      at = this.received.indexOf(text, this.followed);
    }
    this.followed = at + text.length;
  }

  async untilClosed(): Promise<void> {
    while (!this.isClosed) {
      await this.change();
    }
  }

  close(): void {
    this.socket.destroy();
  }

  private listen(): void {
    const { socket } = this;
    socket.on('data', (bytes: Buffer) => {
      this.received += bytes.toString('utf8');
      this.wake();
    });
    socket.on('error', () => socket.destroy());
    socket.on('close', () => {
      this.isClosed = true;
      this.wake();
    });
  }

  private async change(): Promise<void> {
    await new Promise<void>((resolve) => this.waiting.add(resolve));
  }

  private wake(): void {
    const waiting = [...this.waiting];
    this.waiting.clear();
    waiting.forEach((run) => run());
  }
}
