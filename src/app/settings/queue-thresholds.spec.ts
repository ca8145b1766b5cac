import { markOfFigure } from '../display/queue-limits';
import { queueThresholds } from './queue-thresholds';

describe('queueThresholds', () => {
  it('warns from the threshold on, and alarms from twice of it on', () => {
    const { waiting, longestWait } = queueThresholds({ callsWaiting: 3, waitSeconds: 60 });

    expect([2, 3, 6].map((calls) => markOfFigure(calls, waiting))).toEqual([
      'none',
      'warn',
      'alarm',
    ]);
    expect([59, 60, 120].map((seconds) => markOfFigure(seconds, longestWait))).toEqual([
      'none',
      'warn',
      'alarm',
    ]);
  });

  it('marks nothing without a threshold', () => {
    expect(markOfFigure(10_000, queueThresholds({}).waiting)).toBe('none');
  });
});
