import { type Clock, realClock } from './clock';

function waited(clock: Clock, ms: number): Promise<number> {
  return new Promise((resolve) => {
    const keepsNodeAwake = setInterval(() => undefined, 1000);
    clock.after(ms, () => {
      clearInterval(keepsNodeAwake);
      resolve(clock.now());
    });
  });
}

describe('realClock', () => {
  it('starts at the time of day', () => {
    const before = Date.now();

    const now = realClock(1).now();

    expect(now).toBeGreaterThanOrEqual(before);
    expect(now).toBeLessThanOrEqual(Date.now() + 1);
  });

  it('runs as much faster as it is told', async () => {
    const clock = realClock(10_000);
    const begun = performance.now();
    const from = clock.now();

    const until = await waited(clock, 100_000);

    expect(performance.now() - begun).toBeLessThan(5000);
    expect(until - from).toBeGreaterThanOrEqual(100_000);
  });

  it('tells a timer the time at which it was due, so that distances are exact', async () => {
    const clock = realClock(1000);
    const times: number[] = [];
    const tick = () => {
      times.push(clock.now());
      if (times.length < 50) {
        clock.after(10, tick);
      }
    };
    clock.after(10, tick);

    await waited(clock, 2000);

    const distances = times.slice(1).map((time, index) => time - (times[index] ?? 0));
    expect(new Set(distances)).toEqual(new Set([10]));
  });

  it('runs timers in the order in which they are due, without those that were cancelled', async () => {
    const clock = realClock(100);
    const ran: string[] = [];
    clock.after(0, () => {
      clock.after(30, () => ran.push('third'));
      clock.after(10, () => ran.push('first'));
      clock.after(20, () => ran.push('cancelled'))();
      clock.after(20, () => ran.push('second'));
    });

    await waited(clock, 2000);

    expect(ran).toEqual(['first', 'second', 'third']);
  });
});
