import { createActionGroup, props } from '@ngrx/store';
import type { WakeCause } from './wake-ups';

/** What did not come in time, and when to try again. Times in milliseconds since 1970. */
export const TunnelTimerActions = createActionGroup({
  source: 'Event Tunnel Timer',
  events: {
    'Loaded Overdue': props<{ readonly at: number }>(),
    'Connected Overdue': props<{ readonly at: number }>(),
    'Disconnected Overdue': props<{ readonly at: number }>(),
    'Retry Scheduled': props<{ readonly nextAttemptAt: number }>(),
    'Retry Due': props<{ readonly at: number }>(),
    /** The network, the tab or the machine is back. */
    'Woke Up': props<{ readonly cause: WakeCause; readonly at: number }>(),
    /** The host in use does not serve, another one does. */
    'Other Host Usable': props<{ readonly at: number }>(),
    'Subscription Reply Overdue': props<{ readonly node: string }>(),
  },
});
