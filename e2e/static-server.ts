import fastifyStatic from '@fastify/static';
import { type AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import fastify, { type FastifyInstance } from 'fastify';

const DASHBOARD = fileURLToPath(new URL('../dist/dashboard', import.meta.url));

/** A server on a free port of one host name; another name or port makes another origin. */
export class StaticServer {
  private constructor(
    private readonly server: FastifyInstance,
    readonly origin: string,
  ) {}

  /** The built dashboard, wired to one sandbox. */
  static async dashboard(config: unknown): Promise<StaticServer> {
    const server = fastify({ forceCloseConnections: true });
    server.get('/config.json', async () =>
      Promise.resolve(typeof config === 'string' ? config : JSON.stringify(config)),
    );
    await server.register(fastifyStatic, { root: DASHBOARD, wildcard: false });
    server.setNotFoundHandler(async (_request, reply) => reply.sendFile('index.html'));
    return StaticServer.listen(server, 'localhost');
  }

  /** A single page at `/`. */
  static async page(html: string, host = 'localhost'): Promise<StaticServer> {
    const server = fastify({ forceCloseConnections: true });
    server.get('/', async (_request, reply) => reply.type('text/html').send(html));
    return StaticServer.listen(server, host);
  }

  async close(): Promise<void> {
    await this.server.close();
  }

  private static async listen(server: FastifyInstance, host: string): Promise<StaticServer> {
    await server.listen({ port: 0, host });
    const { port } = server.server.address() as AddressInfo;
    return new StaticServer(server, `http://${host}:${String(port)}`);
  }
}
