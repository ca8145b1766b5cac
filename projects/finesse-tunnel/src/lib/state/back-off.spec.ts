import { backOff } from './back-off';

const DELAYS = { firstMs: 2_000, maxMs: 60_000 };

describe('backOff', () => {
  for (const { failures, limit } of [
    { failures: 0, limit: 2_000 },
    { failures: 1, limit: 4_000 },
    { failures: 4, limit: 32_000 },
    { failures: 5, limit: 60_000 },
    { failures: 5_000, limit: 60_000 },
  ]) {
    it(`waits up to ${limit} ms after ${failures} failures, anything from nothing on`, () => {
      expect(backOff(DELAYS, failures, 0)).toBe(0);
      expect(backOff(DELAYS, failures, 0.5)).toBe(limit / 2);
      expect(backOff(DELAYS, failures, 0.9999999)).toBe(limit);
    });
  }
});
