import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';

import { ReverseProxy } from './reverse-proxy';

const NOT_HERE =
  'The notification service runs elsewhere; start with --notification-http to have it passed on.\n';

/** What `/ws/` and `/http-bind/` of a node do whose notification service runs elsewhere: pass on, or say so. */
export class HttpBridge {
  private readonly proxy: ReverseProxy | undefined;

  /** @param target - Origin of that server's HTTP listener; without it nothing is passed on. */
  constructor(target: string | undefined) {
    this.proxy = target === undefined ? undefined : new ReverseProxy(target);
  }

  request(incoming: IncomingMessage, response: ServerResponse): void {
    if (this.proxy === undefined) {
      response.writeHead(503, { 'content-type': 'text/plain' }).end(NOT_HERE);
    } else {
      this.proxy.request(incoming, response);
    }
  }

  upgrade(incoming: IncomingMessage, socket: Socket, head: Buffer): void {
    if (this.proxy === undefined) {
      socket.end(
        'HTTP/1.1 503 Service Unavailable\r\ncontent-type: text/plain\r\nconnection: close\r\n' +
          `content-length: ${NOT_HERE.length.toString()}\r\n\r\n${NOT_HERE}`,
      );
    } else {
      this.proxy.upgrade(incoming, socket, head);
    }
  }
}
