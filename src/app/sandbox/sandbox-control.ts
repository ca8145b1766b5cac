import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { inject, Service, signal } from '@angular/core';
import { firstValueFrom, timeout } from 'rxjs';
import { DASHBOARD_CONFIG } from '../config/dashboard-config';
import {
  readFaults,
  readRefusal,
  readTruth,
  type SandboxFault,
  type SandboxTruth,
} from './sandbox-truth';

/** Whether the first host is a sandbox that lets itself be driven. */
export type SandboxPresence = 'unknown' | 'absent' | 'locked' | 'here';

const PATIENCE_MS = 5_000;
const NOTHING: SandboxTruth = { agents: [], calls: [], queues: [] };

/**
 * The control API of the sandbox at the first host.
 *
 * The token is kept here, in memory, and sent to that host alone. Requests carry no cookies and no Finesse credentials.
 */
@Service()
export class SandboxControl {
  private readonly http = inject(HttpClient, { optional: true });
  private readonly root = controlRoot(
    inject(DASHBOARD_CONFIG, { optional: true })?.hosts[0].restUrl,
  );
  private token = '';
  private readonly found = signal<SandboxPresence>('unknown');
  private readonly told = signal<SandboxTruth>(NOTHING);
  private readonly running = signal<readonly SandboxFault[]>([]);

  readonly presence = this.found.asReadonly();
  readonly truth = this.told.asReadonly();
  readonly faults = this.running.asReadonly();
  /** What became of the last wish, in words. */
  readonly outcome = signal<{ readonly isGood: boolean; readonly text: string } | undefined>(
    undefined,
  );

  /** Whether the host is this very computer: only then it is asked without somebody wanting it. */
  readonly isNearby =
    /^https?:\/\/(localhost|127(\.\d+){3}|\[::1\]|[^/:]+\.localhost)(:|\/|$)/.test(this.root ?? '');

  /** Asks once whether there is a control API. A real server is left alone after its first no. */
  async look(): Promise<void> {
    await this.refresh();
  }

  /** Uses a token from now on. */
  async unlock(token: string): Promise<void> {
    this.token = token;
    await this.refresh();
    if (this.found() === 'locked') {
      this.say(false, $localize`:@@sandbox.wrong-token:The sandbox refuses this token.`);
    }
  }

  /** Reads faults and truth anew. */
  async refresh(): Promise<void> {
    try {
      const faults = readFaults(await this.request('GET', 'faults'));
      this.found.set(faults === undefined ? 'absent' : 'here');
      if (faults !== undefined) {
        this.running.set(faults);
        this.told.set(readTruth(await this.request('GET', 'truth')));
      }
    } catch (failure) {
      this.found.set(presenceAfter(failure, this.found()));
    }
  }

  /** Carries out a wish, says what became of it, and looks again. */
  async act(request: SandboxRequest): Promise<void> {
    try {
      await this.request(request.method, request.path, request.body);
      this.say(true, request.done);
    } catch (failure) {
      this.say(false, wordsOf(failure));
    }
    await this.refresh();
  }

  private say(isGood: boolean, text: string): void {
    this.outcome.set({ isGood, text });
  }

  private async request(method: string, path: string, body?: unknown): Promise<unknown> {
    const { http, root, token } = this;
    if (http === null || root === undefined) {
      return undefined;
    }
    const options = {
      body,
      ...(token === '' ? {} : { headers: { authorization: `Bearer ${token}` } }),
    };
    return firstValueFrom(
      http.request<unknown>(method, `${root}/${path}`, options).pipe(timeout(PATIENCE_MS)),
    );
  }
}

/** Something to be done by the control API. */
export interface SandboxRequest {
  readonly method: 'POST' | 'DELETE';
  /** Behind `/sandbox/`. */
  readonly path: string;
  readonly body?: unknown;
  /** What is said when it was done. */
  readonly done: string;
}

function controlRoot(restUrl: string | undefined): string | undefined {
  return restUrl !== undefined && URL.canParse(restUrl)
    ? `${new URL(restUrl).origin}/sandbox`
    : undefined;
}

/** Only the control API refuses in its own words; a known one that does not answer for a moment is still there. */
function presenceAfter(failure: unknown, before: SandboxPresence): SandboxPresence {
  if (failure instanceof HttpErrorResponse && failure.status === 401) {
    return readRefusal(failure.error) === undefined ? 'absent' : 'locked';
  }
  return before === 'here' ? 'here' : 'absent';
}

function wordsOf(failure: unknown): string {
  if (failure instanceof HttpErrorResponse) {
    const status = failure.status;
    return (
      readRefusal(failure.error) ??
      $localize`:@@sandbox.http:The sandbox answers with HTTP status ${status}:status:.`
    );
  }
  return $localize`:@@sandbox.no-answer:The sandbox does not answer.`;
}
