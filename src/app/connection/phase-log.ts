import { inject, Injectable } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import {
  type ConnectionError,
  type ConnectionPhase,
  type ConnectionProgress,
  EventTunnelService,
} from 'finesse-tunnel';
import { distinctUntilChanged, scan } from 'rxjs';

/** A phase that began. */
export interface PhaseEntry {
  readonly phase: ConnectionPhase;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly hostIndex?: number;
  readonly attempt: number;
  /** What led to it, where it was a failure. */
  readonly error?: ConnectionError;
}

const KEPT = 60;

/** Keeps where the connection has been, from the start of the application on. */
@Injectable({ providedIn: 'root' })
export class PhaseLog {
  /** The latest 60, newest first. */
  readonly entries = toSignal(
    inject(EventTunnelService).status$.pipe(
      distinctUntilChanged((a, b) => a.phase === b.phase && a.since === b.since),
      scan(noted, []),
    ),
    { initialValue: [] },
  );
}

/** Puts a phase in front. A failure stays in the status until the connection stands; it is told once. */
function noted(entries: readonly PhaseEntry[], status: ConnectionProgress): readonly PhaseEntry[] {
  const { phase, since, hostIndex, attempt, error } = status;
  const known = entries.find((entry) => entry.error !== undefined)?.error;
  const entry: PhaseEntry = {
    phase,
    // The first phase has not begun: it is before anything else.
    at: since || Date.now(),
    attempt,
    ...(hostIndex === undefined ? {} : { hostIndex }),
    ...(error === undefined || error.at === known?.at ? {} : { error }),
  };
  return [entry, ...entries].slice(0, KEPT);
}
