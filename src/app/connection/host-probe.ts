import { HttpClient, HttpErrorResponse } from '@angular/common/http';
import { type DestroyRef, DOCUMENT, inject, InjectionToken, Service, signal } from '@angular/core';
import { readResource } from 'finesse-tunnel';
import { systemInfoNode } from 'finesse-tunnel/protocol';
import {
  catchError,
  defer,
  EMPTY,
  from,
  map,
  mergeMap,
  type Observable,
  of,
  timeout,
  timer,
} from 'rxjs';
import { DASHBOARD_CONFIG, type DashboardHost } from '../config/dashboard-config';

/** What a host answered when it was asked for SystemInfo. */
export interface HostAnswer {
  /** When, in milliseconds since 1970. */
  readonly at: number;
  /** From the question to the whole answer; absent when there was none. */
  readonly roundTripMs?: number;
  /** `IN_SERVICE`, or whatever SystemInfo says. */
  readonly status?: string;
  /** The HTTP status of a refusal; 0: no answer, or one this page may not read. */
  readonly httpStatus?: number;
}

/** Milliseconds that only grow; a test brings its own. */
export const STOPWATCH = new InjectionToken<() => number>('STOPWATCH', {
  factory: () => () => performance.now(),
});

const EVERY_MS = 15_000;
const PATIENCE_MS = 10_000;

/** Asks each configured host for SystemInfo, which needs no secret, for as long as somebody looks at the answers. */
@Service()
export class HostProbe {
  private readonly http = inject(HttpClient, { optional: true });
  private readonly document = inject(DOCUMENT);
  private readonly stopwatch = inject(STOPWATCH);
  private readonly hosts = inject(DASHBOARD_CONFIG, { optional: true })?.hosts ?? [];
  private readonly answered = signal<ReadonlyMap<string, HostAnswer>>(new Map());

  /** The last answer of each host, by its `restUrl`. */
  readonly answers = this.answered.asReadonly();

  /** Asks now and every 15 seconds, until `whoever` goes; not while the tab is hidden. */
  askFor(whoever: DestroyRef): void {
    const asking = timer(0, EVERY_MS)
      .pipe(
        mergeMap(() => (this.document.hidden ? EMPTY : from(this.hosts))),
        mergeMap((host) => this.ask(host).pipe(map((answer) => ({ host, answer })))),
      )
      .subscribe(({ host, answer }) => {
        this.answered.update((all) => new Map(all).set(host.restUrl, answer));
      });
    whoever.onDestroy(() => asking.unsubscribe());
  }

  private ask({ restUrl }: DashboardHost): Observable<HostAnswer> {
    const { http } = this;
    return http === null
      ? EMPTY
      : defer(() => {
          const begun = this.stopwatch();
          return http.get(`${restUrl}/SystemInfo`, { responseType: 'text' }).pipe(
            timeout(PATIENCE_MS),
            map((xml): HostAnswer => {
              const roundTripMs = Math.round(this.stopwatch() - begun);
              const { resource } = readResource(xml, systemInfoNode());
              const status =
                resource?.kind === 'system-info' ? resource.systemInfo.status : undefined;
              return { at: Date.now(), roundTripMs, ...(status === undefined ? {} : { status }) };
            }),
            catchError((failure: unknown) => {
              const httpStatus = failure instanceof HttpErrorResponse ? failure.status : 0;
              return of<HostAnswer>({ at: Date.now(), httpStatus });
            }),
          );
        });
  }
}
