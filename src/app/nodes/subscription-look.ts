import { type NodeSubscriptionState } from 'finesse-tunnel';

/** How the state of a subscription is shown. */
export interface SubscriptionLook {
  readonly word: string;
  readonly icon: string;
  readonly tone: 'ready' | 'wrap-up' | 'not-ready' | 'away';
}

const LOOKS: Readonly<Record<NodeSubscriptionState, SubscriptionLook>> = {
  wanted: {
    word: $localize`:@@subscription.wanted:Waits for the connection`,
    icon: 'hold',
    tone: 'away',
  },
  subscribing: {
    word: $localize`:@@subscription.subscribing:Subscribing`,
    icon: 'connecting',
    tone: 'away',
  },
  subscribed: {
    word: $localize`:@@subscription.subscribed:Subscribed`,
    icon: 'ready',
    tone: 'ready',
  },
  unsubscribing: {
    word: $localize`:@@subscription.unsubscribing:Unsubscribing`,
    icon: 'connecting',
    tone: 'away',
  },
  refused: {
    word: $localize`:@@subscription.refused:Refused`,
    icon: 'not-ready',
    tone: 'not-ready',
  },
  unanswered: {
    word: $localize`:@@subscription.unanswered:No answer`,
    icon: 'warning',
    tone: 'wrap-up',
  },
};

/** Looks a state up. */
export function subscriptionLook(state: NodeSubscriptionState): SubscriptionLook {
  return LOOKS[state];
}
