import { closeGap, openGap } from './gaps';

describe('the gaps of the connection', () => {
  it('begin and end once, whoever says so again', () => {
    const open = openGap(openGap([], 100), 150);

    expect(open).toEqual([{ from: 100, to: undefined }]);
    expect(closeGap(closeGap(open, 200), 300)).toEqual([{ from: 100, to: 200 }]);
  });

  it('end only when one lasts', () => {
    expect(closeGap([], 100)).toEqual([]);
  });

  it('are forgotten from the oldest on', () => {
    let gaps = openGap([], 0);
    for (let n = 1; n <= 100; n++) {
      gaps = openGap(closeGap(gaps, n), n);
    }

    expect([gaps.length, gaps[0]?.from]).toEqual([100, 1]);
  });
});
