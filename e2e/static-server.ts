import { type AddressInfo } from 'node:net';
import fastifyStatic from '@fastify/static';
import fastify, { type FastifyInstance } from 'fastify';
import { serveDashboard } from '../scripts/dashboard-server.mjs';

/** A server on a free port of one host name; another name or port makes another origin. */
export class StaticServer {
  private constructor(
    private readonly server: FastifyInstance,
    readonly origin: string,
  ) {}

  /** The built dashboard, wired to one sandbox; another build of it where a folder is named. */
  static async dashboard(config: unknown, folder = 'dist/dashboard'): Promise<StaticServer> {
    return StaticServer.of(await serveDashboard({ port: 0, config, folder }), 'localhost');
  }

  /** A single page at `/`. */
  static async page(html: string, host = 'localhost'): Promise<StaticServer> {
    const server = fastify({ forceCloseConnections: true });
    server.get('/', async (_request, reply) => reply.type('text/html').send(html));
    await server.listen({ port: 0, host });
    return StaticServer.of(server, host);
  }

  /** The files of a folder. */
  static async folder(root: string): Promise<StaticServer> {
    const server = fastify({ forceCloseConnections: true });
    await server.register(fastifyStatic, { root });
    await server.listen({ port: 0, host: 'localhost' });
    return StaticServer.of(server, 'localhost');
  }

  async close(): Promise<void> {
    await this.server.close();
  }

  private static of(server: FastifyInstance, host: string): StaticServer {
    const { port } = server.server.address() as AddressInfo;
    return new StaticServer(server, `http://${host}:${String(port)}`);
  }
}
