import type { Socket } from '../stream/websocket-stream';

/** A WebSocket whose other end is the spec. */
export class FakeSocket extends EventTarget implements Socket {
  readonly sent: string[] = [];
  readyState: WebSocket['readyState'] = 0;
  isClosed = false;

  send(text: string): void {
    if (this.readyState !== 1) {
      throw new DOMException('not open', 'InvalidStateError');
    }
    this.sent.push(text);
  }

  close(): void {
    this.isClosed = true;
  }

  opens(): void {
    this.readyState = 1;
    this.dispatchEvent(new Event('open'));
  }

  says(data: unknown): void {
    this.dispatchEvent(new MessageEvent('message', { data }));
  }

  drops(code = 1006): void {
    this.readyState = 3;
    this.dispatchEvent(new CloseEvent('close', { code }));
  }
}
