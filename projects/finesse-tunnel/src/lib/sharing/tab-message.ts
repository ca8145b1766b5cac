/**
 * What tabs say to each other over a BroadcastChannel.
 *
 * Any script of this origin may say something there, an older or a newer release of this library too. So nothing is
 * believed that is not of this version and shape, and nothing in it is worth stealing: no password, no token.
 */

/** Grows with every change of a message; tabs of different versions do not hear each other. */
export const TAB_MESSAGE_VERSION = 1;

/** What a tab that follows says to the one that leads. */
export type FollowerMessage =
  | { readonly kind: 'hello' | 'ping' | 'bye' }
  | { readonly kind: 'subscribe' | 'unsubscribe'; readonly node: string };

/** The connection of the tab that leads. */
export interface LeaderState {
  readonly kind: 'state';
  /** Grows from one leader to the next: what an outdated one still says is known by it. */
  readonly term: number;
  /** The number of the last {@link LeaderFlow}. */
  readonly sequence: number;
  /** 0 while no session stands; another number for each one that did. */
  readonly session: number;
  /** The address of the tunnel page. */
  readonly url: string;
  readonly xmppDomain: string;
  readonly pubsubDomain: string;
  readonly resource: string;
  /** The last presence of `finesse`, as the page told it; empty before the first. */
  readonly presence: string;
}

/** What flows to every tab, numbered without a hole. */
export interface LeaderFlow {
  readonly kind: 'event' | 'presence';
  readonly term: number;
  readonly sequence: number;
  /** As the page told it. */
  readonly body: string;
}

/** The page's answer about a node, for the one tab that asked. */
export interface LeaderAnswer {
  readonly kind: 'subscribed' | 'unsubscribed';
  readonly term: number;
  readonly to: string;
  readonly body: string;
}

/** What the tab that leads says. */
export type LeaderMessage =
  | LeaderState
  | LeaderFlow
  | LeaderAnswer
  | { readonly kind: 'pong'; readonly term: number; readonly sequence: number };

/** What goes over the channel; `from` is the random id of a tab. */
export type TabMessage = (FollowerMessage | LeaderMessage) & {
  readonly version: typeof TAB_MESSAGE_VERSION;
  readonly from: string;
};

const MAX_NAME = 2_000;

/** Reads what came over the channel; `undefined` for what is no message of this version. */
export function readTabMessage(data: unknown): TabMessage | undefined {
  if (typeof data !== 'object' || data === null) {
    return undefined;
  }
  const fields: Readonly<Record<string, unknown>> = { ...data };
  const { version, kind } = fields;
  const from = nameIn(fields, 'from');
  if (version !== TAB_MESSAGE_VERSION || !from) {
    return undefined;
  }
  const told = readFollower(kind, fields) ?? readLeader(kind, fields);
  return told === undefined ? undefined : { ...told, version, from };
}

type Fields = Readonly<Record<string, unknown>>;

function readFollower(kind: unknown, fields: Fields): FollowerMessage | undefined {
  switch (kind) {
    case 'hello':
    case 'ping':
    case 'bye':
      return { kind };
    case 'subscribe':
    case 'unsubscribe': {
      const node = nameIn(fields, 'node');
      return node ? { kind, node } : undefined;
    }
    default:
      return undefined;
  }
}

function readLeader(kind: unknown, fields: Fields): LeaderMessage | undefined {
  const term = countIn(fields, 'term');
  const sequence = countIn(fields, 'sequence');
  const { body } = fields;
  if (term === undefined) {
    return undefined;
  }
  switch (kind) {
    case 'subscribed':
    case 'unsubscribed': {
      const to = nameIn(fields, 'to');
      return to && typeof body === 'string' ? { kind, term, to, body } : undefined;
    }
    case 'event':
    case 'presence':
      return sequence !== undefined && typeof body === 'string'
        ? { kind, term, sequence, body }
        : undefined;
    case 'pong':
      return sequence === undefined ? undefined : { kind, term, sequence };
    case 'state':
      return sequence === undefined ? undefined : readState(fields, { term, sequence });
    default:
      return undefined;
  }
}

function readState(
  fields: Fields,
  counts: { readonly term: number; readonly sequence: number },
): LeaderState | undefined {
  const session = countIn(fields, 'session');
  const url = nameIn(fields, 'url');
  const xmppDomain = nameIn(fields, 'xmppDomain');
  const pubsubDomain = nameIn(fields, 'pubsubDomain');
  const resource = nameIn(fields, 'resource');
  const { presence } = fields;
  return session !== undefined &&
    url !== undefined &&
    xmppDomain !== undefined &&
    pubsubDomain !== undefined &&
    resource !== undefined &&
    typeof presence === 'string'
    ? { kind: 'state', ...counts, session, url, xmppDomain, pubsubDomain, resource, presence }
    : undefined;
}

function nameIn(fields: Fields, field: string): string | undefined {
  const value = fields[field];
  return typeof value === 'string' && value.length <= MAX_NAME ? value : undefined;
}

function countIn(fields: Fields, field: string): number | undefined {
  const value = fields[field];
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
