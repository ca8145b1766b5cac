import type { NgZone } from '@angular/core';
import { type MonoTypeOperatorFunction, Observable } from 'rxjs';

/** Hands on inside Angular's zone what notifications bring from outside it, so that hosts with zone.js see it. */
export function inZone<T>(zone: NgZone): MonoTypeOperatorFunction<T> {
  return (source) =>
    new Observable<T>((subscriber) =>
      source.subscribe({
        next: (value) => {
          zone.run(() => {
            subscriber.next(value);
          });
        },
        error: (failure: unknown) => {
          zone.run(() => {
            subscriber.error(failure);
          });
        },
        complete: () => {
          zone.run(() => {
            subscriber.complete();
          });
        },
      }),
    );
}
