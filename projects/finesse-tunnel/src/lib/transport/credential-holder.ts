import { Injectable } from '@angular/core';
import {
  defer,
  EMPTY,
  ignoreElements,
  type Observable,
  retry,
  startWith,
  Subject,
  switchMap,
  timer,
} from 'rxjs';
import type { Credentials, TokenCredentials } from '../model/credentials';
import { renewalTime } from './renewal-time';

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
  #token: HeldToken | undefined;
  readonly #tokenCame = new Subject<void>();

  /** Takes the place of whatever was held before. */
  hold(credentials: Credentials): void {
    this.#credentials = credentials;
    this.#token = undefined;
  }

  /** Lets the secret go; whoever asks from now on gets nothing. */
  forget(): void {
    this.#credentials = undefined;
    this.#token = undefined;
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
    return 'password' in credentials ? credentials.password : this.#freshToken(credentials);
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
    const held = this.#token;
    const isFresh = held !== undefined && Date.now() < held.renewAt;
    const token = isFresh ? held.text : await this.#freshToken(credentials);
    return { scheme: 'Bearer', header: `Bearer ${token}` };
  }

  /** Asks for a new token at 75 % of the life of each one, as long as somebody is subscribed. Never fails. */
  keepFresh(): Observable<never> {
    return this.#tokenCame.pipe(
      startWith(undefined),
      switchMap(() => {
        const held = this.#token;
        return held === undefined ? EMPTY : timer(Math.max(0, held.renewAt - Date.now()));
      }),
      switchMap(() => this.#renewed()),
      ignoreElements(),
    );
  }

  #renewed(): Observable<string | undefined> {
    return defer(() => this.secret()).pipe(
      // The one that is held still lives for a while, and the next attempt asks anyway.
      retry({ delay: RENEWAL_RETRY_MS }),
    );
  }

  async #freshToken(credentials: TokenCredentials): Promise<string> {
    const given = await credentials.token();
    const text = typeof given === 'string' ? given : given.token;
    const renewAt = renewalTime(given, Date.now());
    // Somebody else may have signed in meanwhile.
    if (renewAt !== undefined && this.#credentials === credentials) {
      this.#token = { text, renewAt: Math.max(renewAt, Date.now() + SHORTEST_LIFE_MS) };
      this.#tokenCame.next();
    }
    return text;
  }
}

interface HeldToken {
  readonly text: string;
  readonly renewAt: number;
}

/** How long to wait after a token provider failed to renew. */
const RENEWAL_RETRY_MS = 10_000;

/** A provider that hands out an outdated token is not asked in a loop. */
const SHORTEST_LIFE_MS = 10_000;

/** RFC 7617 §2.1: UTF-8 before base64, which `btoa` alone cannot do. */
function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}
