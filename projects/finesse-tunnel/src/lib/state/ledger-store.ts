import { Injectable, signal, type Signal } from '@angular/core';
import type { TunnelLedger } from '../model/ledger';
import { LedgerBook } from './ledger-book';

/** The ledger where everybody finds it: the book to write in, and a signal of what it says. */
@Injectable()
export class LedgerStore {
  readonly book = new LedgerBook();
  readonly #shown = signal<TunnelLedger>({ nodes: [], nodesForgotten: 0 });

  /** What the book said when it was last shown. */
  readonly ledger: Signal<TunnelLedger> = this.#shown.asReadonly();

  show(): void {
    this.#shown.set(this.book.read());
  }
}
