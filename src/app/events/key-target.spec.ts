import { keyTarget } from './key-target';

describe('the keys of a list', () => {
  const cases: readonly [key: string, from: number, to: number | undefined][] = [
    ['ArrowDown', 0, 1],
    ['ArrowDown', 29, 29],
    ['ArrowUp', 0, 0],
    ['PageDown', 5, 15],
    ['PageUp', 5, 0],
    ['Home', 17, 0],
    ['End', 17, 29],
    ['a', 17, undefined],
  ];
  for (const [key, from, to] of cases) {
    it(`lead with ${key} from ${from} to ${to ?? 'nowhere'}`, () => {
      expect(keyTarget(key, from, 30)).toBe(to);
    });
  }
});
