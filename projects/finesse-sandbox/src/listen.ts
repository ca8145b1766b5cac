import { once } from 'node:events';
import type { Server } from 'node:net';

import type { FastifyInstance } from 'fastify';

/** A listener could not be opened. The message names the port and the option that chooses another. */
export class ListenError extends Error {}

/** One listener and where it is to be. */
export interface Address {
  readonly host: string;
  /** 0 picks a free one. */
  readonly port: number;
  /** The option that chooses the port. */
  readonly option: string;
  readonly scheme: 'http' | 'https' | 'xmpp' | 'xmpps';
}

/**
 * Opens a listener.
 *
 * @returns Its origin, with the port it got.
 * @throws ListenError when the port is taken or the address is none of this machine's.
 */
export async function listen(app: FastifyInstance, address: Address): Promise<string> {
  try {
    await app.listen({ host: address.host, port: address.port });
  } catch (error) {
    throw new ListenError(explain(address, error), { cause: error });
  }
  return urlOf(app.server, address);
}

/**
 * Opens a listener that speaks no HTTP.
 *
 * @returns Where it is, with the port it got.
 * @throws ListenError as {@link listen} does.
 */
export async function listenTcp(server: Server, address: Address): Promise<string> {
  try {
    server.listen(address.port, address.host);
    await once(server, 'listening');
  } catch (error) {
    throw new ListenError(explain(address, error), { cause: error });
  }
  return urlOf(server, address);
}

function urlOf(server: Server, address: Address): string {
  const bound = server.address();
  const port = typeof bound === 'object' && bound !== null ? bound.port : address.port;
  const host = address.host.includes(':') ? `[${address.host}]` : address.host;
  return `${address.scheme}://${host}:${port.toString()}`;
}

function explain({ host, port, option }: Address, error: unknown): string {
  const code: unknown = error instanceof Error ? Reflect.get(error, 'code') : undefined;
  switch (code) {
    case 'EADDRINUSE':
      return `--${option} ${port}: the port is taken; stop what listens there, or choose another (0 picks a free one).`;
    case 'EACCES':
      return `--${option} ${port}: this user may not listen there; choose a port above 1023.`;
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return `--host ${host}: this machine has no such address; 127.0.0.1 always works.`;
    default:
      return `--${option} ${port}: cannot listen there (${String(code ?? error)}).`;
  }
}
