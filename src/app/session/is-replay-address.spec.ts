import { isReplay } from './is-replay-address';

describe('the address of a replay', () => {
  const cases: readonly [pathname: string, base: string, is: boolean][] = [
    ['/replay', 'https://host.example/', true],
    ['/replay/team', 'https://host.example/', true],
    ['/replays', 'https://host.example/', false],
    ['/team', 'https://host.example/', false],
    ['/board/replay/events', 'https://host.example/board/', true],
    ['/replay/events', 'https://host.example/board/', false],
  ];
  for (const [pathname, base, is] of cases) {
    it(`is ${is ? '' : 'not '}${pathname} below ${base}`, () => {
      expect(isReplay({ pathname }, base)).toBe(is);
    });
  }
});
