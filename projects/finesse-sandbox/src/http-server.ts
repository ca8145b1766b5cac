import { createServer, type IncomingMessage, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import fastifyCors from '@fastify/cors';
import fastifyStatic from '@fastify/static';
import fastify, {
  type FastifyBaseLogger,
  type FastifyInstance,
  type FastifyPluginAsync,
  type FastifyReply,
  LogController,
} from 'fastify';

import { CONTROL_PREFIX } from './control/control-prefix';
import type { HttpBridge } from './external-service/http-bridge';
import { faultHooks } from './faults/fault-hooks';
import type { NodeFaults } from './faults/node-faults';
import type { OriginPolicy } from './origin-policy';
import type { BoshEndpoint } from './xmpp/bosh-endpoint';
import type { BoshExchange } from './xmpp/bosh-exchange';
import type { WebSocketEndpoint } from './xmpp/websocket-endpoint';

/** Key and certificate, PEM. */
export interface TlsIdentity {
  readonly key: string;
  readonly cert: string;
}

/** What every listener of one node serves. */
export interface NodeRoutes {
  readonly restApi: FastifyPluginAsync;
  readonly tunnel: FastifyPluginAsync;
  /** Absent when the control API is off. */
  readonly control: FastifyPluginAsync | undefined;
  readonly bosh: BoshEndpoint;
  readonly webSocket: WebSocketEndpoint;
  /** Takes the place of both where the notification service runs elsewhere. */
  readonly bridge: HttpBridge | undefined;
  readonly faults: NodeFaults;
  readonly origins: OriginPolicy;
  readonly staticDir: string | undefined;
  readonly log: FastifyBaseLogger;
}

// Two stanzas of the largest size and their body; what is longer is refused unread.
const BODY_LIMIT = 1024 * 1024;

// Longer than BOSH lets a client be silent, so that it need not connect anew for each request.
const KEEP_ALIVE_MS = 72_000;

/** Builds one listener; all routes of its node are served, whichever port it gets. */
export async function createListener(
  routes: NodeRoutes,
  tls: TlsIdentity | undefined,
): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: routes.log,
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
    bodyLimit: BODY_LIMIT,
    ajv: { customOptions: { coerceTypes: false, removeAdditional: false } },
    serverFactory: (handler) => createNodeServer(handler, tls),
  });
  app.server.on('upgrade', (request: IncomingMessage, socket: Socket, head: Buffer) => {
    upgrade(routes, { request, socket, head });
  });
  faultHooks(app, routes.faults);
  await app.register(fastifyCors, corsOptions(routes.origins));
  app.get('/healthz', () => ({ ok: true }));
  await app.register(routes.restApi, { prefix: '/finesse/api' });
  await app.register(
    routes.bridge === undefined
      ? boshRoutes(routes.bosh)
      : bridgeRoutes(routes.bridge, routes.faults),
  );
  await app.register(routes.tunnel, { prefix: '/tunnel' });
  if (routes.control !== undefined) {
    await app.register(routes.control, { prefix: CONTROL_PREFIX });
  }
  if (routes.staticDir !== undefined) {
    await serveStatic(app, routes.staticDir);
  }
  return app;
}

function createNodeServer(handler: RequestListener, tls: TlsIdentity | undefined): Server {
  const server =
    tls === undefined
      ? createServer(handler)
      : createTlsServer({ ...tls, minVersion: 'TLSv1.2' }, handler);
  server.keepAliveTimeout = KEEP_ALIVE_MS;
  return server;
}

function corsOptions(origins: OriginPolicy) {
  return {
    delegator: (
      request: { headers: IncomingMessage['headers'] },
      done: (error: Error | null, options: { readonly origin: boolean }) => void,
    ) => {
      const { origin, host } = request.headers;
      const isAllowed = origin !== undefined && origins.allows(origin, host);
      done(null, { origin: isAllowed, ...CORS });
    },
  };
}

