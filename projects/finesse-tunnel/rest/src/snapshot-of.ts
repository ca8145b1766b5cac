import { catchError, EMPTY, map, type Observable, of, throwError } from 'rxjs';
import type { Snapshot } from 'finesse-tunnel';
import { type NodeName, parseNode } from 'finesse-tunnel/protocol';
import type { FinesseApi } from './finesse-api';
import { FinesseApiError } from './finesse-api-error';

/**
 * Asks for what a node tells changes of.
 *
 * @returns Nothing for nodes without a resource that the state holds.
 */
export function snapshotOf(node: string, api: FinesseApi): Observable<Snapshot> {
  const parsed = parseNode(node);
  if (!parsed.ok) {
    return EMPTY;
  }
  const name = parsed.value;
  if (name.kind === 'system-info') {
    return api.systemInfo().pipe(map((systemInfo) => ({ kind: 'system-info', systemInfo })));
  }
  if (name.kind === 'user-media') {
    return mediaSnapshot(name.id, name.mediaId, api);
  }
  return SNAPSHOTS[name.kind](name.id, api);
}

type NodeKind = Exclude<NodeName['kind'], 'system-info' | 'user-media'>;

const SNAPSHOTS: Readonly<Record<NodeKind, (id: string, api: FinesseApi) => Observable<Snapshot>>> =
  {
    user: (id, api) => api.user(id).pipe(map((agent) => ({ kind: 'user', agent }))),
    'team-users': (id, api) => api.team(id).pipe(map((team) => teamSnapshot(team))),
    'user-dialogs': (agentId, api) =>
      api.userDialogs(agentId).pipe(map((dialogs) => ({ kind: 'dialogs', agentId, dialogs }))),
    'user-media-dialogs': (agentId, api) =>
      api.userMediaDialogs(agentId).pipe(map((dialogs) => ({ kind: 'dialogs', agentId, dialogs }))),
    'user-queues': (agentId, api) =>
      api.userQueues(agentId).pipe(map((queues) => ({ kind: 'queues', agentId, queues }))),
    queue: (id, api) => api.queue(id).pipe(map((queue) => ({ kind: 'queue', queue }))),
    dialog: (id, api) => dialogSnapshot(id, api),
  };

/** A dialog that is not found is over. */
function dialogSnapshot(id: string, api: FinesseApi): Observable<Snapshot> {
  return api.dialog(id).pipe(
    map((dialog): Snapshot => ({ kind: 'dialog', id, dialog })),
    catchError((failure: unknown) =>
      failure instanceof FinesseApiError && failure.status === 404
        ? of<Snapshot>({ kind: 'dialog', id })
        : throwError(() => failure),
    ),
  );
}

function mediaSnapshot(
  agentId: string,
  mediaId: string | undefined,
  api: FinesseApi,
): Observable<Snapshot> {
  const all =
    mediaId === undefined
      ? api.userMedia(agentId)
      : api.media(agentId, mediaId).pipe(map((media) => [media]));
  return all.pipe(map((media) => ({ kind: 'media', agentId, media })));
}

/** A team that lists nobody at all would empty the table, so a missing list is no empty one. */
function teamSnapshot(team: Extract<Snapshot, { kind: 'team-users' }>['team']): Snapshot {
  if (team.agents === undefined) {
    throw new FinesseApiError(
      'unreadable',
      `Team/${team.id} was answered without its users. Ask for it as a supervisor of that team.`,
      { status: 200 },
    );
  }
  return { kind: 'team-users', team, agents: team.agents };
}
