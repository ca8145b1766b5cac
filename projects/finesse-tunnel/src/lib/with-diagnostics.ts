import { inject } from '@angular/core';
import type { Observable } from 'rxjs';
import type { TunnelMessage } from 'finesse-tunnel/protocol';
import type { Diagnostic } from './model/diagnostic';
import type { EventTunnelFeature } from './provide-event-tunnel';
import { TUNNEL_CLOCK } from './state/tunnel-clock';
import { IframeTransport } from './transport/iframe-transport';
import { type PageBeside, TunnelTransport } from './transport/tunnel-transport';
import { TunnelLog } from './tunnel-log';

/** What {@link withDiagnostics} may be told. */
export interface DiagnosticsOptions {
  /** How many messages are kept. Default 500. */
  readonly messages?: number;
}

/**
 * Keeps the latest messages to and from the tunnel page in `TunnelLog`, without secrets and payloads.
 *
 * @example
 * ```ts
 * provideEventTunnel({ tunnelUrl: 'https://finesse.example.test:8445/tunnel/' }, withDiagnostics());
 * // and where they are shown
 * inject(TunnelLog).latest();
 * ```
 */
export function withDiagnostics({ messages = 500 }: DiagnosticsOptions = {}): EventTunnelFeature {
  return {
    providers: [
      TunnelLog,
      IframeTransport,
      {
        provide: TunnelTransport,
        useFactory: () => {
          const log = inject(TunnelLog);
          log.keep(messages);
          return new LoggedTransport(inject(IframeTransport), log, inject(TUNNEL_CLOCK));
        },
      },
    ],
  };
}

/** Another road, and a note of everything that goes over it. */
class LoggedTransport extends TunnelTransport {
  override readonly messages$: Observable<TunnelMessage>;
  override readonly diagnostics$: Observable<Diagnostic>;
  readonly #road: TunnelTransport;
  readonly #log: TunnelLog;
  readonly #now: () => number;

  constructor(road: TunnelTransport, log: TunnelLog, now: () => number) {
    super();
    this.#road = road;
    this.#log = log;
    this.#now = now;
    this.messages$ = road.messages$;
    this.diagnostics$ = road.diagnostics$;
    // Before anybody else listens, so that a message is noted before what follows from it.
    road.messages$.subscribe((message) => {
      log.record('in', message, now());
    });
  }

  override open(url: string): void {
    this.#road.open(url);
  }

  /** What the next page and we say to each other is noted from the moment it takes over. */
  override openBeside(url: string): PageBeside | undefined {
    return this.#road.openBeside?.(url);
  }

  override send(message: TunnelMessage): void {
    this.#log.record('out', message, this.#now());
    this.#road.send(message);
  }

  override close(): void {
    this.#road.close();
  }
}
