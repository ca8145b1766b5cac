import { DOCUMENT } from '@angular/common';
import { DestroyRef, inject, Injectable, NgZone } from '@angular/core';
import { type Observable, Subject } from 'rxjs';
import { type TunnelMessage, TunnelMessageType } from 'finesse-tunnel/protocol';
import type { Diagnostic } from '../model/diagnostic';
import { TunnelFrame } from './tunnel-frame';
import { type PageBeside, TunnelTransport } from './tunnel-transport';

/** Name and id of the frame, as Cisco's own desktop has them. */
export const TUNNEL_FRAME = 'tunnel-frame';

/** Of the page of the next host, as long as the present one is there. */
const FRAME_BESIDE = 'tunnel-frame-beside';

/** Speaks to a tunnel page over `postMessage`. On a server without windows it never opens anything. */
@Injectable()
export class IframeTransport extends TunnelTransport {
  readonly #window = inject(DOCUMENT).defaultView;
  readonly #zone = inject(NgZone);
  readonly #messages = new Subject<TunnelMessage>();
  readonly #diagnostics = new Subject<Diagnostic>();
  #frame: TunnelFrame | undefined;
  #beside: TunnelFrame | undefined;

  override readonly messages$: Observable<TunnelMessage> = this.#messages.asObservable();
  override readonly diagnostics$: Observable<Diagnostic> = this.#diagnostics.asObservable();

  constructor() {
    super();
    inject(DestroyRef).onDestroy(() => {
      this.close();
    });
  }

  override open(url: string): void {
    const { href } = new URL(url);
    this.close();
    this.#frame = this.#framed(href, TUNNEL_FRAME, (message) => {
      this.#messages.next(message);
    });
  }

  override openBeside(url: string): PageBeside | undefined {
    const messages = new Subject<TunnelMessage>();
    let isInPlace = false;
    const frame = this.#framed(new URL(url).href, FRAME_BESIDE, (message) => {
      const isForAll = isInPlace || message.type === TunnelMessageType.Event;
      (isForAll ? this.#messages : messages).next(message);
    });
    if (frame === undefined) {
      return undefined;
    }
    this.#beside?.remove();
    this.#beside = frame;
    return {
      messages$: messages.asObservable(),
      send: (message) => {
        frame.send(message);
      },
      takeOver: () => {
        isInPlace = true;
        this.#frame?.remove();
        frame.rename(TUNNEL_FRAME);
        this.#frame = frame;
        this.#beside = undefined;
      },
      close: () => {
        if (this.#beside === frame) {
          frame.remove();
          this.#beside = undefined;
        }
      },
    };
  }

  override send(message: TunnelMessage): void {
    this.#frame?.send(message);
  }

  override close(): void {
    this.#frame?.remove();
    this.#beside?.remove();
    this.#frame = undefined;
    this.#beside = undefined;
  }

  #framed(
    url: string,
    name: string,
    heard: (message: TunnelMessage) => void,
  ): TunnelFrame | undefined {
    const window = this.#window;
    return window === null
      ? undefined
      : new TunnelFrame(url, {
          window,
          zone: this.#zone,
          name,
          heard,
          refused: (diagnostic) => {
            this.#diagnostics.next(diagnostic);
          },
        });
  }
}
