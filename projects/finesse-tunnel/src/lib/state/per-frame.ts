import {
  animationFrames,
  type Observable,
  Observable as RxObservable,
  type OperatorFunction,
  race,
  type Subscription,
  take,
  timer,
} from 'rxjs';

/** Tabs that are hidden get no animation frames; this long after its first item a batch goes without one. */
export const WITHOUT_FRAME_MS = 100;

/** A batch of this size goes at once, so that memory stays bounded when neither frames nor timers come. */
export const LARGEST_BATCH = 5_000;

/**
 * Collects what arrives until the next animation frame. Keeps the order, drops nothing.
 *
 * A hidden tab gets no frames, and its timers are slowed down to one a minute: there the arrival of an item flushes a
 * batch that is older than {@link WITHOUT_FRAME_MS}, as messages are not slowed down.
 *
 * @param now - The clock to measure the age of a batch with.
 */
export function perFrame<T>(now: () => number): OperatorFunction<T, readonly T[]> {
  return (source: Observable<T>) =>
    new RxObservable<readonly T[]>((subscriber) => {
      let batch: T[] = [];
      let began = 0;
      let frame: Subscription | undefined;
      const flush = (): void => {
        frame?.unsubscribe();
        frame = undefined;
        const full = batch;
        batch = [];
        subscriber.next(full);
      };
      const collect = (item: T): void => {
        batch.push(item);
        if (batch.length === 1) {
          began = now();
          frame = nextFrame().subscribe(flush);
        } else if (batch.length >= LARGEST_BATCH || now() - began >= WITHOUT_FRAME_MS) {
          flush();
        }
      };
      subscriber.add(() => frame?.unsubscribe());
      subscriber.add(
        source.subscribe({
          next: collect,
          error: (failure: unknown) => {
            subscriber.error(failure);
          },
          complete: () => {
            if (batch.length > 0) {
              flush();
            }
            subscriber.complete();
          },
        }),
      );
    });
}

function nextFrame(): Observable<unknown> {
  return race(animationFrames(), timer(WITHOUT_FRAME_MS)).pipe(take(1));
}
