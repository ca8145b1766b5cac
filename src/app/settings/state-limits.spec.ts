import { stateLimits } from './state-limits';

describe('stateLimits', () => {
  it('warns at the threshold and raises an alarm at twice its time', () => {
    const limits = stateLimits({ notReadyMinutes: 15, wrapUpMinutes: 1 });

    expect(limits['NOT_READY']).toEqual({ warnAfter: 900, alarmAfter: 1800 });
    expect(limits['WORK']).toEqual(limits['WORK_READY']);
  });

  it('marks nothing where the threshold was taken away', () => {
    expect(stateLimits({})['TALKING']).toBeUndefined();
  });
});
