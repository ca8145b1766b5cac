import {
  catchError,
  defer,
  exhaustMap,
  filter,
  finalize,
  first,
  map,
  merge,
  NEVER,
  type Observable,
  of,
  ReplaySubject,
  switchMap,
  take,
  throwError,
  timeout,
  timer,
} from 'rxjs';
import type { Notification } from 'finesse-tunnel';
import { FinesseApiError } from './finesse-api-error';
import type { Accepted, Confirmation } from './finesse-command';
import { wordsOf } from './words-of';

/** How the outcome of a request shows in the resource, for servers that do not repeat the request id. */
export interface Outcome {
  /** Whether this notification shows that it happened. */
  readonly isShownBy: (notification: Notification) => boolean;
  /** Asks the resource whether it happened. */
  readonly ask: () => Observable<boolean>;
}

/** One request, and everything that may tell what became of it. */
export interface Undertaking {
  /** Path below the REST API, for people. */
  readonly path: string;
  /** The URI of the resource, as notifications name their source. */
  readonly resource: string;
  readonly requestId: string;
  readonly send: () => Observable<Accepted>;
  readonly notifications$: Observable<Notification>;
  /** Absent: only the request id can tell. */
  readonly outcome?: Outcome | undefined;
  readonly withinMs: number;
}

/** How long notifications alone have the word before the resource is asked, and between two questions. */
const ASK_EVERY_MS = 3_000;

/**
 * Sends, and waits for the outcome: by request id, else by what the resource became.
 *
 * The request id is "best effort" on the server's side, nonvoice events never repeat it, and a notification may
 * come before the HTTP answer; so listening begins before sending, and the resource is asked when nothing is heard.
 */
export function confirmOutcome(undertaking: Undertaking): Observable<Confirmation> {
  return defer(() => {
    const told$ = new ReplaySubject<Confirmation>(1);
    const listening = undertaking.notifications$
      .pipe(
        filter((notification) => tells(notification, undertaking)),
        take(1),
        map((notification) => confirmationOf(notification, undertaking)),
      )
      .subscribe(told$);
    return undertaking.send().pipe(
      switchMap(() =>
        // Completing is no news: the tunnel may be gone while the resource can still be asked.
        merge(told$, asked(undertaking), NEVER).pipe(
          first(),
          timeout({
            first: undertaking.withinMs,
            with: () => throwError(() => unconfirmed(undertaking)),
          }),
        ),
      ),
      finalize(() => {
        listening.unsubscribe();
      }),
    );
  });
}

function tells(notification: Notification, { requestId, resource, outcome }: Undertaking): boolean {
  if (notification.requestId !== '') {
    return notification.requestId === requestId || outcome?.isShownBy(notification) === true;
  }
  return notification.kind === 'api-errors'
    ? notification.source === resource || notification.node === resource
    : outcome?.isShownBy(notification) === true;
}

function confirmationOf(
  notification: Notification,
  { path, requestId }: Undertaking,
): Confirmation {
  if (notification.kind !== 'api-errors') {
    return { requestId, notification };
  }
  const { errors } = notification;
  throw new FinesseApiError(
    'failed',
    `${path} was accepted, and then it failed: ${wordsOf(errors) || 'the server gave no reason'}.`,
    { status: 202, errors },
  );
}

function asked({ outcome, requestId }: Undertaking): Observable<Confirmation> {
  if (outcome === undefined) {
    return NEVER;
  }
  return timer(ASK_EVERY_MS, ASK_EVERY_MS).pipe(
    // A question that fails says nothing about what was asked for; the next one may be answered.
    exhaustMap(() => outcome.ask().pipe(catchError(() => of(false)))),
    filter(Boolean),
    map(() => ({ requestId })),
  );
}

function unconfirmed({ path, withinMs }: Undertaking): FinesseApiError {
  return new FinesseApiError(
    'unconfirmed',
    `${path} was accepted, and within ${withinMs / 1_000} s nothing told what became of it. Look before asking again.`,
    { status: 202 },
  );
}
