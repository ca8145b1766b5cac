import { createHash, timingSafeEqual } from 'node:crypto';
import type { Clock } from './clock';
import { TokenRegistry } from './token-registry';
import type { User } from './user';
import type { World } from './world';

/** Who somebody is, or why nobody knows. */
export type Authentication =
  | { readonly ok: true; readonly user: User }
  | { readonly ok: false; readonly reason: 'unknown' | 'wrong-password' | 'locked' };

const WRONG_PASSWORDS_ALLOWED = 5;
const LOCK_MS = 5 * 60_000;

/** Checks passwords and access tokens, and locks an account after five wrong ones in a row. */
export class Accounts {
  private readonly passwordDigest: Buffer;
  private readonly failures = new Map<string, { readonly count: number; readonly last: number }>();
  private readonly tokens: TokenRegistry;

  /** @param password - The one password of every account; only its digest is kept. */
  constructor(
    private readonly world: World,
    private readonly clock: Clock,
    password: string,
  ) {
    this.passwordDigest = digest(password);
    this.tokens = new TokenRegistry(clock);
  }

  /** @param secret - The password, or an access token in its place. */
  authenticate(idOrLoginName: string, secret: string): Authentication {
    const user = this.world.user(idOrLoginName);
    // Compared in any case, so that an unknown name takes as long as a known one.
    const isPassword = timingSafeEqual(digest(secret), this.passwordDigest);
    if (user === undefined) {
      return { ok: false, reason: 'unknown' };
    }
    if (this.isLocked(user.id)) {
      return { ok: false, reason: 'locked' };
    }
    if (isPassword || this.tokens.ownerOf(secret) === user.id) {
      this.failures.delete(user.id);
      return { ok: true, user };
    }
    const count = (this.failures.get(user.id)?.count ?? 0) + 1;
    this.failures.set(user.id, { count, last: this.clock.now() });
    return { ok: false, reason: 'wrong-password' };
  }

  /** Whose access token this is. */
  bearer(token: string): User | undefined {
    const owner = this.tokens.ownerOf(token);
    return owner === undefined ? undefined : this.world.users.get(owner);
  }

  issueToken(userId: string): string {
    return this.tokens.issue(userId);
  }

  private isLocked(userId: string): boolean {
    const failed = this.failures.get(userId);
    if (failed === undefined || failed.count < WRONG_PASSWORDS_ALLOWED) {
      return false;
    }
    if (this.clock.now() - failed.last < LOCK_MS) {
      return true;
    }
    this.failures.delete(userId);
    return false;
  }
}

function digest(secret: string): Buffer {
  return createHash('sha256').update(secret, 'utf8').digest();
}
