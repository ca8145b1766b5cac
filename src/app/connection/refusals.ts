import { inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { type Diagnostic, EventTunnelService } from 'finesse-tunnel';
import { map, scan } from 'rxjs';

/** Something that came in and was refused. */
export interface Refusal extends Diagnostic {
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** How much was refused since the page was opened, and the latest of it. */
export interface RefusalLog {
  readonly total: number;
  /** Newest first, 20 at the most. */
  readonly latest: readonly Refusal[];
}

const LATEST = 20;
const NONE: RefusalLog = { total: 0, latest: [] };

/** Keeps what the library refused, from the start of the application on. */
@Injectable({ providedIn: 'root' })
export class Refusals {
  readonly log = toSignal(
    inject(EventTunnelService).diagnostics$.pipe(
      map((diagnostic): Refusal => ({ ...diagnostic, at: Date.now() })),
      scan(
        ({ total, latest }, refusal): RefusalLog => ({
          total: total + 1,
          latest: [refusal, ...latest].slice(0, LATEST),
        }),
        NONE,
      ),
    ),
    { initialValue: NONE },
  );
}
