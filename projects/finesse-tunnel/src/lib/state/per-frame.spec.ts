import { NEVER, Subject } from 'rxjs';
import { TestScheduler } from 'rxjs/testing';
import { LARGEST_BATCH, type Page, perFrame, WHILE_HIDDEN_MS, WITHOUT_FRAME_MS } from './per-frame';

const SHOWN: Page = { now: () => 0, isHidden: () => false, visibility$: NEVER };
const HIDDEN: Page = { ...SHOWN, isHidden: () => true };

function scheduler(): TestScheduler {
  return new TestScheduler((actual, expected) => {
    expect(actual).toEqual(expected);
  });
}

describe('perFrame', () => {
  it('collects until the next animation frame and keeps the order', () => {
    scheduler().run(({ animate, cold, expectObservable }) => {
      animate('              ------x-----x');
      const source = cold(' -a-bc---d---|');
      expectObservable(source.pipe(perFrame(SHOWN))).toBe('------x-----(y|)', {
        x: ['a', 'b', 'c'],
        y: ['d'],
      });
    });
  });

  it('asks for no frame while nothing arrives', () => {
    scheduler().run(({ animate, cold, expectObservable }) => {
      animate('              --x--x--x');
      expectObservable(cold('-----------|').pipe(perFrame(SHOWN))).toBe('-----------|');
    });
  });

  it('goes on without frames where the page gets none', () => {
    scheduler().run(({ animate, cold, expectObservable }) => {
      animate('');
      const source = cold('ab-c 500ms -');
      expectObservable(source.pipe(perFrame(SHOWN)), '600ms !').toBe(`${WITHOUT_FRAME_MS}ms x`, {
        x: ['a', 'b', 'c'],
      });
    });
  });

  it('waits longer in a hidden tab', () => {
    scheduler().run(({ animate, cold, expectObservable }) => {
      animate('');
      const source = cold('ab-c 1500ms -');
      expectObservable(source.pipe(perFrame(HIDDEN)), '1400ms !').toBe(`${WHILE_HIDDEN_MS}ms x`, {
        x: ['a', 'b', 'c'],
      });
    });
  });

  it('does not wait for a frame in a tab that is hidden or shown meanwhile', () => {
    scheduler().run(({ animate, cold, hot, expectObservable }) => {
      animate('');
      const visibility$ = hot('------v---');
      const source = cold('    -ab-------');
      expectObservable(source.pipe(perFrame({ ...HIDDEN, visibility$ })), '--------!').toBe(
        '------x',
        { x: ['a', 'b'] },
      );
    });
  });

  for (const { given, passedMs } of [
    { given: '', passedMs: WITHOUT_FRAME_MS },
    { given: ', and the clock is set back', passedMs: -3_600_000 },
  ]) {
    it(`is flushed by what arrives where neither frames nor timers come${given}`, () => {
      let now = 0;
      const source = new Subject<string>();
      const batches: (readonly string[])[] = [];
      const subscription = source
        .pipe(perFrame({ ...SHOWN, now: () => now }))
        .subscribe((batch) => batches.push(batch));

      source.next('a');
      now = passedMs;
      source.next('b');
      subscription.unsubscribe();

      expect(batches).toEqual([['a', 'b']]);
    });
  }

  it('does not let a batch grow without bounds', () => {
    const source = new Subject<number>();
    const sizes: number[] = [];
    const subscription = source
      .pipe(perFrame(SHOWN))
      .subscribe((batch) => sizes.push(batch.length));

    for (let i = 0; i < LARGEST_BATCH + 1; i++) {
      source.next(i);
    }
    source.complete();
    subscription.unsubscribe();

    expect(sizes).toEqual([LARGEST_BATCH, 1]);
  });

  it('drops nothing when the source ends', () => {
    scheduler().run(({ animate, cold, expectObservable }) => {
      animate('              ---------x');
      expectObservable(cold('-ab|').pipe(perFrame(SHOWN))).toBe('---(x|)', { x: ['a', 'b'] });
    });
  });
});
