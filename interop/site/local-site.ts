import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { Duplex } from 'node:stream';

import { ReverseProxy } from '../../projects/finesse-sandbox/src/external-service/reverse-proxy';

const PAGE = new URL('../../dist/event-tunnel/', import.meta.url);
const PARENT_PAGE = new URL('parent-page.html', import.meta.url);

interface SiteFile {
  readonly type: 'text/html' | 'text/javascript' | 'application/json';
  readonly body: string | Buffer;
}

/** A web server of this machine with a few files, and one XMPP server behind it if it has a target. */
export class LocalSite {
  private readonly open = new Set<Duplex>();

  private constructor(
    private readonly server: Server,
    readonly origin: string,
  ) {
    server.on('connection', (socket) => {
      this.open.add(socket);
      socket.on('close', () => this.open.delete(socket));
    });
  }

  /** Serves the built page at `/tunnel/` for parents of one origin; everything else goes to the XMPP server. */
  static async tunnel(target: string, parentOrigin: string): Promise<LocalSite> {
    const files = new Map<string, SiteFile>([
      ['/tunnel/', { type: 'text/html', body: await readFile(new URL('index.html', PAGE)) }],
      [
        '/tunnel/EventTunnel.js',
        { type: 'text/javascript', body: await readFile(new URL('EventTunnel.js', PAGE)) },
      ],
      [
        '/tunnel/allowed-origins.json',
        { type: 'application/json', body: JSON.stringify({ origins: [parentOrigin] }) },
      ],
    ]);
    return LocalSite.listen('127.0.0.1', files, new ReverseProxy(target));
  }

  /** Serves the parent page, by another host name: for a browser another site. */
  static async parent(): Promise<LocalSite> {
    const page: SiteFile = { type: 'text/html', body: await readFile(PARENT_PAGE) };
    return LocalSite.listen('localhost', new Map([['/', page]]));
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    for (const socket of this.open) {
      socket.destroy();
    }
    await closed;
  }

  private static async listen(
    host: string,
    files: ReadonlyMap<string, SiteFile>,
    proxy?: ReverseProxy,
  ): Promise<LocalSite> {
    const server = createServer((request, response) => {
      const file = files.get(new URL(request.url ?? '/', `http://${host}`).pathname);
      if (file !== undefined) {
        response.writeHead(200, { 'content-type': file.type }).end(file.body);
      } else if (proxy === undefined) {
        response.writeHead(404).end();
      } else {
        proxy.request(request, response);
      }
    });
    server.on('upgrade', (request, socket, head) => {
      proxy?.upgrade(request, socket, head);
    });
    await new Promise<void>((resolve) => server.listen(0, host, resolve));
    const address = server.address();
    const port = typeof address === 'object' && address !== null ? address.port : 0;
    return new LocalSite(server, `http://${host}:${String(port)}`);
  }
}
