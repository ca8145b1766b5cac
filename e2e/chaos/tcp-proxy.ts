import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/**
 * What a network does to connections.
 *
 * | fault | meaning |
 * |---|---|
 * | `drop` | everything on the way vanishes, and connections that lost something never come back: a half-open link |
 * | `delay` | everything comes later by `ms` |
 * | `throttle` | so many bytes a second in each direction |
 * | `half-close` | the client is told that nothing comes any more; the server is not |
 * | `cut` | all connections are reset |
 * | `refuse` | all connections are reset, and nobody listens |
 */
export type LinkFault =
  | { readonly kind: 'drop' | 'half-close' | 'cut' | 'refuse' }
  | { readonly kind: 'delay'; readonly ms: number }
  | { readonly kind: 'throttle'; readonly bytesPerSecond: number };

interface Link {
  readonly client: Socket;
  readonly server: Socket;
  /** Something of it was dropped: TCP would wait for it for ever. */
  isDead: boolean;
}

/** A TCP proxy on a free port of the loopback in front of one listener, and everything that can go wrong on the way. */
export class TcpProxy {
  #fault: LinkFault | undefined;
  #server: Server | undefined;
  readonly #links = new Set<Link>();

  private constructor(
    private readonly target: number,
    private at: number,
  ) {}

  static async to(target: number): Promise<TcpProxy> {
    const proxy = new TcpProxy(target, 0);
    await proxy.#listen();
    return proxy;
  }

  get port(): number {
    return this.at;
  }

  async play(fault: LinkFault): Promise<void> {
    this.#fault = fault;
    if (fault.kind === 'cut' || fault.kind === 'refuse') {
      this.#reset();
    }
    if (fault.kind === 'refuse') {
      await this.#stopListening();
    }
    if (fault.kind === 'half-close') {
      for (const { client } of this.#links) {
        client.end();
      }
    }
  }

  async heal(): Promise<void> {
    this.#fault = undefined;
    if (this.#server === undefined) {
      await this.#listen();
    }
  }

  async close(): Promise<void> {
    this.#reset();
    await this.#stopListening();
  }

  async #listen(): Promise<void> {
    const server = createServer({ allowHalfOpen: true }, (client) => {
      this.#accept(client);
    });
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject);
      server.listen(this.at, '127.0.0.1', resolve);
    });
    this.#server = server;
    this.at = (server.address() as AddressInfo).port;
  }

  async #stopListening(): Promise<void> {
    const server = this.#server;
    this.#server = undefined;
    if (server !== undefined) {
      await new Promise((resolve) => server.close(resolve));
    }
  }

  #accept(client: Socket): void {
    const server = connect({ port: this.target, host: '127.0.0.1', allowHalfOpen: true });
    const link: Link = { client, server, isDead: false };
    this.#links.add(link);
    this.#carry(link, client, server);
    this.#carry(link, server, client);
  }

  #carry(link: Link, from: Socket, to: Socket): void {
    from.on('data', (chunk) => {
      this.#forward(link, chunk, { from, to });
    });
    from.on('end', () => {
      if (!this.#isSilent(link)) {
        to.end();
      }
    });
    // An error is followed by a close.
    from.on('error', () => undefined);
    from.on('close', () => {
      if (!this.#isSilent(link)) {
        to.destroy();
        this.#links.delete(link);
      }
    });
  }

  #forward(
    link: Link,
    chunk: Buffer,
    { from, to }: { readonly from: Socket; readonly to: Socket },
  ): void {
    const fault = this.#fault;
    if (this.#isSilent(link)) {
      link.isDead = true;
      return;
    }
    if (fault?.kind === 'delay' || fault?.kind === 'throttle') {
      from.pause();
      const ms = fault.kind === 'delay' ? fault.ms : (chunk.length / fault.bytesPerSecond) * 1000;
      setTimeout(() => {
        this.#write(to, chunk);
        from.resume();
      }, ms);
      return;
    }
    this.#write(to, chunk);
  }

  #write(to: Socket, chunk: Buffer): void {
    if (!to.writableEnded && !to.destroyed) {
      to.write(chunk);
    }
  }

  #isSilent(link: Link): boolean {
    return link.isDead || this.#fault?.kind === 'drop';
  }

  #reset(): void {
    for (const { client, server } of this.#links) {
      client.resetAndDestroy();
      server.destroy();
    }
    this.#links.clear();
  }
}
