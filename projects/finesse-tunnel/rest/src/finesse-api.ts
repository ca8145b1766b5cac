import { HttpClient, HttpHeaders } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
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
  type Agent,
  type AgentState,
  CredentialHolder,
  type Dialog,
  EVENT_TUNNEL_SETTINGS,
  type FinesseResource,
  type Queue,
  readResource,
  type ReasonCode,
  type ReasonCodeCategory,
  type SystemInfo,
  type Team,
} from 'finesse-tunnel';
import { escapeXml, FINESSE_API } from 'finesse-tunnel/protocol';
import { apiErrorOf } from './api-error-of';
import { FinesseApiError } from './finesse-api-error';

/** What an agent is to do next. */
export interface StateRequest {
  /** Agents may ask for `READY`, `NOT_READY` and `LOGOUT`; during a call it becomes the pending state. */
  readonly state: AgentState;
  /** The id of a reason code, not its number. A supervisor must not give one with `NOT_READY`. */
  readonly reasonCodeId?: string | number;
}

/** Where an agent signs in. */
export interface SignInRequest {
  readonly extension: string;
}

/** A request that passed the first checks. Its outcome comes as a notification. */
export interface Accepted {
  /** What the notification repeats, as a rule; the server promises it to nobody. */
  readonly requestId: string;
}

/** How long the server may take to answer, in milliseconds. */
const ANSWER_TIMEOUT_MS = 30_000;

/**
 * The Finesse REST API: one request per subscription, signed with the secret the library holds.
 *
 * Every Observable is cold, gives one value and completes, or fails with a {@link FinesseApiError}.
 */
@Injectable({ providedIn: 'root' })
export class FinesseApi {
  private readonly http = inject(HttpClient);
  private readonly settings = inject(EVENT_TUNNEL_SETTINGS);
  private readonly credentials = inject(CredentialHolder);

  /** What the server says about itself. Sends no secret: the server answers anyone. */
  systemInfo(): Observable<SystemInfo> {
    const path = 'SystemInfo';
    return defer(() => this.read(path, new HttpHeaders())).pipe(
      map((resource) => expectKind(resource, 'system-info', path).systemInfo),
      catchError((failure: unknown) => throwError(() => apiErrorOf(failure, path))),
    );
  }

  /** One agent: oneself, or for supervisors those of their teams. */
  user(id: string): Observable<Agent> {
    return this.get('user', `User/${encodeURIComponent(id)}`).pipe(map(({ agent }) => agent));
  }

  /** One team with its agents, for its supervisors. */
  team(id: string): Observable<Team> {
    return this.get('team', `Team/${encodeURIComponent(id)}`).pipe(map(({ team }) => team));
  }

  /** The voice dialogs of one agent. */
  userDialogs(id: string): Observable<readonly Dialog[]> {
    return this.dialogs(`User/${encodeURIComponent(id)}/Dialogs`);
  }

  /** The nonvoice tasks of one agent. */
  userMediaDialogs(id: string): Observable<readonly Dialog[]> {
    return this.dialogs(`User/${encodeURIComponent(id)}/Dialogs/Media`);
  }

  /** The queues of one agent; for a supervisor those of all supervised agents. Never on UCCX. */
  userQueues(id: string): Observable<readonly Queue[]> {
    return this.get('queues', `User/${encodeURIComponent(id)}/Queues`).pipe(
      map(({ queues }) => queues),
    );
  }

  /** One queue with its statistics. Never on UCCX. */
  queue(id: string): Observable<Queue> {
    return this.get('queue', `Queue/${encodeURIComponent(id)}`).pipe(map(({ queue }) => queue));
  }

  /** The reasons an agent may choose from; system reasons are not among them. */
  reasonCodes(userId: string, category: ReasonCodeCategory): Observable<readonly ReasonCode[]> {
    const query = `category=${encodeURIComponent(category)}`;
    return this.get('reason-codes', `User/${encodeURIComponent(userId)}/ReasonCodes?${query}`).pipe(
      map(({ reasonCodes }) => reasonCodes),
    );
  }

  /** Asks for another state. */
  setState(id: string, { state, reasonCodeId }: StateRequest): Observable<Accepted> {
    return this.putUser(id, {
      state,
      ...(reasonCodeId === undefined ? {} : { reasonCodeId: String(reasonCodeId) }),
    });
  }

  /** Signs an agent in at an extension. One who is signed in already stays in the same state. */
  signIn(id: string, { extension }: SignInRequest): Observable<Accepted> {
    return this.putUser(id, { state: 'LOGIN', extension });
  }

  /** Signs an agent out; on CCE only from NOT_READY. */
  signOut(id: string, reasonCodeId?: string | number): Observable<Accepted> {
    return this.setState(id, {
      state: 'LOGOUT',
      ...(reasonCodeId === undefined ? {} : { reasonCodeId }),
    });
  }

  private dialogs(path: string): Observable<readonly Dialog[]> {
    return this.get('dialogs', path).pipe(map(({ dialogs }) => dialogs));
  }

  private get<Kind extends FinesseResource['kind']>(
    kind: Kind,
    path: string,
  ): Observable<Extract<FinesseResource, { kind: Kind }>> {
    return this.signed(path, (headers) => this.read(path, headers)).pipe(
      map((resource) => expectKind(resource, kind, path)),
      catchError((failure: unknown) => throwError(() => apiErrorOf(failure, path))),
    );
  }

  private putUser(id: string, fields: Readonly<Record<string, string>>): Observable<Accepted> {
    const path = `User/${encodeURIComponent(id)}`;
    const children = Object.entries(fields).map(
      ([name, value]) => `<${name}>${escapeXml(value)}</${name}>`,
    );
    const body = `<User>${children.join('')}</User>`;
    return this.signed(path, (headers) => {
      const requestId = crypto.randomUUID();
      return this.http
        .put(this.url(path), body, {
          headers: headers.set('Content-Type', 'application/xml').set('requestId', requestId),
          responseType: 'text',
        })
        .pipe(
          timeout(ANSWER_TIMEOUT_MS),
          map(() => ({ requestId })),
        );
    }).pipe(catchError((failure: unknown) => throwError(() => apiErrorOf(failure, path))));
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
