import { DOCUMENT, inject, Injectable } from '@angular/core';
import type { RememberedBackOff } from './connection-event';

const KEY = 'finesse-tunnel.back-off';

/** What is older tells nothing any more: the longest wait by default is 10 s. */
const KEPT_MS = 300_000;

/**
 * Keeps the back-off over a reload of the page, in `sessionStorage`: two numbers, nothing of who or where.
 *
 * A storage that is forbidden, full or spoiled is as good as an empty one.
 */
@Injectable()
export class BackOffMemory {
  readonly #window = inject(DOCUMENT).defaultView;

  /** What the last life of this page was waiting for. */
  recall(now: number): RememberedBackOff | undefined {
    const found = this.#storage((storage) => storage.getItem(KEY)) ?? '';
    const [attempt = 0, nextAttemptAt = 0] = found.split('|').map(Number);
    const isUsable =
      Number.isSafeInteger(attempt) && attempt > 0 && Math.abs(now - nextAttemptAt) < KEPT_MS;
    return isUsable ? { attempt, nextAttemptAt } : undefined;
  }

  remember({ attempt, nextAttemptAt }: RememberedBackOff): void {
    this.#storage((storage) => {
      storage.setItem(KEY, `${String(attempt)}|${String(nextAttemptAt)}`);
    });
  }

  forget(): void {
    this.#storage((storage) => {
      storage.removeItem(KEY);
    });
  }

  #storage<T>(use: (storage: Storage) => T): T | undefined {
    try {
      const storage = this.#window?.sessionStorage;
      return storage === undefined ? undefined : use(storage);
    } catch {
      return undefined;
    }
  }
}
