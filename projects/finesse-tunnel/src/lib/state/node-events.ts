import type { NodeSubscription, SubscriptionProgress } from '../model/node-subscription';
import type { Notification } from '../model/notification';
import { type Collection, EMPTY_COLLECTION, entityOf } from './collection';
import { type Subscriptions, subscriptionTo } from './subscriptions';
import { withChanges } from './with-changes';

/** What was heard of one watched node. */
export interface NodeEvents {
  /** The node. */
  readonly id: string;
  readonly events: number;
  readonly lastEventAt: number;
}

/**
 * What was heard, by node. Kept beside the subscriptions, which seldom change: whoever follows those is not woken by
 * every event, and counting costs as much as there are nodes with events, not nodes.
 */
export type HeardEvents = Collection<NodeEvents>;

/** Nothing was heard yet. */
export const NOTHING_HEARD: HeardEvents = EMPTY_COLLECTION;

/** Counts what was seen on watched nodes. */
export function eventsSeen(
  heard: HeardEvents,
  subscriptions: Subscriptions,
  notifications: readonly Notification[],
): HeardEvents {
  const seen = new Map<string, NodeEvents>();
  for (const { node, receivedAt } of notifications) {
    if (subscriptionTo(subscriptions, node) !== undefined) {
      const { events = 0 } = seen.get(node) ?? entityOf(heard, node) ?? {};
      seen.set(node, { id: node, events: events + 1, lastEventAt: receivedAt });
    }
  }
  return seen.size === 0 ? heard : withChanges(heard, seen);
}

/** Begins to count anew where nobody watched before. */
export function heardSinceWatched(
  heard: HeardEvents,
  subscriptions: Subscriptions,
  node: string,
): HeardEvents {
  return subscriptionTo(subscriptions, node) === undefined && entityOf(heard, node) !== undefined
    ? withChanges(heard, new Map([[node, undefined]]))
    : heard;
}

/** A subscription with its counts. */
export function withEvents(
  subscription: SubscriptionProgress,
  heard: NodeEvents | undefined,
): NodeSubscription {
  return heard === undefined
    ? { ...subscription, events: 0 }
    : { ...subscription, events: heard.events, lastEventAt: heard.lastEventAt };
}
