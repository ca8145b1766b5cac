import { elapsed } from './elapsed';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

describe('elapsed', () => {
  for (const { since, now, text } of [
    { since: 0, now: 0, text: '0:00' },
    { since: 0, now: 9 * SECOND + 999, text: '0:09' },
    { since: 0, now: 12 * MINUTE + 5 * SECOND, text: '12:05' },
    { since: 0, now: 3 * HOUR + 4 * MINUTE + 5 * SECOND, text: '3:04:05' },
    { since: 0, now: 26 * HOUR + 4 * MINUTE + 5 * SECOND, text: '1d 02:04:05' },
  ]) {
    it(`writes ${text}`, () => {
      expect(elapsed(since, now)).toBe(text);
    });
  }

  it('is zero for a time that lies ahead', () => {
    expect(elapsed(5000, 0)).toBe('0:00');
  });

  it('is a dash for an unknown time', () => {
    expect(elapsed(undefined, 5000)).toBe('–');
    expect(elapsed(Number.NaN, 5000)).toBe('–');
  });
});
