import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { firstValueFrom, timeout } from 'rxjs';
import { EVENT_TUNNEL_SETTINGS } from '../state/event-tunnel-settings';
import { CredentialHolder } from '../transport/credential-holder';
import type { SecretVerdict } from './following-tab';

/** Asks Finesse whether it takes the secret that this tab was given: reads the agent's own User. */
@Injectable()
export class SecretCheck {
  readonly #http = inject(HttpClient, { optional: true });
  readonly #credentials = inject(CredentialHolder);
  readonly #settings = inject(EVENT_TUNNEL_SETTINGS);

  /** Whether anything can be asked at all: without `provideHttpClient()` it cannot. */
  get isPossible(): boolean {
    return this.#http !== null;
  }

  /** Asks once. Never fails: what prevents an answer is `unknown`. */
  async verdict(agentId: string): Promise<SecretVerdict> {
    try {
      const authorization = await this.#credentials.authorization();
      if (this.#http === null || authorization === undefined) {
        return 'unknown';
      }
      const { restUrl, timeouts } = this.#settings();
      const headers = { Authorization: authorization.header };
      const url = `${restUrl}/User/${encodeURIComponent(agentId)}`;
      await firstValueFrom(
        this.#http.get(url, { headers, responseType: 'text' }).pipe(timeout(timeouts.systemInfoMs)),
      );
      return 'accepted';
    } catch (failure) {
      return failure instanceof HttpErrorResponse && [401, 403].includes(failure.status)
        ? 'refused'
        : 'unknown';
    }
  }
}
