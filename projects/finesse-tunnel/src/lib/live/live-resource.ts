import { assertInInjectionContext, computed, inject, Injector, type Signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { NEVER, type Observable, startWith, switchMap } from 'rxjs';
import type { EventTunnelError } from '../event-tunnel-error';
import type { Live, LiveStatus } from './live';

/** A live value as signals. */
export interface LiveResource<T> {
  /** `idle` while the source gives nothing to watch. */
  readonly status: Signal<LiveStatus | 'idle'>;
  /** The last known value, stale or not; `undefined` while nothing is known. */
  readonly value: Signal<T | undefined>;
  readonly error: Signal<EventTunnelError | undefined>;
  readonly isLoading: Signal<boolean>;
  readonly isStale: Signal<boolean>;
  /** When the value was last told, in milliseconds since 1970 on the local clock. */
  readonly toldAt: Signal<number | undefined>;
}

/** What the signals are taken from: a live value, or none asked for. */
type Shown<T> = Omit<Live<T>, 'status'> & { readonly status: LiveStatus | 'idle' };

/** Where {@link liveResource} lives, when not where it is called. */
export interface LiveResourceOptions {
  readonly injector?: Injector;
}

/**
 * Turns what `EventTunnelService` watches into signals, for as long as the component or service lives.
 *
 * @param source - Called in a reactive context: when a signal it reads changes, the old node is left and the new one
 * watched. `undefined` means that there is nothing to watch, as before anybody has signed in.
 *
 * @example
 * ```ts
 * readonly teamId = input.required<string>();
 * readonly agents = liveResource(() => this.tunnel.watchTeamAgents(this.teamId()));
 * ```
 */
export function liveResource<T>(
  source: () => Observable<Live<T>> | undefined,
  options: LiveResourceOptions = {},
): LiveResource<T> {
  if (options.injector === undefined) {
    assertInInjectionContext(liveResource);
  }
  const injector = options.injector ?? inject(Injector);
  const nothing: Shown<T> = { status: 'loading' };
  const live = toSignal(
    toObservable(computed(source), { injector }).pipe(
      // What the old node told is not what was asked for.
      switchMap(
        (watched): Observable<Shown<T>> =>
          watched?.pipe(startWith(nothing)) ?? NEVER.pipe(startWith({ status: 'idle' as const })),
      ),
    ),
    { initialValue: nothing, injector },
  );
  return {
    status: computed(() => live().status),
    value: computed(() => live().value),
    error: computed(() => live().error),
    isLoading: computed(() => live().status === 'loading'),
    isStale: computed(() => live().status === 'stale'),
    toldAt: computed(() => live().toldAt),
  };
}
