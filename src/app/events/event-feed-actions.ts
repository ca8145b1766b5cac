import { createActionGroup, emptyProps } from '@ngrx/store';

/** What somebody did with the feed. */
export const EventFeedActions = createActionGroup({
  source: 'Event Feed',
  events: { Cleared: emptyProps() },
});