// No list of allowed headers: an allowed origin may send the headers it asks for, as finesse.js does (`locale`).
const CORS = {
  methods: ['GET', 'PUT', 'POST', 'DELETE', 'OPTIONS'],
  exposedHeaders: ['requestId'],
  credentials: true,
  maxAge: 600,
};

function boshRoutes(endpoint: BoshEndpoint): FastifyPluginAsync {
  return async (app) => {
    // XEP-0124 §5: the body is XML whatever its content type says.
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => {
      done(null, body);
    });
    for (const path of ['/http-bind', '/http-bind/']) {
      app.post(path, (request, reply) => {
        const body = typeof request.body === 'string' ? request.body : '';
        endpoint.receive(body, exchangeOf(reply));
      });
      app.get(path, (_request, reply) => {
        void reply.type('text/plain');
        return 'This is a BOSH endpoint (XEP-0124): POST a body element.\n';
      });
    }
    await Promise.resolve();
  };
}

/** Passes BOSH and WebSocket requests on; what holds answers back holds the request back here. */
function bridgeRoutes(bridge: HttpBridge, faults: NodeFaults): FastifyPluginAsync {
  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', (_request, payload, done) => {
      done(null, payload);
    });
    for (const path of ['/http-bind', '/http-bind/', '/ws', '/ws/']) {
      app.all(path, async (request, reply) => {
        reply.hijack();
        await faults.untilOver('stall');
        await sleep(faults.delayMs);
        bridge.request(request.raw, reply.raw);
      });
    }
    await Promise.resolve();
  };
}

function exchangeOf(reply: FastifyReply): BoshExchange {
  let isAnswered = false;
  return {
    answer: (body) => {
      isAnswered = true;
      void reply.type('text/xml; charset=utf-8').send(body);
    },
    cut: () => {
      isAnswered = true;
      reply.hijack();
      reply.raw.destroy();
    },
    onAborted: (run) => {
      reply.raw.once('close', () => {
        if (!isAnswered) {
          run();
        }
      });
    },
  };
}

/** Files, and `index.html` for a page's own routes, so that they survive a reload. */
async function serveStatic(app: FastifyInstance, root: string): Promise<void> {
  await app.register(fastifyStatic, { root, prefix: '/', decorateReply: true });
  app.setNotFoundHandler((request, reply) => {
    const wantsPage = request.headers.accept?.includes('text/html') === true;
    if (request.method === 'GET' && wantsPage) {
      return reply.sendFile('index.html');
    }
    return reply.code(404).send({ error: 'There is nothing at this address.' });
  });
}

interface Upgrade {
  readonly request: IncomingMessage;
  readonly socket: Socket;
  readonly head: Buffer;
}

function upgrade(routes: NodeRoutes, { request, socket, head }: Upgrade): void {
  socket.on('error', () => socket.destroy());
  const { origin, host } = request.headers;
  const path = request.url?.split('?')[0];
  const protocols = request.headers['sec-websocket-protocol']?.split(',') ?? [];
  if (routes.faults.isRefusing) {
    socket.resetAndDestroy();
  } else if (path !== '/ws' && path !== '/ws/') {
    refuse(socket, '404 Not Found', 'The WebSocket is at /ws/.');
  } else if (origin !== undefined && !routes.origins.allows(origin, host)) {
    refuse(socket, '403 Forbidden', 'This origin is not allowed; see --allow-origin.');
  } else if (!protocols.some((protocol) => protocol.trim() === 'xmpp')) {
    refuse(socket, '400 Bad Request', 'Ask for the subprotocol xmpp (RFC 7395).');
  } else if (routes.bridge !== undefined) {
    routes.bridge.upgrade(request, socket, head);
  } else {
    routes.webSocket.upgrade(request, socket, head);
  }
}

function refuse(socket: Socket, status: string, why: string): void {
  const head = `HTTP/1.1 ${status}\r\ncontent-type: text/plain\r\nconnection: close\r\n`;
  socket.end(`${head}content-length: ${(why.length + 1).toString()}\r\n\r\n${why}\n`);
}
