import type { Observable } from 'rxjs';
import type { TunnelMessage } from 'finesse-tunnel/protocol';
import type { Diagnostic } from '../model/diagnostic';

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

  /** Says something to the page; silently nothing when none is open. */
  abstract send(message: TunnelMessage): void;

  /** Removes the page. What it still says is not let in. */
  abstract close(): void;
}
