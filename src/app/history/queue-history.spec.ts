import { addSample, NO_QUEUE_HISTORY, type QueueHistory } from './queue-history';

const sample = (at: number, waiting: number | undefined) => ({ at, waiting, ready: 1 });

function many(count: number, waiting = (n: number): number => n % 7): QueueHistory {
  let history = NO_QUEUE_HISTORY;
  for (let n = 0; n < count; n++) {
    history = addSample(history, sample(n * 10_000, waiting(n)));
  }
  return history;
}

describe('addSample', () => {
  it('keeps every figure as long as there is room', () => {
    expect(many(240).samples.map(({ waiting }) => waiting)).toEqual(
      Array.from({ length: 240 }, (_, n) => n % 7),
    );
  });

  it('remembers a whole shift, in less detail', () => {
    const { samples } = many(5000);

    expect(samples.length).toBeLessThanOrEqual(240);
    expect(samples.length).toBeGreaterThan(100);
    expect(samples[0]?.at).toBe(0);
    expect((samples.at(-1)?.at ?? 0) / 10_000).toBeGreaterThan(4900);
  });

  it('leaves out as much of the end as of the beginning', () => {
    const steps = many(5000).samples.map(({ at }, n, all) => (all[n + 1]?.at ?? at) - at);
    const whole = steps.slice(0, -2);

    expect(Math.max(...whole) / Math.min(...whole)).toBeLessThanOrEqual(2);
  });

  it('keeps the peaks when it leaves figures out', () => {
    const peak = many(3000, (n) => (n === 1501 ? 99 : 0));

    expect(Math.max(...peak.samples.map(({ waiting }) => waiting ?? 0))).toBe(99);
  });

  it('takes nothing that is older than what it has', () => {
    const history = addSample(NO_QUEUE_HISTORY, sample(1000, 1));

    expect(addSample(history, sample(999, 5))).toBe(history);
  });
});
