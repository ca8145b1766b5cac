import { markOfFigure } from './queue-limits';

describe('markOfFigure', () => {
  it('marks from the very figure of the limit on, and never an unknown one', () => {
    const limit = { warnFrom: 5, alarmFrom: 10 };

    expect([undefined, 0, 4, 5, 9, 10].map((figure) => markOfFigure(figure, limit))).toEqual([
      'none',
      'none',
      'none',
      'warn',
      'warn',
      'alarm',
    ]);
  });
});
