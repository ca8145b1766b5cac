import type { Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { Server as TlsServer } from 'node:tls';

import type { FastifyInstance } from 'fastify';

import { CONTROL_PREFIX } from '../control/control-prefix';
import type { NodeFaults } from './node-faults';

/** Makes one listener refuse, stall, delay and break its connections. The control API is spared. */
export function faultHooks(app: FastifyInstance, faults: NodeFaults): void {
  const sockets = new Set<Socket>();
  const spared = new WeakSet<Socket>();
  // Over TLS a request knows only the socket on top, so that is the one to keep.
  const event = app.server instanceof TlsServer ? 'secureConnection' : 'connection';
  app.server.on(event, (socket: Socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  faults.onCut(() => {
    for (const socket of sockets) {
      if (!spared.has(socket)) {
        socket.destroy();
      }
    }
  });
  app.addHook('onRequest', async (request, reply) => {
    const { socket } = request.raw;
    if (isControl(request.url)) {
      spared.add(socket);
      return;
    }
    spared.delete(socket);
    if (faults.isRefusing) {
      reply.hijack();
      socket.resetAndDestroy();
    }
    await Promise.resolve();
  });
  app.addHook('onSend', async (request, _reply, payload) => {
    if (!isControl(request.url)) {
      await faults.untilOver('stall');
      if (faults.delayMs > 0) {
        await sleep(faults.delayMs);
      }
    }
    return payload;
  });
}

function isControl(url: string): boolean {
  return url.startsWith(`${CONTROL_PREFIX}/`);
}
