import { createActionGroup, props } from '@ngrx/store';
import type { Notification } from '../model/notification';

/** What changed in the contact centre, as notifications told it. */
export const FinesseActions = createActionGroup({
  source: 'Finesse',
  events: {
    /** All notifications of one animation frame, in the order in which they came; none is left out. */
    'Notifications Received': props<{ readonly notifications: readonly Notification[] }>(),
  },
});
