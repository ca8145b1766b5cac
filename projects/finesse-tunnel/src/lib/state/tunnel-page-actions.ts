import { createActionGroup, props } from '@ngrx/store';
import type { PresenceBody, SubscriptionReply, TunnelStatus } from 'finesse-tunnel/protocol';
import type { SystemInfo } from '../model/system-info';
import type { Domains } from './connection-event';

/** What the tunnel page said. */
export const TunnelPageActions = createActionGroup({
  source: 'Tunnel Page',
  events: {
    'Status Changed': props<{ readonly status: TunnelStatus | 'unknown'; readonly at: number }>(),
    'Resource Told': props<{ readonly resource: string }>(),
    'Subscription Answered': props<SubscriptionReply>(),
    'Unsubscription Answered': props<SubscriptionReply>(),
    /** The page of the next host is connected and subscribed, and took the place of the one before. */
    'Host Taken Over': props<{
      readonly hostIndex: number;
      readonly domains: Domains;
      readonly systemInfo: SystemInfo;
      /** Of `finesse` on that host, as far as it was told. */
      readonly presence: PresenceBody['type'] | undefined;
      readonly resource?: string;
      readonly at: number;
    }>(),
    'Presence Received': props<{ readonly presence: PresenceBody }>(),
  },
});
