import { type WakeCause, wakeUps } from './wake-ups';

function setup(visibility: DocumentVisibilityState = 'visible') {
  const document = Object.assign(new EventTarget(), { visibilityState: visibility });
  const window = Object.assign(new EventTarget(), { document });
  let skewMs = 0;
  const causes: WakeCause[] = [];
  // The four members that are used; a real window cannot be frozen from a test.
  wakeUps(window as unknown as Window, () => Date.now() + skewMs).subscribe((cause) =>
    causes.push(cause),
  );
  return {
    document,
    window,
    causes,
    sleep: (ms: number): void => {
      skewMs += ms;
    },
  };
}

describe('wakeUps', () => {
  beforeEach(() => jasmine.clock().install().mockDate(new Date('2026-03-02T08:00:00Z')));
  afterEach(() => {
    jasmine.clock().uninstall();
  });

  it('tells that the network is back, and that a frozen tab goes on', () => {
    const { window, document, causes } = setup();

    window.dispatchEvent(new Event('online'));
    document.dispatchEvent(new Event('resume'));

    expect(causes).toEqual(['online', 'resumed']);
  });

  it('tells that a tab is shown, not that it is hidden', () => {
    const { document, causes } = setup();

    document.visibilityState = 'hidden';
    document.dispatchEvent(new Event('visibilitychange'));
    expect(causes).toEqual([]);
    document.visibilityState = 'visible';
    document.dispatchEvent(new Event('visibilitychange'));

    expect(causes).toEqual(['shown']);
  });

  it('tells that a page came back from the cache of the back button, not that it was loaded', () => {
    const { window, causes } = setup();

    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: false }));
    window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));

    expect(causes).toEqual(['restored']);
  });

  for (const { visibility, pauseMs, isTold } of [
    { visibility: 'visible', pauseMs: -3_600_000, isTold: true },
    { visibility: 'hidden', pauseMs: -3_600_000, isTold: true },
    { visibility: 'visible', pauseMs: 9_000, isTold: false },
    { visibility: 'visible', pauseMs: 11_000, isTold: true },
    { visibility: 'hidden', pauseMs: 60_000, isTold: false },
    { visibility: 'hidden', pauseMs: 120_000, isTold: true },
  ] as const) {
    it(`takes a pause of ${pauseMs} ms in a ${visibility} tab for ${isTold ? '' : 'no '}sleep`, () => {
      const { causes, sleep } = setup(visibility);

      jasmine.clock().tick(5_000);
      sleep(pauseMs);
      jasmine.clock().tick(5_000);
      jasmine.clock().tick(5_000);

      expect(causes).toEqual(isTold ? ['clock-jumped'] : []);
    });
  }
});
