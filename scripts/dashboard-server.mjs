// Serves the built dashboard: static files, index.html for every route, and a config.json that names the sandbox.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import fastifyStatic from '@fastify/static';
import fastify from 'fastify';
import { dashboardPolicy, NONCE_PLACEHOLDER } from './dashboard-policy.mjs';
import { at } from './workspace.mjs';

/**
 * Starts the server on `localhost`, so that the tunnel page at 127.0.0.1 is cross-origin as in production.
 *
 * @param options - `port`, `config`: what `config.json` says, and the folder of another build than the one for production.
 * @returns The running server; `close()` ends it.
 */
export async function serveDashboard({ port, config, folder = 'dist/dashboard' }) {
  const server = fastify({ forceCloseConnections: true });
  server.get('/config.json', async (_request, reply) =>
    reply.header('cache-control', 'no-store').send(config),
  );
  const index = readFileSync(at(folder, 'index.html'), 'utf8');
  const sendIndex = (reply) => {
    const nonce = randomBytes(16).toString('base64');
    return reply
      .type('text/html; charset=utf-8')
      .header('content-security-policy', dashboardPolicy(config, nonce))
      .header('x-content-type-options', 'nosniff')
      .header('referrer-policy', 'no-referrer')
      .header('cache-control', 'no-store')
      .send(index.replaceAll(NONCE_PLACEHOLDER, nonce));
  };
  server.get('/', async (_request, reply) => sendIndex(reply));
  server.get('/index.html', async (_request, reply) => sendIndex(reply));
  await server.register(fastifyStatic, { root: at(folder), index: false });
  server.setNotFoundHandler(async (request, reply) => {
    if (request.method !== 'GET' || /\.\w+$/.test(request.url.split('?')[0])) {
      return reply.code(404).send({ error: 'Not found' });
    }
    return sendIndex(reply);
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
