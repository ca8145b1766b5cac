import type { Observable } from 'rxjs';
import type { TunnelMessage } from 'finesse-tunnel/protocol';
import type { Diagnostic } from '../model/diagnostic';

/** The page of another host, opened while the present one is still there. */
export interface PageBeside {
  /** What it says, but for events: those come with the transport's own. Nothing any more once it took over. */
  readonly messages$: Observable<TunnelMessage>;
  send(message: TunnelMessage): void;
  /** Puts it in the place of the present page, which is removed. */
  takeOver(): void;
  /** Removes it; nothing happens to one that took over. */
  close(): void;
}

/**
 * The road between this page and a tunnel page: the port that effects speak to.
 *
 * An adapter lets in only what the tunnel page itself said. `tunnelTransportContract` in
 * `finesse-tunnel/testing` holds what every adapter must do.
 */
export abstract class TunnelTransport {
  /** What the page says, in order. Hot; never ends, never fails; nothing arrives unless a page is open. */
  abstract readonly messages$: Observable<TunnelMessage>;
  /** What the page said and nobody understands, or said from a place it should not be at. Hot. */
  abstract readonly diagnostics$: Observable<Diagnostic>;

  /** Loads the page anew; one that is open is closed first. Throws `TypeError` when `url` is none. */
  abstract open(url: string): void;

  /**
   * Loads another page beside the one that is open, so that a host is left only when the next one is ready. An adapter
   * that has no such thing leaves it out, and hosts are changed one after the other.
   */
  openBeside?(url: string): PageBeside | undefined;

  /** Says something to the page; silently nothing when none is open. */
  abstract send(message: TunnelMessage): void;

  /** Removes the page. What it still says is not let in. */
  abstract close(): void;
}
