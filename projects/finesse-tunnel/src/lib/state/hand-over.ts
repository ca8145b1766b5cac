/**
 * The way to the next host while the session on this one still stands.
 *
 * 1. The page of the next host is opened beside the present one, and the agent introduced to it.
 * 2. When it is connected, it is asked for every node that is watched. Events of both pages count from then on.
 * 3. When it answered for each, or had the time to, it takes the place of the present page.
 *
 * Whatever goes wrong before that leaves everything as it was.
 */
import {
  defer,
  EMPTY,
  filter,
  finalize,
  first,
  map,
  merge,
  type Observable,
  of,
  switchMap,
  tap,
  timeout,
} from 'rxjs';
import {
  decodePresenceBody,
  decodeSubscriptionReply,
  parseJid,
  type PresenceBody,
  type TunnelMessage,
  TunnelMessageType,
} from 'finesse-tunnel/protocol';
import type { EventTunnelSettings } from '../model/event-tunnel-config';
import type { CredentialHolder } from '../transport/credential-holder';
import type { PageBeside } from '../transport/tunnel-transport';
import type { Domains } from './connection-event';
import { introduction } from './introduction';

/** What a way to the next host needs. */
export interface NextHost {
  readonly page: PageBeside;
  readonly agentId: string;
  readonly domains: Domains;
  /** Those of the next host. */
  readonly settings: EventTunnelSettings;
  readonly credentials: CredentialHolder;
  /** What is watched, asked for when the session stands. */
  readonly nodes: () => readonly string[];
}

/** The session that stands on the next host. */
export interface NextSession {
  readonly resource?: string;
  /** Of `finesse`, `undefined` as long as nobody told. */
  readonly presence: PresenceBody['type'] | undefined;
}

/** The next host does not want this agent: another try is not worth a locked account. */
export class RefusedByNextHost extends Error {
  override readonly name = 'RefusedByNextHost';
}

/** Goes steps 1 and 2, and emits once when the page may take over. Fails when it may not. */
export function handOver(next: NextHost): Observable<NextSession> {
  const { page, settings } = next;
  const { loadedMs, connectedMs, subscriptionReplyMs } = settings.timeouts;
  return defer(() => {
    let session: NextSession = { presence: undefined };
    const noting = page.messages$.subscribe((message) => (session = noted(session, message)));
    return said(page, 'loaded').pipe(
      timeout(loadedMs),
      switchMap(() => next.credentials.secret()),
      switchMap((secret) =>
        merge(
          said(page, 'connected'),
          defer(() => introduce(next, secret)),
        ),
      ),
      timeout(loadedMs + connectedMs),
      switchMap(() => subscribed(page, next.nodes(), subscriptionReplyMs)),
      map(() => session),
      finalize(() => {
        noting.unsubscribe();
      }),
    );
  });
}

const REFUSALS: ReadonlySet<string> = new Set(['unauthorized', 'conflict']);

function said({ messages$ }: PageBeside, word: string): Observable<string> {
  return messages$.pipe(
    filter(({ type }) => type === TunnelMessageType.Status),
    map(({ body }) => body),
    tap((status) => {
      if (REFUSALS.has(status)) {
        throw new RefusedByNextHost(status);
      }
      if (status === 'disconnected') {
        throw new Error('The next host gives no session.');
      }
    }),
    first((status) => status === word),
  );
}

function introduce(
  { page, agentId, domains, settings }: NextHost,
  secret: string | undefined,
): Observable<never> {
  if (secret === undefined) {
    throw new Error('Nobody is signed in any more.');
  }
  for (const message of introduction({ agentId, secret, domains }, settings)) {
    page.send(message);
  }
  return EMPTY;
}

/** Emits when every node was answered for, or after `waitMs`: what is late comes when the page took over. */
function subscribed(
  page: PageBeside,
  nodes: readonly string[],
  waitMs: number,
): Observable<unknown> {
  const open = new Set(nodes);
  const answers$ = page.messages$.pipe(
    filter(({ type }) => type === TunnelMessageType.Subscribe),
    tap(({ body }) => open.delete(decodeSubscriptionReply(body).node)),
  );
  const asking$ = defer(() => {
    nodes.forEach((node) => {
      page.send({ type: TunnelMessageType.Subscribe, body: node });
    });
    return of(undefined);
  });
  return merge(answers$, asking$).pipe(
    first(() => open.size === 0),
    timeout({ first: waitMs, with: () => of(undefined) }),
  );
}

function noted(session: NextSession, { type, body }: TunnelMessage): NextSession {
  if (type === TunnelMessageType.ResourceId) {
    return { ...session, resource: body };
  }
  const presence = type === TunnelMessageType.Presence ? decodePresenceBody(body) : undefined;
  if (presence?.ok !== true) {
    return session;
  }
  const jid = parseJid(presence.value.from);
  return jid.ok && jid.value.local === 'finesse'
    ? { ...session, presence: presence.value.type }
    : session;
}
