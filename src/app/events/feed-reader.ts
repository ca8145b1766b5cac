import { type Notification } from 'finesse-tunnel';
import { agentName } from '../display/agent-name';
import { describeNotification } from './describe-notification';
import { type FeedItem, type FeedLog, firstPosition, itemsFrom } from './feed-log';
import { type KnownAgents } from './known-agents';
import { agentKey, mergedEntity, type ToldEntity, toldEntities } from './told-entities';

/** An event with what it changed. */
export interface FeedRow {
  readonly position: number;
  /** Counts up; never used twice in a session. */
  readonly number: number;
  readonly notification: Notification;
  /** The change in a few words. */
  readonly text: string;
  /** The ids of the agents it tells about. */
  readonly agentIds: readonly string[];
  /** Those agents by id and name, in lower case, to be searched. */
  readonly agentWords: string;
  /** What was known before of each entity it tells about, in its order. */
  readonly before: readonly (object | undefined)[];
}

/**
 * Makes a reader that follows the log: each item is looked at once, however often the log changes. A log that begins anew
 * or goes back, as a replay does, is read from its start.
 *
 * @returns The events that the log still has, the oldest first; the same array while nothing changed.
 */
export function feedReader(): (log: FeedLog) => readonly FeedRow[] {
  let known = new Map<string, ToldEntity>();
  let rows: readonly FeedRow[] = [];
  let next = 0;
  return (log) => {
    if (log.nextPosition < next) {
      known = new Map();
      rows = [];
      next = 0;
    }
    const first = firstPosition(log);
    const items = itemsFrom(log, next);
    next = log.nextPosition;
    const added = items.flatMap((item) => readItem(item, known));
    const gone = rows.findIndex(({ position }) => position >= first);
    if (added.length > 0 || gone !== 0) {
      rows = [...(gone < 0 ? [] : rows.slice(gone)), ...added];
    }
    return rows;
  };
}

/** The row of an event, none for a snapshot; what was told is known from then on. */
function readItem(item: FeedItem, known: Map<string, ToldEntity>): readonly FeedRow[] {
  const told = 'notification' in item ? item.notification : item.snapshot;
  const entities = toldEntities(told);
  const row = 'notification' in item ? rowOf(item, entities, known) : undefined;
  const isGone = 'notification' in item && item.notification.event === 'DELETE';
  for (const entity of entities) {
    if (isGone) {
      known.delete(entity.key);
    } else {
      known.set(entity.key, mergedEntity(known.get(entity.key), entity));
    }
  }
  return row === undefined ? [] : [row];
}

function rowOf(
  { position, number, notification }: Extract<FeedItem, { readonly number: number }>,
  entities: readonly ToldEntity[],
  known: ReadonlyMap<string, ToldEntity>,
): FeedRow {
  const agents: KnownAgents = {
    get: (id) => {
      const agent = known.get(agentKey(id))?.agent;
      return agent === undefined ? undefined : { name: agentName(agent), state: agent.state };
    },
  };
  const agentIds = agentIdsOf(notification, entities);
  return {
    position,
    number,
    notification,
    text: describeNotification(notification, agents),
    agentIds,
    agentWords: wordsOf(agentIds, entities, agents),
    before: entities.map(({ key }) => known.get(key)?.value),
  };
}

const USER_PATH = /\/User\/([^/]+)/;

function agentIdsOf(
  notification: Notification,
  entities: readonly ToldEntity[],
): readonly string[] {
  const { node, source } = notification;
  const named = [node, source].map((path) => USER_PATH.exec(path)?.[1]);
  const owner = 'agentId' in notification ? notification.agentId : '';
  const told = entities.map(({ agent }) => agent?.id);
  return [...new Set([...told, ...named, owner])].filter(
    (id): id is string => id !== undefined && id !== '',
  );
}

function wordsOf(
  ids: readonly string[],
  entities: readonly ToldEntity[],
  known: KnownAgents,
): string {
  const told = entities.map(({ agent }) => (agent === undefined ? '' : agentName(agent)));
  return [...ids, ...ids.map((id) => known.get(id)?.name ?? ''), ...told].join('\n').toLowerCase();
}
