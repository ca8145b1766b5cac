import { EMPTY_API_ERRORS, type SubscriptionReply } from 'finesse-tunnel/protocol';
import type {
  NodeSubscriptionError,
  NodeSubscriptionState,
  SubscriptionProgress,
} from '../model/node-subscription';

/**
 * The watched nodes by name: a small state machine for each.
 *
 * The tunnel page never subscribes anew by itself, correlates by node alone, and may answer twice, late or not at all.
 * So: one request under way per node; the first watcher subscribes, the last one unsubscribes; a watcher who comes
 * while an unsubscribe is under way waits for its end (Cisco's MasterPublisher calls that holding).
 */
export type Subscriptions = Readonly<Record<string, SubscriptionProgress>>;

/** Somebody began to watch. */
export function watched(all: Subscriptions, node: string, isConnected: boolean): Subscriptions {
  const known = subscriptionTo(all, node);
  if (known === undefined) {
    return put(all, {
      node,
      state: isConnected ? 'subscribing' : 'wanted',
      watchers: 1,
    });
  }
  return put(all, { ...known, watchers: known.watchers + 1 });
}

/** Somebody stopped watching. */
export function unwatched(all: Subscriptions, node: string, isConnected: boolean): Subscriptions {
  const known = subscriptionTo(all, node);
  if (known === undefined || known.watchers === 0) {
    return all;
  }
  const watchers = known.watchers - 1;
  if (watchers > 0 || known.state === 'unsubscribing') {
    return put(all, { ...known, watchers });
  }
  // A refused node has nothing to take back; an unanswered one may well be subscribed.
  return isConnected && known.state !== 'refused'
    ? put(all, { ...moved(known, 'unsubscribing'), watchers })
    : without(all, node);
}

/** The page answered a SUBSCRIBE. */
export function subscriptionAnswered(all: Subscriptions, reply: SubscriptionReply): Subscriptions {
  const known = subscriptionTo(all, reply.node);
  if (known === undefined || !['subscribing', 'unanswered'].includes(known.state)) {
    return all;
  }
  return reply.error === undefined
    ? put(all, moved(known, 'subscribed'))
    : put(all, { ...moved(known, 'refused'), error: refusal(reply.error) });
}

/** The page answered an UNSUBSCRIBE; with an error or not, nothing is under way any more. */
export function unsubscriptionAnswered(all: Subscriptions, node: string): Subscriptions {
  const known = subscriptionTo(all, node);
  if (known?.state !== 'unsubscribing') {
    return all;
  }
  return known.watchers > 0 ? put(all, moved(known, 'subscribing')) : without(all, node);
}

/** No answer came in time. */
export function replyOverdue(all: Subscriptions, node: string): Subscriptions {
  const known = subscriptionTo(all, node);
  switch (known?.state) {
    case 'subscribing':
      return put(all, { ...moved(known, 'unanswered'), error: SILENCE });
    case 'unsubscribing':
      return unsubscriptionAnswered(all, node);
    default:
      return all;
  }
}

/** A connection stands, perhaps another one than before: everything watched is asked for. */
export function connectionStands(all: Subscriptions): Subscriptions {
  return overWatched(all, 'subscribing');
}

/** The connection is gone, and with it every answer under way. */
export function connectionLost(all: Subscriptions): Subscriptions {
  return overWatched(all, 'wanted');
}

/** The subscription to a node; names such as `constructor` are none. */
export function subscriptionTo(all: Subscriptions, node: string): SubscriptionProgress | undefined {
  return Object.hasOwn(all, node) ? all[node] : undefined;
}

/**
 * The one node in which `after` differs from `before`, where it was made from it by a single change; `undefined` where that is not
 * known. Who watches a thousand nodes changes a thousand times: comparing all each time would take seconds.
 */
export function onlyChange(before: Subscriptions, after: Subscriptions): string | undefined {
  const change = CHANGES.get(after);
  return change?.before === before ? change.node : undefined;
}

const SILENCE: NodeSubscriptionError = {
  code: 'subscription-unanswered',
  message:
    'The tunnel page did not answer in time. The node may not exist or not be allowed; it is asked again after a reconnect.',
};

function refusal(xml: string): NodeSubscriptionError {
  const message =
    'The Notification Service refused this node: it may not exist, or not be allowed for this agent.';
  return {
    code: 'subscription-refused',
    message,
    ...(xml === EMPTY_API_ERRORS ? {} : { xml }),
  };
}

function overWatched(all: Subscriptions, state: NodeSubscriptionState): Subscriptions {
  const watchedOnes = Object.values(all).filter(({ watchers }) => watchers > 0);
  return Object.fromEntries(
    watchedOnes.map((known) => [known.node, known.state === state ? known : moved(known, state)]),
  );
}

function moved(known: SubscriptionProgress, state: NodeSubscriptionState): SubscriptionProgress {
  const { error: _over, ...kept } = known;
  return { ...kept, state };
}

function put(all: Subscriptions, subscription: SubscriptionProgress): Subscriptions {
  const { node } = subscription;
  return remembered({ before: all, node }, { ...all, [node]: subscription });
}

function without(all: Subscriptions, node: string): Subscriptions {
  const { [node]: _gone, ...rest } = all;
  return remembered({ before: all, node }, rest);
}

/** What alone tells a record from the one before it. A memory of what comparing the two would give, and no state. */
const CHANGES = new WeakMap<Subscriptions, Change>();

interface Change {
  readonly before: Subscriptions;
  readonly node: string;
}

function remembered(change: Change, after: Subscriptions): Subscriptions {
  CHANGES.set(after, change);
  return after;
}
