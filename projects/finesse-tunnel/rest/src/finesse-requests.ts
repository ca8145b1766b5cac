import { HttpClient, HttpHeaders } from '@angular/common/http';
import { inject, Injectable, Injector, NgZone } from '@angular/core';
import {
  catchError,
  defer,
  from,
  map,
  type Observable,
  switchMap,
  throwError,
  timeout,
} from 'rxjs';
import {
  CredentialHolder,
  EVENT_TUNNEL_SETTINGS,
  EventTunnelService,
  type FinesseResource,
  readResource,
} from 'finesse-tunnel';
import { FINESSE_API } from 'finesse-tunnel/protocol';
import { apiErrorOf } from './api-error-of';
import { confirmOutcome, type Outcome } from './confirm-outcome';
import { FinesseApiError } from './finesse-api-error';
import { type Accepted, FinesseCommand } from './finesse-command';
import { inZone } from './in-zone';

/** A request that changes something. */
export interface ChangeRequest {
  readonly method: 'PUT' | 'POST' | 'DELETE';
  /** Below the REST API, its parts encoded. */
  readonly path: string;
  readonly body?: string;
  /** How the change shows in the resource. Absent: only the request id tells. */
  readonly outcome?: Outcome;
}

type ResourceOf<Kind extends FinesseResource['kind']> = Extract<FinesseResource, { kind: Kind }>;

/** How long the server may take to answer, in milliseconds. */
const ANSWER_TIMEOUT_MS = 30_000;
/** How long the server may take to do what it accepted, in milliseconds. */
const OUTCOME_TIMEOUT_MS = 15_000;

/** Sends requests, signed with the secret the library holds, to the node the library is connected to. */
@Injectable({ providedIn: 'root' })
export class FinesseRequests {
  private readonly http = inject(HttpClient);
  private readonly settings = inject(EVENT_TUNNEL_SETTINGS);
  private readonly credentials = inject(CredentialHolder);
  private readonly injector = inject(Injector);
  private readonly zone = inject(NgZone);

  /** Reads a resource. */
  get<Kind extends FinesseResource['kind']>(
    kind: Kind,
    path: string,
  ): Observable<ResourceOf<Kind>> {
    return this.signed(path, (headers) => this.read(path, headers)).pipe(
      map((resource) => expectKind(resource, kind, path)),
      catchError((failure: unknown) => throwError(() => apiErrorOf(failure, path))),
    );
  }

  /** Reads a resource that the server shows to anyone, without sending a secret. */
  getUnsigned<Kind extends FinesseResource['kind']>(
    kind: Kind,
    path: string,
  ): Observable<ResourceOf<Kind>> {
    return defer(() => this.read(path, new HttpHeaders())).pipe(
      map((resource) => expectKind(resource, kind, path)),
      catchError((failure: unknown) => throwError(() => apiErrorOf(failure, path))),
    );
  }

  /** Asks for a change. */
  change(request: ChangeRequest): FinesseCommand {
    const { path, outcome } = request;
    return new FinesseCommand(
      (requestId) => this.send(request, requestId),
      (requestId, { withinMs = OUTCOME_TIMEOUT_MS }) =>
        defer(() =>
          confirmOutcome({
            path,
            resource: `${FINESSE_API}/${path}`,
            requestId,
            send: () => this.send(request, requestId),
            notifications$: this.injector.get(EventTunnelService).notifications$,
            outcome,
            withinMs,
          }),
        ).pipe(inZone(this.zone)),
    );
  }

  private send({ method, path, body }: ChangeRequest, requestId: string): Observable<Accepted> {
    return this.signed(path, (headers) =>
      this.http
        .request(method, this.url(path), {
          ...(body === undefined ? {} : { body }),
          headers: headers.set('Content-Type', 'application/xml').set('requestId', requestId),
          responseType: 'text',
        })
        .pipe(
          timeout(ANSWER_TIMEOUT_MS),
          map(() => ({ requestId })),
        ),
    ).pipe(catchError((failure: unknown) => throwError(() => apiErrorOf(failure, path))));
  }

  private read(path: string, headers: HttpHeaders): Observable<FinesseResource> {
    return this.http
      .get(this.url(path), {
        headers: headers.set('Accept', 'application/xml'),
        responseType: 'text',
      })
      .pipe(
        timeout(ANSWER_TIMEOUT_MS),
        map((xml) => resourceIn(xml, path)),
      );
  }

  private url(path: string): string {
    return `${this.settings().restUrl}/${path}`;
  }

  private signed<T>(path: string, send: (headers: HttpHeaders) => Observable<T>): Observable<T> {
    return defer(() => from(this.authorization(path))).pipe(
      switchMap((header) => send(new HttpHeaders({ Authorization: header }))),
    );
  }

  private async authorization(path: string): Promise<string> {
    const authorization = await this.credentials.authorization().catch(() => {
      // What the provider threw may quote a token: it goes no further.
      throw new FinesseApiError(
        'token-unavailable',
        `${path} was not sent: no token could be got.`,
      );
    });
    if (authorization === undefined) {
      throw new FinesseApiError('not-signed-in', `${path} was not sent: call connect() first.`);
    }
    return authorization.header;
  }
}

function resourceIn(xml: string, path: string): FinesseResource {
  const { resource, diagnostics } = readResource(xml, `${FINESSE_API}/${path}`);
  if (resource === undefined) {
    const why = diagnostics.map(({ message }) => message).join(' ');
    throw new FinesseApiError(
      'unreadable',
      `${path} was answered with something unreadable. ${why}`,
      {
        status: 200,
      },
    );
  }
  return resource;
}

function expectKind<Kind extends FinesseResource['kind']>(
  resource: FinesseResource,
  kind: Kind,
  path: string,
): Extract<FinesseResource, { kind: Kind }> {
  if (!isKind(resource, kind)) {
    throw new FinesseApiError(
      'unreadable',
      `${path} was answered with a resource of kind ${resource.kind}, not ${kind}. Check the address of the REST API.`,
      { status: 200 },
    );
  }
  return resource;
}

function isKind<Kind extends FinesseResource['kind']>(
  resource: FinesseResource,
  kind: Kind,
): resource is Extract<FinesseResource, { kind: Kind }> {
  return resource.kind === kind;
}
