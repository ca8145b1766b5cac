import { queueMarks } from './queue-marks';

const LIMITS = {
  waiting: { warnFrom: 2, alarmFrom: 4 },
  longestWait: { warnFrom: 60, alarmFrom: 120 },
};

describe('queueMarks', () => {
  it('judges number and wait each by its own limit', () => {
    expect(queueMarks({ waiting: 4, longestSince: 0 }, 60_000, LIMITS)).toEqual({
      waiting: 'alarm',
      longest: 'warn',
    });
  });

  it('takes no time of an empty or unknown queue for a wait', () => {
    for (const waiting of [0, undefined]) {
      expect(queueMarks({ waiting, longestSince: 0 }, 1e9, LIMITS).longest).toBe('none');
    }
    expect(queueMarks({ waiting: 1, longestSince: undefined }, 1e9, LIMITS).longest).toBe('none');
  });
});
