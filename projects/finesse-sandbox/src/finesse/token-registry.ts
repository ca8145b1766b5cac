import { randomBytes } from 'node:crypto';
import type { Clock } from './clock';

const LIFE_MS = 3_600_000;

/** Access tokens as single sign-on would have given out. Each names its user and lasts an hour. */
export class TokenRegistry {
  private readonly tokens = new Map<string, { readonly userId: string; readonly until: number }>();

  constructor(private readonly clock: Clock) {}

  issue(userId: string): string {
    const token = randomBytes(24).toString('base64url');
    this.tokens.set(token, { userId, until: this.clock.now() + LIFE_MS });
    return token;
  }

  /** Whose token this is; `undefined` once it has expired. */
  ownerOf(token: string): string | undefined {
    const known = this.tokens.get(token);
    if (known !== undefined && known.until <= this.clock.now()) {
      this.tokens.delete(token);
      return undefined;
    }
    return known?.userId;
  }
}
