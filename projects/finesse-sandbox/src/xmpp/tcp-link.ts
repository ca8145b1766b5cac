import type { Socket } from 'node:net';

import type { OutgoingLine } from '../faults/outgoing-line';
import type { ClientLink } from './client-link';
import { type StreamError, writeStreamError } from './stream-error';

// A reader this far behind will not catch up; it is cut off before it fills the server's memory.
const MAX_BUFFERED_BYTES = 16 * 1024 * 1024;

/** How long a client has to close its side after the goodbye. */
const GOODBYE_MS = 500;

/** The plain way to a client, RFC 6120: stanzas on a socket, one after the other. */
export class TcpLink implements ClientLink {
  readonly transport = 'tcp';
  private isClosing = false;

  constructor(
    /** Replaced when TLS begins on the same connection. */
    public socket: Socket,
    private readonly line: OutgoingLine,
  ) {}

  send(xml: string): void {
    this.line.pass(() => this.write(xml));
  }

  close(error?: StreamError): void {
    if (this.isClosing) {
      return;
    }
    this.isClosing = true;
    const why = error === undefined ? '' : writeStreamError(error);
    this.line.pass(() => {
      this.write(`${why}</stream:stream>`);
      this.socket.end();
      setTimeout(() => this.socket.destroy(), GOODBYE_MS).unref();
    });
  }

  cut(): void {
    this.line.clear();
    this.socket.destroy();
  }

  private write(xml: string): void {
    if (!this.socket.writable) {
      return;
    }
    if (this.socket.writableLength > MAX_BUFFERED_BYTES) {
      this.socket.destroy();
      return;
    }
    this.socket.write(xml);
  }
}
