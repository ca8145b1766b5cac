import { createFeature, createReducer, on } from '@ngrx/store';
import { type Agent, FinesseActions, FinesseApiActions, type Notification } from 'finesse-tunnel';
import { SessionActions } from '../session/session-actions';
import { describeNotification } from './describe-notification';
import { EventFeedActions } from './event-feed-actions';
import { agentsIn, type KnownAgent, learn } from './known-agents';

/** How many events the feed keeps; the oldest go first. */
export const FEED_LIMIT = 1000;

/** One event of the feed. */
export interface FeedEntry {
  /** Counts up; never used twice in a session. */
  readonly number: number;
  readonly notification: Notification;
  readonly text: string;
}

/** The feed, newest first. */
export interface FeedState {
  readonly entries: readonly FeedEntry[];
  /** What is shown while paused. The entries go on behind it. */
  readonly held: readonly FeedEntry[] | undefined;
  /** How many events there were since the feed was last cleared. */
  readonly total: number;
  readonly nextNumber: number;
  readonly known: ReadonlyMap<string, KnownAgent>;
}

const EMPTY: FeedState = {
  entries: [],
  held: undefined,
  total: 0,
  nextNumber: 1,
  known: new Map(),
};

/** Every notification of the session, as far as the limit allows. */
export const feedFeature = createFeature({
  name: 'feed',
  reducer: createReducer(
    EMPTY,
    on(FinesseActions.notificationsReceived, (state, { notifications }): FeedState =>
      add(state, notifications),
    ),
    on(FinesseApiActions.snapshotLoaded, (state, { snapshot }): FeedState =>
      snapshot.kind === 'team-users'
        ? remember(state, snapshot.agents)
        : snapshot.kind === 'user'
          ? remember(state, [snapshot.agent])
          : state,
    ),
    on(EventFeedActions.paused, (state): FeedState => ({ ...state, held: state.entries })),
    on(EventFeedActions.resumed, (state): FeedState => ({ ...state, held: undefined })),
    on(EventFeedActions.cleared, (state): FeedState => ({
      ...state,
      entries: [],
      held: state.held === undefined ? undefined : [],
      total: 0,
    })),
    on(SessionActions.closed, (): FeedState => EMPTY),
  ),
});

function add(state: FeedState, notifications: readonly Notification[]): FeedState {
  const known = new Map(state.known);
  const added = notifications.map((notification, index) => {
    const text = describeNotification(notification, known);
    for (const agent of agentsIn(notification)) {
      known.set(agent.id, learn(known.get(agent.id), agent));
    }
    return { number: state.nextNumber + index, notification, text };
  });
  return {
    ...state,
    entries: [...added.reverse(), ...state.entries].slice(0, FEED_LIMIT),
    total: state.total + added.length,
    nextNumber: state.nextNumber + added.length,
    known,
  };
}

function remember(state: FeedState, agents: readonly Agent[]): FeedState {
  const known = new Map(state.known);
  for (const agent of agents) {
    known.set(agent.id, learn(known.get(agent.id), agent));
  }
  return { ...state, known };
}
