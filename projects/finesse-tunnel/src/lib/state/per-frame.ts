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

/** This long after its first item a batch goes without a frame: a page that is busy elsewhere may get none. */
export const WITHOUT_FRAME_MS = 100;

/** A hidden tab gets no frames and shows nothing: once a second is enough for whoever listens to the store. */
export const WHILE_HIDDEN_MS = 1_000;

/** A batch of this size goes at once, so that memory stays bounded when neither frames nor timers come. */
export const LARGEST_BATCH = 5_000;

/** What {@link perFrame} has to know of the page. */
export interface Page {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly isHidden: () => boolean;
  /** Emits when the page is hidden or shown. */
  readonly visibility$: Observable<unknown>;
}

/**
 * Collects what arrives until the next animation frame. Keeps the order, drops nothing.
 *
 * Timers of a hidden tab are slowed down to one a minute in the end: there the arrival of an item flushes a
 * batch that is older than {@link WHILE_HIDDEN_MS}, as messages are not slowed down; and what is left goes when the tab is shown.
 */
export function perFrame<T>(page: Page): OperatorFunction<T, readonly T[]> {
  return (source: Observable<T>) =>
    new RxObservable<readonly T[]>((subscriber) => {
      let batch: T[] = [];
      let began = 0;
      let due: Subscription | undefined;
      const flush = (): void => {
        due?.unsubscribe();
        due = undefined;
        const full = batch;
        batch = [];
        subscriber.next(full);
      };
      const collect = (item: T): void => {
        batch.push(item);
        if (batch.length === 1) {
          began = page.now();
          due = nextFrame(page).subscribe(flush);
        } else if (batch.length >= LARGEST_BATCH || isOverdue(page, began)) {
          flush();
        }
      };
      subscriber.add(() => due?.unsubscribe());
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

/** Frames stop where a tab is hidden, so the change itself counts as one. */
function nextFrame(page: Page): Observable<unknown> {
  return race(page.visibility$, animationFrames(), timer(patienceMs(page))).pipe(take(1));
}

/** In either direction: a clock that was set back must not hold a batch up. */
function isOverdue(page: Page, began: number): boolean {
  return Math.abs(page.now() - began) >= patienceMs(page);
}

function patienceMs({ isHidden }: Page): number {
  return isHidden() ? WHILE_HIDDEN_MS : WITHOUT_FRAME_MS;
}
