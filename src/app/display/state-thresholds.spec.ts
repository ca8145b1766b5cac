import { markOf, type StateThresholds } from './state-thresholds';

const LIMITS: StateThresholds = { HOLD: { warnAfter: 60, alarmAfter: 120 } };
const mark = (seconds: number, state = 'HOLD'): string =>
  markOf({ state, since: 1000 }, 1000 + seconds * 1000, LIMITS);

describe('markOf', () => {
  it('marks from the very second of the limit on', () => {
    expect([59, 60, 119, 120].map((seconds) => mark(seconds))).toEqual([
      'none',
      'warn',
      'warn',
      'alarm',
    ]);
  });

  it('marks no state without a limit, whatever its name', () => {
    expect(mark(100_000, 'READY')).toBe('none');
    expect(mark(100_000, 'constructor')).toBe('none');
  });

  it('marks nothing whose beginning is unknown', () => {
    expect(markOf({ state: 'HOLD', since: undefined }, 1e9, LIMITS)).toBe('none');
  });
});
