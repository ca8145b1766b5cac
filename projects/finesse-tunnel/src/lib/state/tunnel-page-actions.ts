import { createActionGroup, props } from '@ngrx/store';
import type { PresenceBody, SubscriptionReply, TunnelStatus } from 'finesse-tunnel/protocol';

/** What the tunnel page said. */
export const TunnelPageActions = createActionGroup({
  source: 'Tunnel Page',
  events: {
    'Status Changed': props<{ readonly status: TunnelStatus | 'unknown'; readonly at: number }>(),
    'Resource Told': props<{ readonly resource: string }>(),
    'Subscription Answered': props<SubscriptionReply>(),
    'Unsubscription Answered': props<SubscriptionReply>(),
    'Presence Received': props<{ readonly presence: PresenceBody }>(),
  },
});
