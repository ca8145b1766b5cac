import type { Socket } from 'node:net';

import type { WebSocket } from 'ws';

import type { OutgoingLine } from '../faults/outgoing-line';
import type { ClientLink } from './client-link';
import { NS } from './namespaces';
import { type StreamError, writeStreamError } from './stream-error';

/** Exactly so: older Strophe knows a closing frame only by this very text. */
export const CLOSE_FRAME = `<close xmlns="${NS.framing}" />`;

// A reader this far behind will not catch up; it is cut off before it fills the server's memory.
const MAX_BUFFERED_BYTES = 16 * 1024 * 1024;

/** The WebSocket way to a client (RFC 7395): one stanza a frame, the frames of a tick in one write. */
export class WebSocketLink implements ClientLink {
  readonly transport = 'websocket';
  private isCorked = false;

  constructor(
    private readonly webSocket: WebSocket,
    private readonly socket: Socket,
    private readonly line: OutgoingLine,
  ) {}

  send(xml: string): void {
    this.line.pass(() => {
      if (this.webSocket.readyState !== this.webSocket.OPEN) {
        return;
      }
      if (this.webSocket.bufferedAmount > MAX_BUFFERED_BYTES) {
        this.webSocket.terminate();
        return;
      }
      this.cork();
      this.webSocket.send(xml);
    });
  }

  close(error?: StreamError): void {
    if (error !== undefined) {
      this.send(writeStreamError(error));
    }
    this.send(CLOSE_FRAME);
    this.line.pass(() => this.webSocket.close(1000));
  }

  cut(): void {
    this.line.clear();
    this.webSocket.terminate();
  }

  private cork(): void {
    if (this.isCorked) {
      return;
    }
    this.isCorked = true;
    this.socket.cork();
    process.nextTick(() => {
      this.isCorked = false;
      this.socket.uncork();
    });
  }
}
