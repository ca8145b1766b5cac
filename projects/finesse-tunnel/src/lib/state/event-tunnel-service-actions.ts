import { createActionGroup, props } from '@ngrx/store';

/** What a caller of `EventTunnelService` asked for. No secret is ever in one of these. */
export const EventTunnelServiceActions = createActionGroup({
  source: 'Event Tunnel Service',
  events: {
    'Connect Requested': props<{ readonly agentId: string; readonly at: number }>(),
    'Disconnect Requested': props<{ readonly at: number }>(),
    'Watch Started': props<{ readonly node: string }>(),
    'Watch Stopped': props<{ readonly node: string }>(),
  },
});
