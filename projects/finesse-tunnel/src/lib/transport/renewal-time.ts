import type { AccessToken } from '../model/credentials';

/** The share of its life after which a token is renewed (Finesse guide, single sign-on). */
const RENEWED_AT = 0.75;

/**
 * When a token is to be renewed, in milliseconds since 1970 on the local clock.
 *
 * A JWT tells its life by `exp` and `iat` (RFC 7519 §4.1), on the clock of whoever issued it; a local clock that is
 * behind does not make it live longer than that.
 *
 * @returns `undefined` when nothing tells how long it lives.
 */
export function renewalTime(given: string | AccessToken, receivedAt: number): number | undefined {
  if (typeof given !== 'string') {
    return receivedAt + (given.expiresAt - receivedAt) * RENEWED_AT;
  }
  const claims = claimsOf(given);
  const expiresAt = secondsIn(claims, 'exp');
  if (expiresAt === undefined) {
    return undefined;
  }
  const issuedAt = secondsIn(claims, 'iat') ?? receivedAt;
  const lifeMs = expiresAt - issuedAt;
  return Math.min(issuedAt, receivedAt) + lifeMs * RENEWED_AT;
}

function claimsOf(token: string): unknown {
  const payload = token.split('.')[1] ?? '';
  try {
    const claims: unknown = JSON.parse(atob(payload.replaceAll('-', '+').replaceAll('_', '/')));
    return claims;
  } catch {
    return undefined;
  }
}

function secondsIn(claims: unknown, name: 'exp' | 'iat'): number | undefined {
  const value: unknown =
    typeof claims === 'object' && claims !== null ? Reflect.get(claims, name) : undefined;
  return typeof value === 'number' && Number.isFinite(value) ? value * 1000 : undefined;
}
