import {
  DestroyRef,
  effect,
  inject,
  InjectionToken,
  Service,
  signal,
  untracked,
} from '@angular/core';
import { type ConnectionPhase, EventTunnelService } from 'finesse-tunnel';
import { DASHBOARD_CONFIG } from '../config/dashboard-config';
import { readWallCredentials, type WallCredentials } from './read-wall-credentials';

/** What a wall reaches the world with; a test puts its own in the place. */
export interface WallWorld {
  readonly fetch: typeof fetch;
  readonly later: (act: () => void, delayMs: number) => () => void;
  readonly reload: () => void;
}

/** The browser. */
export const WALL_WORLD = new InjectionToken<WallWorld>('WALL_WORLD', {
  factory: () => ({
    fetch: (input, init) => fetch(input, init),
    later: (act, delayMs) => {
      const timer = setTimeout(act, delayMs);
      return () => clearTimeout(timer);
    },
    reload: () => location.reload(),
  }),
});

/** Where nobody but the wall itself would begin anew. */
const ENDED: readonly ConnectionPhase[] = ['disconnected', 'unauthorized', 'conflict'];
const FIRST_DELAY_MS = 5_000;
const LONGEST_DELAY_MS = 60_000;
/** After this long without a connection the page is loaded anew: whatever hangs in it is gone then. */
const RELOAD_AFTER_MS = 10 * 60_000;

/**
 * Signs the wall in without a person, and again whenever the session has ended.
 *
 * The host of the dashboard answers `wallSession.tokenUrl` for whoever it knows, by cookie, certificate or address.
 * A refusal is tried again after 5 seconds, then after twice as long each time, a minute at the most: an account
 * is locked by wrong passwords, so the wall asks the host for the secret anew before each try.
 */
@Service()
export class WallSignIn {
  private readonly tunnel = inject(EventTunnelService);
  private readonly world = inject(WALL_WORLD);
  private readonly tokenUrl = inject(DASHBOARD_CONFIG, { optional: true })?.wallSession?.tokenUrl;
  private delayMs = FIRST_DELAY_MS;
  private cancelReload: (() => void) | undefined;
  private cancelRetry: (() => void) | undefined;

  /** Whether the host signs this wall in. */
  readonly isUnattended = this.tokenUrl !== undefined;
  /** Why the host's answer could not be used. */
  readonly problem = signal<string | undefined>(undefined);

  constructor() {
    if (this.tokenUrl !== undefined) {
      effect(() => {
        const { phase } = this.tunnel.status();
        untracked(() => this.follow(phase));
      });
    }
    inject(DestroyRef).onDestroy(() => {
      this.cancelRetry?.();
      this.cancelReload?.();
    });
  }

  private follow(phase: ConnectionPhase): void {
    if (phase === 'connected') {
      this.delayMs = FIRST_DELAY_MS;
      this.problem.set(undefined);
      this.cancelReload?.();
      this.cancelReload = undefined;
      return;
    }
    this.cancelReload ??= this.world.later(() => this.world.reload(), RELOAD_AFTER_MS);
    if (phase === 'disconnected' && this.delayMs === FIRST_DELAY_MS) {
      this.retryAfter(0);
    } else if (ENDED.includes(phase)) {
      this.retry();
    }
  }

  private retry(): void {
    this.retryAfter(this.delayMs);
    this.delayMs = Math.min(this.delayMs * 2, LONGEST_DELAY_MS);
  }

  private retryAfter(delayMs: number): void {
    this.cancelRetry?.();
    this.cancelRetry = this.world.later(() => void this.signIn(), delayMs);
  }

  private async signIn(): Promise<void> {
    try {
      const credentials = await this.ask();
      this.problem.set(undefined);
      this.tunnel.connect(
        'token' in credentials
          ? { id: credentials.id, token: () => this.freshToken() }
          : credentials,
      );
    } catch (error) {
      this.problem.set(error instanceof Error ? error.message : String(error));
      this.retry();
    }
  }

  private async freshToken(): Promise<string> {
    const credentials = await this.ask();
    if (!('token' in credentials)) {
      throw new Error($localize`:@@wall.no-token:The host no longer gives a token.`);
    }
    return credentials.token;
  }

  private async ask(): Promise<WallCredentials> {
    const url = new URL(this.tokenUrl ?? '', document.baseURI).href;
    const answer = await this.world.fetch(url, { credentials: 'include', cache: 'no-store' });
    if (!answer.ok) {
      throw new Error(
        $localize`:@@wall.http:${url}:url: answers with HTTP status ${answer.status}:status:.`,
      );
    }
    const content: unknown = await answer.json().catch(() => undefined);
    const credentials = readWallCredentials(content);
    if (credentials === undefined) {
      throw new Error(
        $localize`:@@wall.no-credentials:${url}:url: must answer with { "id", "token" } or { "id", "password" }.`,
      );
    }
    return credentials;
  }
}
