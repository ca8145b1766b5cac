import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyPluginAsync, FastifyReply } from 'fastify';

import type { NodeFaults } from './faults/node-faults';
import type { OriginPolicy } from './origin-policy';

/** What the tunnel page is served from and for whom. */
export interface TunnelPageOptions {
  /** A page of somebody else's in place of the built-in one. */
  readonly directory: string | undefined;
  readonly origins: OriginPolicy;
  readonly faults: NodeFaults;
}

// Beside the bundle in the package; in the workspace, where the page's own build puts it.
const BUILT_IN = ['./tunnel/', '../../../dist/event-tunnel/'].map((path) =>
  fileURLToPath(new URL(path, import.meta.url)),
);

/** Serves `/tunnel/`, and tells the page there whom it may obey. */
export function tunnelPage(options: TunnelPageOptions): FastifyPluginAsync {
  return async (app: FastifyInstance) => {
    app.addHook('onRequest', async (request, reply) => {
      setHeaders(options, reply, request.headers.host ?? '');
      if (request.url.split('?')[0]?.endsWith('.js')) {
        // Without its script the page never says loaded.
        await options.faults.untilOver('slow-tunnel');
      }
    });
    app.get('/allowed-origins.json', (_request, reply) => {
      void reply.header('cache-control', 'no-store');
      return { origins: options.origins.allowed };
    });
    const root = options.directory ?? builtInPage();
    if (root === undefined) {
      app.get('/*', (_request, reply) => {
        void reply.code(404).type('text/plain');
        return 'There is no tunnel page: build it with "npm run build", or pass --tunnel-dir.\n';
      });
      return;
    }
    await app.register(fastifyStatic, { root, cacheControl: false, index: 'index.html' });
  };
}

function builtInPage(): string | undefined {
  const layouts = BUILT_IN.flatMap((path) => [path, join(path, 'browser')]);
  return layouts.find((path) => existsSync(join(path, 'index.html')));
}

function setHeaders(options: TunnelPageOptions, reply: FastifyReply, host: string): void {
  const frameAncestors = `frame-ancestors ${options.origins.frameAncestors()}`;
  // Only the built-in page is known to need no more than this.
  const isOurs = options.directory === undefined && /^[\w.:[\]-]+$/.test(host);
  const own =
    "default-src 'none'; script-src 'self'; style-src 'self'; " +
    `connect-src 'self' ws://${host} wss://${host}; base-uri 'none'; form-action 'none'; `;
  void reply
    .header('content-security-policy', `${isOurs ? own : ''}${frameAncestors}`)
    .header('x-content-type-options', 'nosniff')
    .header('referrer-policy', 'no-referrer')
    .header('cache-control', 'no-cache');
}
