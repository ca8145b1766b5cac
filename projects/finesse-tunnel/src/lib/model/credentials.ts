/** Who signs in, with a password. */
export interface PasswordCredentials {
  /** The agent's login id, as nodes and REST write it. */
  readonly id: string;
  readonly password: string;
}

/** Who signs in, with an access token of single sign-on. */
export interface TokenCredentials {
  /** The agent's login id, as nodes and REST write it. */
  readonly id: string;
  /** Asked before every connect and every request, so that it can hand out a fresh token. */
  readonly token: () => Promise<string>;
}

/** What `connect` takes. The secret in it is held in memory until `disconnect`, and nowhere else. */
export type Credentials = PasswordCredentials | TokenCredentials;
