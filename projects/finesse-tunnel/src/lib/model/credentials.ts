/** Who signs in, with a password. */
export interface PasswordCredentials {
  /** The agent's login id, as nodes and REST write it. */
  readonly id: string;
  readonly password: string;
}

/** An access token whose text does not tell how long it lives. */
export interface AccessToken {
  readonly token: string;
  /** Milliseconds since 1970 on the local clock. */
  readonly expiresAt: number;
}

/** Who signs in, with an access token of single sign-on. */
export interface TokenCredentials {
  /** The agent's login id, as nodes and REST write it. */
  readonly id: string;
  /**
   * Asked before every connection attempt, and again at 75 % of the token's life: that is known of a JWT with `exp`,
   * or of a token given with `expiresAt`. Where it is not known, every REST request asks anew.
   */
  readonly token: () => Promise<string | AccessToken>;
}

/** What `connect` takes. The secret in it is held in memory until `disconnect`, and nowhere else. */
export type Credentials = PasswordCredentials | TokenCredentials;
