import type { Action } from '@ngrx/store';
import {
  type EventTunnelState,
  FinesseActions,
  FinesseApiActions,
  type Notification,
} from 'finesse-tunnel';
import type { RecordingEntry } from './recording';

/** One step of a replay: an action for all reducers, or a change of what only the library's state knows. */
export type ReplayStep = Action | ((state: EventTunnelState) => EventTunnelState);

/** What entries do to a store, in their order; events that follow each other are one action, as those of a frame are. */
export function replaySteps(
  entries: readonly RecordingEntry[],
  startedAt: number,
): readonly ReplayStep[] {
  const steps: ReplayStep[] = [];
  let notifications: Notification[] = [];
  const flush = (): void => {
    if (notifications.length > 0) {
      steps.push(FinesseActions.notificationsReceived({ notifications }));
      notifications = [];
    }
  };
  for (const entry of entries) {
    if (entry.kind === 'event') {
      notifications.push(...entry.notifications);
    } else {
      flush();
      const step = stepOf(entry, startedAt);
      if (step !== undefined) {
        steps.push(step);
      }
    }
  }
  flush();
  return steps;
}

function stepOf(
  entry: Exclude<RecordingEntry, { readonly kind: 'event' }>,
  startedAt: number,
): ReplayStep | undefined {
  switch (entry.kind) {
    case 'snapshot': {
      const { at, node, snapshot, requestedAt } = entry;
      const receivedAt = startedAt + at;
      return FinesseApiActions.snapshotLoaded({ node, snapshot, requestedAt, receivedAt });
    }
    case 'status': {
      const { status } = entry;
      return (state) => ({
        ...state,
        connection: { ...state.connection, status },
        finessePresence: status.phase === 'connected' ? state.finessePresence : undefined,
      });
    }
    case 'presence':
      return (state) => ({ ...state, finessePresence: entry.presence });
    case 'subscription':
      return (state) => ({ ...state, subscriptions: subscribed(state, entry) });
    case 'unreadable':
      return undefined;
  }
}

function subscribed(
  { subscriptions }: EventTunnelState,
  { node, state }: Extract<RecordingEntry, { readonly kind: 'subscription' }>,
): EventTunnelState['subscriptions'] {
  const { [node]: _before, ...others } = subscriptions;
  return state === null ? others : { ...others, [node]: { node, state, watchers: 1 } };
}
