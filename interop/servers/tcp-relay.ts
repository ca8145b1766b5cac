import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';

/** A port of this machine that leads to another one, until it is cut. */
export class TcpRelay {
  private readonly open = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    readonly port: number,
  ) {}

  static async to(target: number): Promise<TcpRelay> {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    const relay = new TcpRelay(server, port);
    server.on('connection', (incoming) => relay.pass(incoming, connect(target, '127.0.0.1')));
    return relay;
  }

  /** Breaks every connection at once; new ones are taken. */
  cut(): void {
    this.open.forEach((socket) => socket.destroy());
  }

  close(): void {
    this.cut();
    this.server.close();
  }

  private pass(incoming: Socket, onward: Socket): void {
    for (const [socket, other] of [
      [incoming, onward],
      [onward, incoming],
    ] as const) {
      this.open.add(socket);
      socket.on('error', () => socket.destroy());
      socket.on('close', () => {
        this.open.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  }
}
