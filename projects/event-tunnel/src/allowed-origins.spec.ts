import { exactOrigins, isAllowedOrigin, isLoopback, readTunnelAccess } from './allowed-origins';

describe('isAllowedOrigin', () => {
  const HOST = 'fin.example.test';

  for (const { allowed, origin, verdict } of [
    {
      allowed: ['https://portal.example.test'],
      origin: 'https://portal.example.test',
      verdict: true,
    },
    {
      allowed: ['https://portal.example.test'],
      origin: 'http://portal.example.test',
      verdict: false,
    },
    {
      allowed: ['https://portal.example.test'],
      origin: 'https://portal.example.test:8443',
      verdict: false,
    },
    {
      allowed: ['https://portal.example.test'],
      origin: 'https://portal.example.test.evil.example',
      verdict: false,
    },
    { allowed: ['loopback'], origin: 'http://localhost:4200', verdict: true },
    { allowed: ['loopback'], origin: 'https://127.0.0.1', verdict: true },
    { allowed: ['loopback'], origin: 'http://[::1]:80', verdict: true },
    { allowed: ['loopback'], origin: 'http://localhost.evil.example', verdict: false },
    { allowed: ['loopback'], origin: 'http://127.0.0.1.evil.example', verdict: false },
    { allowed: ['loopback'], origin: 'http://192.0.2.1', verdict: false },
    { allowed: ['same-host'], origin: 'https://fin.example.test:8445', verdict: true },
    { allowed: ['same-host'], origin: 'https://sub.fin.example.test', verdict: false },
    { allowed: ['same-host'], origin: 'http://localhost', verdict: false },
    { allowed: ['*'], origin: 'https://portal.example.test', verdict: false },
    { allowed: ['null', '*', 'loopback', 'same-host'], origin: 'null', verdict: false },
    { allowed: ['loopback', 'file://'], origin: 'file://', verdict: false },
    { allowed: [], origin: 'https://fin.example.test', verdict: false },
  ]) {
    it(`${verdict ? 'admits' : 'refuses'} ${origin} where ${allowed.join(', ')} is allowed`, () => {
      expect(isAllowedOrigin(origin, allowed, HOST)).toBe(verdict);
    });
  }
});

describe('readTunnelAccess', () => {
  it('writes origins as browsers do, and keeps the words', () => {
    const json = { origins: ['HTTPS://Portal.Example.Test:443/', 'loopback', '*'] };

    expect(readTunnelAccess(json)).toEqual({
      origins: ['https://portal.example.test', 'loopback', '*'],
      allowPlainOverHttp: false,
    });
  });

  it('takes nothing but true for a leave to send passwords unencrypted', () => {
    expect(
      readTunnelAccess({ origins: [], allowPlainOverHttp: true })?.allowPlainOverHttp,
    ).toBeTrue();
    expect(
      readTunnelAccess({ origins: [], allowPlainOverHttp: 'yes' })?.allowPlainOverHttp,
    ).toBeFalse();
  });

  for (const json of [null, undefined, 'x', 1, [], {}, { origins: 'loopback' }]) {
    it(`reads nothing out of ${JSON.stringify(json)}`, () => {
      expect(readTunnelAccess(json)).toBeUndefined();
    });
  }
});

describe('exactOrigins', () => {
  it('leaves out whatever is no origin', () => {
    expect(exactOrigins(['loopback', 'https://a.example.test', 'same-host', '*'])).toEqual([
      'https://a.example.test',
    ]);
  });
});

describe('isLoopback', () => {
  it('knows this machine by three names', () => {
    const hosts = ['localhost', '127.0.0.1', '[::1]', 'example.test', 'xlocalhost'];
    expect(hosts.map(isLoopback)).toEqual([true, true, true, false, false]);
  });
});
