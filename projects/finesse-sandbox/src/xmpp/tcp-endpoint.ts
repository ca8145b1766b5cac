import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { createSecureContext, createServer as createTlsServer, TLSSocket } from 'node:tls';

import type { NodeFaults } from '../faults/node-faults';
import { OutgoingLine } from '../faults/outgoing-line';
import type { NotificationService } from './notification-service';
import { TcpLink } from './tcp-link';
import { TcpStream } from './tcp-stream';

/** Key and certificate, PEM. */
interface Identity {
  readonly key: string;
  readonly cert: string;
}

// A peer that vanished without a word is noticed by the system after a few of these without an answer.
const KEEP_ALIVE_MS = 30_000;

/** How long a stopping server waits for what it still has to say. */
const GOODBYE_MS = 500;

/** The way in without HTTP, RFC 6120: for Smack and its kind. */
export class TcpEndpoint {
  private readonly sockets = new Set<Socket>();
  private readonly servers: Server[] = [];

  constructor(
    private readonly service: NotificationService,
    private readonly faults: NodeFaults,
  ) {
    faults.onCut(() => this.sockets.forEach((socket) => socket.destroy()));
  }

  /** Makes a listener for plain streams, which offers STARTTLS if it has a certificate. */
  plain(identity: Identity | undefined): Server {
    return this.keep(createServer((socket) => this.accept(socket, identity)));
  }

  /** Makes a listener where TLS comes first. */
  secure(identity: Identity): Server {
    const server = createTlsServer({ ...identity, minVersion: 'TLSv1.2' }, (socket) => {
      this.accept(socket, undefined);
    });
    return this.keep(server);
  }

  /** Gives goodbyes a moment, then ends what is still open. */
  async close(): Promise<void> {
    const closing = [...this.sockets].map(async (socket) => once(socket, 'close'));
    await Promise.race([Promise.all(closing), sleep(GOODBYE_MS, undefined, { ref: false })]);
    this.sockets.forEach((socket) => socket.destroy());
    this.servers.forEach((server) => server.close());
  }

  private keep<T extends Server>(server: T): T {
    this.servers.push(server);
    return server;
  }

  private accept(socket: Socket, identity: Identity | undefined): void {
    if (this.faults.isRefusing) {
      socket.resetAndDestroy();
      return;
    }
    socket.setNoDelay(true).setKeepAlive(true, KEEP_ALIVE_MS);
    const line = new OutgoingLine(this.faults);
    const link = new TcpLink(socket, line);
    const startTls = identity && (() => this.startTls({ socket, link, stream, identity }));
    const stream = new TcpStream(this.service, link, startTls);
    this.attend(socket, stream);
    socket.once('close', () => {
      line.clear();
      stream.gone();
    });
  }

  private attend(socket: Socket, stream: TcpStream): void {
    this.sockets.add(socket);
    socket.on('data', (bytes: Buffer) => stream.receive(bytes));
    socket.on('error', () => socket.destroy());
    socket.once('close', () => this.sockets.delete(socket));
  }

  /** The same connection, from the next byte on below TLS. */
  private startTls(running: {
    readonly socket: Socket;
    readonly link: TcpLink;
    readonly stream: TcpStream;
    readonly identity: Identity;
  }): void {
    const { socket, link, stream, identity } = running;
    socket.removeAllListeners('data');
    const secureContext = createSecureContext({ ...identity, minVersion: 'TLSv1.2' });
    const secure = new TLSSocket(socket, { isServer: true, secureContext });
    link.socket = secure;
    this.attend(secure, stream);
    secure.once('close', () => socket.destroy());
  }
}
