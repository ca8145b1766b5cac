import { sparklinePoints } from './sparkline-points';

const sample = (at: number, waiting: number | undefined) => ({ at, waiting, ready: undefined });

describe('sparklinePoints', () => {
  it('holds each level until the next, the last one until now', () => {
    expect(sparklinePoints([sample(0, 0), sample(50, 4)], 100)).toEqual(['0,24 50,24 50,0 100,0']);
  });

  it('breaks the line where the figure is unknown', () => {
    const points = sparklinePoints([sample(0, 1), sample(25, undefined), sample(50, 1)], 100);

    expect(points).toEqual(['0,0 25,0', '50,0 100,0']);
  });

  it('draws an empty queue along the bottom, and nothing for nothing', () => {
    expect(sparklinePoints([sample(0, 0)], 10)).toEqual(['0,24 100,24']);
    expect(sparklinePoints([], 10)).toEqual([]);
  });
});
