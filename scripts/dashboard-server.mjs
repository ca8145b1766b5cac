// Serves the built dashboard: static files, index.html for every route, and a config.json that names the sandbox.
import fastifyStatic from '@fastify/static';
import fastify from 'fastify';
import { at } from './workspace.mjs';

/**
 * Starts the server on `localhost`, so that the tunnel page at 127.0.0.1 is cross-origin as in production.
 *
 * @param options - `port`, and `config`: what `config.json` says.
 * @returns The running server; `close()` ends it.
 */
export async function serveDashboard({ port, config }) {
  const server = fastify({ forceCloseConnections: true });
  server.get('/config.json', async (_request, reply) =>
    reply.header('cache-control', 'no-store').send(config),
  );
  await server.register(fastifyStatic, { root: at('dist/dashboard') });
  server.setNotFoundHandler(async (request, reply) => {
    if (request.method !== 'GET' || /\.\w+$/.test(request.url.split('?')[0])) {
      return reply.code(404).send({ error: 'Not found' });
    }
    return reply.sendFile('index.html');
  });
  try {
    await server.listen({ port, host: 'localhost' });
  } catch (error) {
    if (error.code === 'EADDRINUSE') {
      throw new Error(`Port ${port} is taken. Free it, or choose another with --dashboard-port.`, {
        cause: error,
      });
    }
    throw error;
  }
  return server;
}
