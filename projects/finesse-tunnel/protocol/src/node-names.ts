import { type Decoded, decoded, refused } from './decoded';

/** The path under which Finesse names all its resources, REST and pubsub alike. */
export const FINESSE_API = '/finesse/api';

/** A pubsub node, told apart. Ids are plain text, as they stand in the node. */
export type NodeName =
  | { readonly kind: 'user'; readonly id: string }
  | { readonly kind: 'user-dialogs'; readonly id: string }
  | { readonly kind: 'user-media-dialogs'; readonly id: string }
  | { readonly kind: 'user-media'; readonly id: string; readonly mediaId?: string }
  | { readonly kind: 'user-queues'; readonly id: string }
  | { readonly kind: 'team-users'; readonly id: string }
  | { readonly kind: 'queue'; readonly id: string }
  | { readonly kind: 'dialog'; readonly id: string }
  | { readonly kind: 'system-info' };

/** The node of one agent: state, pending state, name, role, and failures of requests about them. */
export function userNode(id: string): string {
  return `${FINESSE_API}/User/${id}`;
}

/** The node of one agent's voice dialogs. */
export function userDialogsNode(id: string): string {
  return `${FINESSE_API}/User/${id}/Dialogs`;
}

/** The node of one agent's nonvoice tasks. */
export function userMediaDialogsNode(id: string): string {
  return `${FINESSE_API}/User/${id}/Dialogs/Media`;
}

/** The node of one agent's state in all media routing domains, or in one. */
export function userMediaNode(id: string, mediaId?: string): string {
  return `${FINESSE_API}/User/${id}/Media${mediaId === undefined ? '' : `/${mediaId}`}`;
}

/** The node of the queues given to or taken from one agent. */
export function userQueuesNode(id: string): string {
  return `${FINESSE_API}/User/${id}/Queues`;
}

/** The node of every agent in a team. Subscribing is up to the client, and for supervisors only. */
export function teamUsersNode(id: string): string {
  return `${FINESSE_API}/Team/${id}/Users`;
}

/** The node of one queue's statistics, published every 10 s when changed. Never on UCCX. */
export function queueNode(id: string): string {
  return `${FINESSE_API}/Queue/${id}`;
}

/** The node of one dialog, whoever takes part. */
export function dialogNode(id: string): string {
  return `${FINESSE_API}/Dialog/${id}`;
}

/** The node of the server's own state. */
export function systemInfoNode(): string {
  return `${FINESSE_API}/SystemInfo`;
}

const PATTERNS: readonly (readonly [RegExp, (id: string, part?: string) => NodeName])[] = [
  [/^User\/([^/]+)$/, (id) => ({ kind: 'user', id })],
  [/^User\/([^/]+)\/Dialogs$/, (id) => ({ kind: 'user-dialogs', id })],
  [/^User\/([^/]+)\/Dialogs\/Media$/, (id) => ({ kind: 'user-media-dialogs', id })],
  [
    /^User\/([^/]+)\/Media(?:\/([^/]+))?$/,
    (id, mediaId) => ({ kind: 'user-media', id, ...(mediaId === undefined ? {} : { mediaId }) }),
  ],
  [/^User\/([^/]+)\/Queues$/, (id) => ({ kind: 'user-queues', id })],
  [/^Team\/([^/]+)\/Users$/, (id) => ({ kind: 'team-users', id })],
  [/^Queue\/([^/]+)$/, (id) => ({ kind: 'queue', id })],
  [/^Dialog\/([^/]+)$/, (id) => ({ kind: 'dialog', id })],
  [/^SystemInfo$/, () => ({ kind: 'system-info' })],
];

/** Tells what a node is about. A trailing slash, as some Finesse samples have it, is forgiven. */
export function parseNode(node: string): Decoded<NodeName> {
  const prefix = `${FINESSE_API}/`;
  const rest = node.startsWith(prefix) ? node.slice(prefix.length).replace(/\/$/, '') : '';
  for (const [pattern, name] of PATTERNS) {
    const match = pattern.exec(rest);
    if (match !== null) {
      return decoded(name(match[1] ?? '', match[2]));
    }
  }
  return refused(
    'bad-node',
    `This is none of the nodes below ${prefix} that Finesse publishes on.`,
    node,
  );
}

/** Writes a node again; the inverse of {@link parseNode}. */
export function formatNode(name: NodeName): string {
  switch (name.kind) {
    case 'user':
      return userNode(name.id);
    case 'user-dialogs':
      return userDialogsNode(name.id);
    case 'user-media-dialogs':
      return userMediaDialogsNode(name.id);
    case 'user-media':
      return userMediaNode(name.id, name.mediaId);
    case 'user-queues':
      return userQueuesNode(name.id);
    case 'team-users':
      return teamUsersNode(name.id);
    case 'queue':
      return queueNode(name.id);
    case 'dialog':
      return dialogNode(name.id);
    case 'system-info':
      return systemInfoNode();
  }
}
