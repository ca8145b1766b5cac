import {
  decodeTunnelMessage,
  encodeTunnelMessage,
  type TunnelMessage,
  type TunnelMessageType,
} from 'finesse-tunnel/protocol';

/** The EventTunnel page in a hidden frame: says to it and hears from it alone. */
export class TunnelFrame {
  readonly #frame = document.createElement('iframe');
  readonly #origin: string;

  /**
   * @param url - Of the page.
   * @param hear - Called for each message of the page.
   */
  constructor(url: string, hear: (message: TunnelMessage) => void) {
    this.#origin = new URL(url).origin;
    addEventListener('message', ({ source, origin, data }: MessageEvent<unknown>) => {
      if (source === this.#frame.contentWindow && origin === this.#origin) {
        const read = decodeTunnelMessage(data);
        if (read.ok) {
          hear(read.value);
        }
      }
    });
    this.#frame.hidden = true;
    this.#frame.src = url;
    document.body.append(this.#frame);
  }

  say(type: TunnelMessageType, body: string): void {
    this.#frame.contentWindow?.postMessage(encodeTunnelMessage({ type, body }), this.#origin);
  }
}
