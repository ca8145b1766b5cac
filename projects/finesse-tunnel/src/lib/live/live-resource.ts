import { assertInInjectionContext, computed, inject, Injector, type Signal } from '@angular/core';
import { toObservable, toSignal } from '@angular/core/rxjs-interop';
import { type Observable, startWith, switchMap } from 'rxjs';
import type { EventTunnelError } from '../event-tunnel-error';
import type { Live, LiveStatus } from './live';

/** A live value as signals. */
export interface LiveResource<T> {
  readonly status: Signal<LiveStatus>;
  /** The last known value, stale or not; `undefined` while nothing is known. */
  readonly value: Signal<T | undefined>;
  readonly error: Signal<EventTunnelError | undefined>;
  readonly isLoading: Signal<boolean>;
  readonly isStale: Signal<boolean>;
  /** When the value was last told, in milliseconds since 1970 on the local clock. */
  readonly toldAt: Signal<number | undefined>;
}

/** Where {@link liveResource} lives, when not where it is called. */
export interface LiveResourceOptions {
  readonly injector?: Injector;
}

/**
 * Turns what `EventTunnelService` watches into signals, for as long as the component or service lives.
 *
 * @param source - Called in a reactive context: when a signal it reads changes, the old node is left and the new one
 * watched.
 *
 * @example
 * ```ts
 * readonly teamId = input.required<string>();
 * readonly agents = liveResource(() => this.tunnel.watchTeamAgents(this.teamId()));
 * ```
 */
export function liveResource<T>(
  source: () => Observable<Live<T>>,
  options: LiveResourceOptions = {},
): LiveResource<T> {
  if (options.injector === undefined) {
    assertInInjectionContext(liveResource);
  }
  const injector = options.injector ?? inject(Injector);
  const nothing: Live<T> = { status: 'loading' };
  const live = toSignal(
    toObservable(computed(source), { injector }).pipe(
      // What the old node told is not what was asked for.
      switchMap((watched) => watched.pipe(startWith(nothing))),
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
