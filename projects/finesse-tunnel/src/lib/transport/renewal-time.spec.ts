import { renewalTime } from './renewal-time';

const NOW = Date.UTC(2026, 2, 2);
const SECONDS = NOW / 1000;

function jwt(claims: unknown): string {
  const part = (value: unknown): string =>
    btoa(JSON.stringify(value)).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  return `${part({ alg: 'none' })}.${part(claims)}.signature`;
}

describe('renewalTime', () => {
  for (const { given, token, inSeconds } of [
    { given: 'a new JWT', token: jwt({ iat: SECONDS, exp: SECONDS + 1000 }), inSeconds: 750 },
    { given: 'one without iat', token: jwt({ exp: SECONDS + 1000 }), inSeconds: 750 },
    {
      given: 'one of which half is over',
      token: jwt({ iat: SECONDS - 500, exp: SECONDS + 500 }),
      inSeconds: 250,
    },
    {
      given: 'a local clock that is behind',
      token: jwt({ iat: SECONDS + 60, exp: SECONDS + 1060 }),
      inSeconds: 750,
    },
    {
      given: 'a token with its end',
      token: { token: 'opaque', expiresAt: NOW + 400_000 },
      inSeconds: 300,
    },
    {
      given: 'text that a base64url of JSON needs',
      token: jwt({ exp: SECONDS + 4, n: '??>>' }),
      inSeconds: 3,
    },
  ]) {
    it(`is ${inSeconds} s ahead, given ${given}`, () => {
      expect(renewalTime(token, NOW)).toBe(NOW + inSeconds * 1000);
    });
  }

  for (const token of ['opaque', 'a.b.c', jwt({}), jwt({ exp: 'soon' }), jwt(null), '']) {
    it(`is not known of "${token.slice(0, 30)}"`, () => {
      expect(renewalTime(token, NOW)).toBeUndefined();
    });
  }
});
