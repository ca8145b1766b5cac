/**
 * One tunnel page in a hidden iframe: the only file that touches `window` and `document`.
 *
 * Any frame, extension or developer tool may post to this window, the page itself posts with target `*`, and a frame
 * may be led elsewhere. So:
 *
 * 1. The listener stands before the frame exists, so that `loaded` cannot be missed.
 * 2. A message counts only if it comes from the frame's window *and* from the tunnel's origin.
 * 3. What this side says goes to that exact origin; a page from elsewhere in the frame never hears the password.
 * 4. With the first message behind `loaded` goes a port. Cisco's page takes no notice and stays with the window; ours
 *    speaks over the port from then on, where nobody else can listen or speak, and puts many events into one message.
 * 5. A page that says `loaded` again is a new one and gets a new port.
 */
import type { NgZone } from '@angular/core';
import {
  decodeTunnelMessage,
  encodeTunnelMessage,
  type TunnelMessage,
  TunnelMessageType,
} from 'finesse-tunnel/protocol';
import type { Diagnostic } from '../model/diagnostic';

const LOADED = encodeTunnelMessage({ type: TunnelMessageType.Status, body: 'loaded' });

/** Where a frame is put, and who hears what it says. */
export interface FrameSurroundings {
  readonly window: Window;
  readonly zone: NgZone;
  readonly name: string;
  readonly heard: (message: TunnelMessage) => void;
  readonly refused: (diagnostic: Diagnostic) => void;
}

/** A page, from its opening to its removal. */
export class TunnelFrame {
  readonly #element: HTMLIFrameElement;
  readonly #origin: string;
  /** Whether the page listens and has not been given a port yet. */
  #mayHavePort = false;
  /** Our end of the port that the page was given last. */
  #port: MessagePort | undefined;

  constructor(
    url: string,
    private readonly around: FrameSurroundings,
  ) {
    const { document } = around.window;
    this.#origin = new URL(url).origin;
    this.#element = document.createElement('iframe');
    this.rename(around.name);
    this.#element.hidden = true;
    this.#element.title = 'Finesse notifications';
    this.#element.setAttribute('aria-hidden', 'true');
    this.#element.tabIndex = -1;
    this.#element.src = url;
    around.zone.runOutsideAngular(() => {
      around.window.addEventListener('message', this.#admit);
    });
    document.body.append(this.#element);
  }

  /** Id and name of the element. */
  rename(name: string): void {
    this.#element.id = name;
    this.#element.name = name;
  }

  send(message: TunnelMessage): void {
    this.#element.contentWindow?.postMessage(
      encodeTunnelMessage(message),
      this.#origin,
      this.#mayHavePort ? [this.#newPort()] : [],
    );
  }

  /** Removes the page; nothing that it still says is let in. */
  remove(): void {
    this.around.window.removeEventListener('message', this.#admit);
    this.#port?.close();
    this.#element.remove();
  }

  /** The page's end of a new port; what it says there, one message or an array, needs no further proof of who it is. */
  #newPort(): MessagePort {
    const { port1, port2 } = new MessageChannel();
    this.#mayHavePort = false;
    this.#port?.close();
    this.#port = port1;
    this.around.zone.runOutsideAngular(() => {
      port1.onmessage = ({ data }: MessageEvent<unknown>): void => {
        const wires: readonly unknown[] = Array.isArray(data) ? data : [data];
        wires.forEach(this.#hear);
      };
    });
    return port2;
  }

  readonly #admit = (event: MessageEvent<unknown>): void => {
    if (event.source === null || event.source !== this.#element.contentWindow) {
      return; // Somebody else's conversation.
    }
    if (event.origin !== this.#origin) {
      this.around.refused(foreignOrigin(event.origin, this.#origin));
      return;
    }
    if (event.data === LOADED) {
      this.#mayHavePort = true;
    }
    this.#hear(event.data);
  };

  readonly #hear = (wire: unknown): void => {
    const read = decodeTunnelMessage(wire);
    if (!read.ok) {
      this.around.refused(read.diagnostic);
    } else if (read.value.type === TunnelMessageType.Event) {
      // A thousand a second: change detection follows once per frame, when the store is told.
      this.around.heard(read.value);
    } else {
      const message = read.value;
      this.around.zone.run(() => {
        this.around.heard(message);
      });
    }
  };
}

function foreignOrigin(origin: string, expected: string): Diagnostic {
  return {
    code: 'foreign-origin',
    message: `The tunnel frame holds a page of ${origin}; tunnelUrl names ${expected}. It is not listened to. If the server redirects, give the address it redirects to.`,
    excerpt: '',
  };
}
