import { Injectable } from '@angular/core';
import { type Diagnostic, TunnelTransport } from 'finesse-tunnel';
import type { TunnelMessage } from 'finesse-tunnel/protocol';
import { NEVER, type Observable } from 'rxjs';

/** No road at all. */
@Injectable()
export class ReplayTransport extends TunnelTransport {
  override readonly messages$: Observable<TunnelMessage> = NEVER;
  override readonly diagnostics$: Observable<Diagnostic> = NEVER;

  override open(): void {
    // A replay opens no page.
  }

  override send(): void {
    // There is nobody to hear it.
  }

  override close(): void {
    // Nothing is open.
  }
}
