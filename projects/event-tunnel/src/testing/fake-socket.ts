/** A WebSocket whose other end is the spec. */
export class FakeSocket {
  readonly sent: string[] = [];
  readyState = 0;
  isClosed = false;
  onopen: (() => void) | undefined;
  onmessage: ((event: MessageEvent<unknown>) => void) | undefined;
  onclose: ((event: CloseEvent) => void) | undefined;

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
    this.onopen?.();
  }

  says(data: unknown): void {
    this.onmessage?.(new MessageEvent('message', { data }));
  }

  drops(code = 1006): void {
    this.readyState = 3;
    this.onclose?.(new CloseEvent('close', { code }));
  }
}
