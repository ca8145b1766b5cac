import { createFeature, createReducer, on } from '@ngrx/store';
import { FinesseActions, FinesseApiActions } from 'finesse-tunnel';
import { SessionActions } from '../session/session-actions';
import { EventFeedActions } from './event-feed-actions';
import { EMPTY_LOG, type FeedLog, logged } from './feed-log';

/** The events of the session, as far as the limit allows; what they changed is worked out by whoever shows them. */
export interface FeedState {
  readonly log: FeedLog;
  /** How many events there were since the feed was last cleared. */
  readonly total: number;
  /** How many there were at all. */
  readonly seen: number;
}

const EMPTY: FeedState = { log: EMPTY_LOG, total: 0, seen: 0 };

/** Every notification of the session. Costs what comes in, not what it holds. */
export const feedFeature = createFeature({
  name: 'feed',
  reducer: createReducer(
    EMPTY,
    on(
      FinesseActions.notificationsReceived,
      ({ log, total, seen }, { notifications }): FeedState => {
        const items = notifications.map((notification, index) => ({
          position: log.nextPosition + index,
          number: seen + index + 1,
          notification,
        }));
        const count = items.length;
        return { log: logged(log, items), total: total + count, seen: seen + count };
      },
    ),
    on(FinesseApiActions.snapshotLoaded, (state, { snapshot }): FeedState => ({
      ...state,
      log: logged(state.log, [{ position: state.log.nextPosition, snapshot }]),
    })),
    on(EventFeedActions.cleared, (state): FeedState => ({
      ...state,
      log: { ...EMPTY_LOG, nextPosition: state.log.nextPosition },
      total: 0,
    })),
    on(SessionActions.closed, (): FeedState => EMPTY),
  ),
});
