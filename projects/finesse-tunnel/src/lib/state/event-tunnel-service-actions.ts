import { createActionGroup, props } from '@ngrx/store';
import type { RememberedBackOff } from './connection-event';

/** What a caller of `EventTunnelService` asked for. No secret is ever in one of these. */
export const EventTunnelServiceActions = createActionGroup({
  source: 'Event Tunnel Service',
  events: {
    'Connect Requested': props<{
      readonly agentId: string;
      readonly at: number;
      /** How many hosts the configuration names; absent: one. */
      readonly hosts?: number;
      /** Absent: nothing is remembered, or a person asks, who is not to wait. */
      readonly backOff?: RememberedBackOff;
    }>(),
    'Disconnect Requested': props<{ readonly at: number }>(),
    'Watch Started': props<{ readonly node: string }>(),
    'Watch Stopped': props<{ readonly node: string }>(),
  },
});
