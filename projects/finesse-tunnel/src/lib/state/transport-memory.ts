import { DOCUMENT, inject, Injectable } from '@angular/core';
import type { ConnectionType } from 'finesse-tunnel/protocol';

const KEY_PREFIX = 'finesse-tunnel.transport ';

/** After a day WebSocket gets another chance: a proxy may have learnt it. */
const KEPT_MS = 86_400_000;

/**
 * Which transport worked with which host, for `auto`. In `localStorage`, so that the next tab need not find out again;
 * one that is forbidden or spoiled is as good as an empty one.
 */
@Injectable()
export class TransportMemory {
  readonly #window = inject(DOCUMENT).defaultView;
  #tried: { readonly origin: string; readonly type: ConnectionType } | undefined;

  /** What to try: what worked last, WebSocket first of all; the other one after every failure. */
  typeFor(tunnelUrl: string, failures: number, now: number): ConnectionType {
    // A time that lies ahead is one from before the clock was set back.
    const isBoshFirst = Math.abs(now - this.#boshSince(new URL(tunnelUrl).origin)) < KEPT_MS;
    return isBoshFirst === (failures % 2 === 0) ? 'bosh' : 'websocket';
  }

  /** An attempt goes that way. */
  trying(tunnelUrl: string, type: ConnectionType): void {
    this.#tried = { origin: new URL(tunnelUrl).origin, type };
  }

  /** And it worked. */
  worked(now: number): void {
    const { origin, type } = this.#tried ?? {};
    if (origin === undefined) {
      return;
    }
    this.#use((storage) => {
      if (type === 'bosh') {
        storage.setItem(KEY_PREFIX + origin, String(now));
      } else {
        storage.removeItem(KEY_PREFIX + origin);
      }
    });
  }

  #boshSince(origin: string): number {
    const since = Number(this.#use((storage) => storage.getItem(KEY_PREFIX + origin)) ?? 0);
    return Number.isFinite(since) ? since : 0;
  }

  #use<T>(use: (storage: Storage) => T): T | undefined {
    try {
      const storage = this.#window?.localStorage;
      return storage === undefined ? undefined : use(storage);
    } catch {
      return undefined;
    }
  }
}
