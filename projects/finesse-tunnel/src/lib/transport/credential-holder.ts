import { Injectable } from '@angular/core';
import type { Credentials } from '../model/credentials';

/** How a request proves who sends it. */
export interface Authorization {
  readonly scheme: 'Basic' | 'Bearer';
  /** The value of the `Authorization` header. Holds a secret: never log it. */
  readonly header: string;
}

/**
 * Keeps the secret of the agent who is signed in: in memory, out of actions, store, logs and storage.
 *
 * Its fields are private to the language, so no serializer and no developer tool that walks objects meets them.
 */
@Injectable()
export class CredentialHolder {
  #credentials: Credentials | undefined;

  /** Takes the place of whatever was held before. */
  hold(credentials: Credentials): void {
    this.#credentials = credentials;
  }

  /** Lets the secret go; whoever asks from now on gets nothing. */
  forget(): void {
    this.#credentials = undefined;
  }

  /**
   * The password, or a token fresh from its provider.
   *
   * @returns `undefined` when nobody is signed in. Rejects when the token provider does.
   */
  async secret(): Promise<string | undefined> {
    const credentials = this.#credentials;
    if (credentials === undefined) {
      return undefined;
    }
    return 'password' in credentials ? credentials.password : credentials.token();
  }

  /**
   * What a REST request sends: Basic for a password, Bearer for a token.
   *
   * @returns `undefined` when nobody is signed in. Rejects when the token provider does.
   */
  async authorization(): Promise<Authorization | undefined> {
    const credentials = this.#credentials;
    if (credentials === undefined) {
      return undefined;
    }
    if ('password' in credentials) {
      return {
        scheme: 'Basic',
        header: `Basic ${base64(`${credentials.id}:${credentials.password}`)}`,
      };
    }
    return { scheme: 'Bearer', header: `Bearer ${await credentials.token()}` };
  }
}

/** RFC 7617 §2.1: UTF-8 before base64, which `btoa` alone cannot do. */
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
