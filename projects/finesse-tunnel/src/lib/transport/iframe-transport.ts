/**
 * The road to a tunnel page in a hidden iframe: the only file that touches `window` and `document`.
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
import { DOCUMENT } from '@angular/common';
import { DestroyRef, inject, Injectable, NgZone } from '@angular/core';
import { type Observable, Subject } from 'rxjs';
import {
  decodeTunnelMessage,
  encodeTunnelMessage,
  type TunnelMessage,
  TunnelMessageType,
} from 'finesse-tunnel/protocol';
import type { Diagnostic } from '../model/diagnostic';
import { TunnelTransport } from './tunnel-transport';

/** Name and id of the frame, as Cisco's own desktop has them. */
export const TUNNEL_FRAME = 'tunnel-frame';

const LOADED = encodeTunnelMessage({ type: TunnelMessageType.Status, body: 'loaded' });

interface OpenFrame {
  readonly element: HTMLIFrameElement;
  readonly origin: string;
  /** Whether the page listens and has not been given a port yet. */
  mayHavePort: boolean;
  /** Our end of the port that the page was given last. */
  port?: MessagePort;
}

/** Speaks to a tunnel page over `postMessage`. On a server without windows it never opens anything. */
@Injectable()
export class IframeTransport extends TunnelTransport {
  readonly #document = inject(DOCUMENT);
  readonly #window = this.#document.defaultView;
  readonly #zone = inject(NgZone);
  readonly #messages = new Subject<TunnelMessage>();
  readonly #diagnostics = new Subject<Diagnostic>();
  #frame: OpenFrame | undefined;

  override readonly messages$: Observable<TunnelMessage> = this.#messages.asObservable();
  override readonly diagnostics$: Observable<Diagnostic> = this.#diagnostics.asObservable();

  constructor() {
    super();
    inject(DestroyRef).onDestroy(() => {
      this.close();
    });
  }

  override open(url: string): void {
    const { origin } = new URL(url);
    this.close();
    if (this.#window === null) {
      return;
    }
    const element = this.#document.createElement('iframe');
    element.id = TUNNEL_FRAME;
    element.name = TUNNEL_FRAME;
    element.hidden = true;
    element.title = 'Finesse notifications';
    element.setAttribute('aria-hidden', 'true');
    element.tabIndex = -1;
    element.src = url;
    this.#frame = { element, origin, mayHavePort: false };
    this.#zone.runOutsideAngular(() => this.#window?.addEventListener('message', this.#admit));
    this.#document.body.append(element);
  }

  override send(message: TunnelMessage): void {
    const frame = this.#frame;
    frame?.element.contentWindow?.postMessage(
      encodeTunnelMessage(message),
      frame.origin,
      frame.mayHavePort ? [this.#portFor(frame)] : [],
    );
  }

  override close(): void {
    this.#window?.removeEventListener('message', this.#admit);
    this.#frame?.port?.close();
    this.#frame?.element.remove();
    this.#frame = undefined;
  }

  /** The page's end of a new port; what it says there, one message or an array, needs no further proof of who it is. */
  #portFor(frame: OpenFrame): MessagePort {
    const { port1, port2 } = new MessageChannel();
    frame.mayHavePort = false;
    frame.port?.close();
    frame.port = port1;
    this.#zone.runOutsideAngular(() => {
      port1.onmessage = ({ data }: MessageEvent<unknown>): void => {
        const wires: readonly unknown[] = Array.isArray(data) ? data : [data];
        wires.forEach(this.#hear);
      };
    });
    return port2;
  }

  readonly #admit = (event: MessageEvent<unknown>): void => {
    const frame = this.#frame;
    if (frame === undefined || event.source === null) {
      return;
    }
    if (event.source !== frame.element.contentWindow) {
      return; // Somebody else's conversation.
    }
    if (event.origin !== frame.origin) {
      this.#diagnostics.next(foreignOrigin(event.origin, frame.origin));
      return;
    }
    if (event.data === LOADED) {
      frame.mayHavePort = true;
    }
    this.#hear(event.data);
  };

  readonly #hear = (wire: unknown): void => {
    const read = decodeTunnelMessage(wire);
    if (!read.ok) {
      this.#diagnostics.next(read.diagnostic);
    } else if (read.value.type === TunnelMessageType.Event) {
      // A thousand a second: change detection follows once per frame, when the store is told.
      this.#messages.next(read.value);
    } else {
      const message = read.value;
      this.#zone.run(() => {
        this.#messages.next(message);
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
