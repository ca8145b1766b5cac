/**
 * Where the subscription to one node is.
 *
 * | state | meaning |
 * |---|---|
 * | `wanted` | somebody watches, and the connection does not stand |
 * | `subscribing` | asked, not answered yet |
 * | `subscribed` | granted; Cisco's own page says so of a refused one too |
 * | `unsubscribing` | taken back, not answered yet; a new watcher waits for that answer |
 * | `refused` | the server said no; tried again after a reconnect |
 * | `unanswered` | no answer in time; a late one still counts, and so do events |
 */
export type NodeSubscriptionState =
  'wanted' | 'subscribing' | 'subscribed' | 'unsubscribing' | 'refused' | 'unanswered';

/** Why a subscription does not stand. */
export interface NodeSubscriptionError {
  readonly code: 'subscription-refused' | 'subscription-unanswered';
  /** What is wrong, and what to do about it. */
  readonly message: string;
  /** The server's reason as XML, where it gave one. */
  readonly xml?: string;
}

/** Where the subscription to one watched node is, without what was heard of it. */
export interface SubscriptionProgress {
  readonly node: string;
  readonly state: NodeSubscriptionState;
  /** How many subscribers `watch(node)` has; the first subscribes, the last unsubscribes. */
  readonly watchers: number;
  readonly error?: NodeSubscriptionError;
}

/** One watched node. Times in milliseconds since 1970 on the local clock. */
export interface NodeSubscription extends SubscriptionProgress {
  /** Notifications seen on this node since it was first watched. */
  readonly events: number;
  readonly lastEventAt?: number;
}
