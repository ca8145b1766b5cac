import {
  filter,
  fromEvent,
  interval,
  map,
  merge,
  type Observable,
  pairwise,
  startWith,
} from 'rxjs';

/** What made it worth looking again. */
export type WakeCause =
  'online' | 'resumed' | 'shown' | 'restored' | 'clock-jumped' | 'leader-connected';

/** How often the clock is looked at. */
const TICK_MS = 5_000;
/**
 * A tick of a visible tab that comes this late was held up by a sleeping machine. One that comes so early is that of a
 * clock that was set back, and what was measured with it is wrong.
 */
const JUMP_MS = 10_000;
/** Browsers let the timers of a hidden tab run once a minute. */
const HIDDEN_JUMP_MS = 90_000;

/**
 * The moments after which nothing is as it was: the network is back, the tab was frozen, hidden or kept for the
 * back button, the machine slept, its clock was set.
 *
 * @param now - The wall clock, which goes on while a machine sleeps.
 */
export function wakeUps(window: Window, now: () => number): Observable<WakeCause> {
  const { document } = window;
  const as = (cause: WakeCause) => map((): WakeCause => cause);
  return merge(
    fromEvent(window, 'online').pipe(as('online')),
    fromEvent(document, 'resume').pipe(as('resumed')),
    fromEvent(document, 'visibilitychange').pipe(
      filter(() => document.visibilityState === 'visible'),
      as('shown'),
    ),
    fromEvent<PageTransitionEvent>(window, 'pageshow').pipe(
      filter(({ persisted }) => persisted),
      as('restored'),
    ),
    interval(TICK_MS).pipe(
      map(now),
      startWith(now()),
      pairwise(),
      filter(
        ([before, after]) =>
          after - before - TICK_MS > longestPause(document) || before - after > JUMP_MS,
      ),
      as('clock-jumped'),
    ),
  );
}

function longestPause({ visibilityState }: Document): number {
  return visibilityState === 'visible' ? JUMP_MS : HIDDEN_JUMP_MS;
}
