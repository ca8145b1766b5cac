import type { UnknownNotification } from '../model/notification';
import { entityOf } from './collection';
import { eventsSeen, heardSinceWatched, NOTHING_HEARD, withEvents } from './node-events';
import { watched } from './subscriptions';

const NODE = '/finesse/api/Team/31/Users';
const WATCHED = watched({}, NODE, true);

function notificationOn(node: string, receivedAt: number): UnknownNotification {
  return {
    kind: 'unknown',
    node,
    event: 'PUT',
    requestId: '',
    source: '',
    receivedAt,
    xml: '',
    resource: 'novelty',
  };
}

describe('what was heard of a node', () => {
  const twice = eventsSeen(NOTHING_HEARD, WATCHED, [
    notificationOn(NODE, 10),
    notificationOn('/finesse/api/User/2101', 11),
    notificationOn(NODE, 12),
  ]);

  it('is counted in one go, and nothing for nodes nobody watches', () => {
    expect(twice.size).toBe(1);
    expect(entityOf(twice, NODE)).toEqual({ id: NODE, events: 2, lastEventAt: 12 });
  });

  it('goes on from batch to batch, and is the same where nothing was heard', () => {
    const later = eventsSeen(twice, WATCHED, [notificationOn(NODE, 20)]);

    expect(entityOf(later, NODE)).toEqual({ id: NODE, events: 3, lastEventAt: 20 });
    expect(eventsSeen(later, WATCHED, [])).toBe(later);
  });

  it('begins anew where nobody watched, not with a second watcher', () => {
    expect(heardSinceWatched(twice, WATCHED, NODE)).toBe(twice);
    expect(heardSinceWatched(twice, {}, NODE).size).toBe(0);
  });

  it('stands in the subscription that others see', () => {
    const [subscription] = Object.values(WATCHED);
    if (subscription === undefined) {
      throw new Error('nothing is watched');
    }

    expect(withEvents(subscription, entityOf(twice, NODE))).toEqual({
      node: NODE,
      state: 'subscribing',
      watchers: 1,
      events: 2,
      lastEventAt: 12,
    });
    expect(withEvents(subscription, undefined).events).toBe(0);
  });
});
