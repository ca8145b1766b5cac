import { type IncomingMessage, request, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { type Duplex, pipeline } from 'node:stream';

/**
 * Passes requests and upgrades on to another server, byte by byte, so that the page sees how that server ends
 * a connection. Where the server is away it answers as the usual proxies do, with 502.
 */
export class ReverseProxy {
  private readonly host: string;
  private readonly port: number;

  /** @param target - `http://host:port`. */
  constructor(target: string) {
    const { hostname, port } = new URL(target);
    this.host = hostname;
    this.port = Number(port || '80');
  }

  /** Passes one request on. */
  request(incoming: IncomingMessage, response: ServerResponse): void {
    const onward = request({
      host: this.host,
      port: this.port,
      method: incoming.method,
      path: incoming.url,
      // A connection for each: one kept from before a restart would fail for no fault of the server.
      headers: { ...incoming.headers, connection: 'close' },
      agent: false,
    });
    onward.on('response', (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.on('error', () => response.destroy()).pipe(response);
    });
    onward.on('error', () => {
      if (response.headersSent) {
        response.destroy();
      } else {
        response.writeHead(502).end();
      }
    });
    response.on('close', () => onward.destroy());
    incoming.pipe(onward);
  }

  /** Passes a WebSocket on, from its handshake to its last byte. */
  upgrade(incoming: IncomingMessage, socket: Duplex, head: Buffer): void {
    const onward = connect(this.port, this.host);
    const headers: string[] = [];
    for (let at = 0; at < incoming.rawHeaders.length; at += 2) {
      headers.push(`${incoming.rawHeaders[at] ?? ''}: ${incoming.rawHeaders[at + 1] ?? ''}`);
    }
    onward.write(`GET ${incoming.url ?? '/'} HTTP/1.1\r\n${headers.join('\r\n')}\r\n\r\n`);
    onward.write(head);
    // Both ways; what one side still had to say reaches the other, a cut one cuts the other.
    pipeline(socket, onward, () => undefined);
    pipeline(onward, socket, () => undefined);
  }
}
