import { createActionGroup, props } from '@ngrx/store';

/** What the connection meant for what is known. Times in milliseconds since 1970 on the server's clock. */
export const HistoryActions = createActionGroup({
  source: 'History',
  events: {
    'Sight Lost': props<{ readonly at: number }>(),
    'Sight Regained': props<{ readonly at: number }>(),
  },
});
