import { OriginPolicy, readOrigin } from './origin-policy';

describe('OriginPolicy', () => {
  const policy = new OriginPolicy(
    ['loopback', 'https://portal.example.test'],
    ['finesse-a.example.test'],
  );

  for (const { origin, host, isAllowed } of [
    { origin: 'http://localhost:4200', host: '127.0.0.1:8082', isAllowed: true },
    { origin: 'https://127.0.0.1', host: '127.0.0.1:8082', isAllowed: true },
    { origin: 'http://[::1]:9', host: '127.0.0.1:8082', isAllowed: true },
    { origin: 'https://portal.example.test', host: '127.0.0.1:8082', isAllowed: true },
    { origin: 'https://portal.example.test:444', host: '127.0.0.1:8082', isAllowed: false },
    { origin: 'http://portal.example.test', host: '127.0.0.1:8082', isAllowed: false },
    { origin: 'http://localhost.evil.example.test', host: '127.0.0.1:8082', isAllowed: false },
    {
      origin: 'http://finesse-a.example.test:8082',
      host: 'finesse-a.example.test:8082',
      isAllowed: true,
    },
    { origin: 'http://192.0.2.7:8082', host: '192.0.2.7:8082', isAllowed: true },
    {
      origin: 'http://rebound.example.test:8082',
      host: 'rebound.example.test:8082',
      isAllowed: false,
    },
    { origin: 'null', host: '127.0.0.1:8082', isAllowed: false },
    { origin: 'loopback', host: '127.0.0.1:8082', isAllowed: false },
    { origin: 'file://', host: undefined, isAllowed: false },
    { origin: '', host: undefined, isAllowed: false },
  ]) {
    it(`${isAllowed ? 'allows' : 'refuses'} ${origin} at ${host ?? 'no host'}`, () => {
      expect(policy.allows(origin, host)).toBe(isAllowed);
    });
  }

  it('names frame ancestors as CSP wants them', () => {
    expect(new OriginPolicy(['https://portal.example.test']).frameAncestors()).toBe(
      "'self' https://portal.example.test",
    );
  });
});

describe('readOrigin', () => {
  it('brings an origin into the form browsers send', () => {
    expect(readOrigin('HTTPS://Portal.Example.test:443/')).toBe('https://portal.example.test');
  });

  for (const value of [
    'portal',
    'ftp://a.example.test',
    'https://a.example.test/x',
    'https://u@a.example.test',
    '*',
  ]) {
    it(`finds no origin in ${value}`, () => {
      expect(readOrigin(value)).toBeUndefined();
    });
  }
});
