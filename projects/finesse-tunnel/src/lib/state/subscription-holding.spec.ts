import { type Subscriptions, unwatched } from './subscriptions';

const NODE = '/finesse/api/User/2101';

describe('a watcher who leaves while an unsubscribe is under way', () => {
  it('sends no second one', () => {
    const before: Subscriptions = {
      [NODE]: { node: NODE, state: 'unsubscribing', watchers: 1 },
    };

    expect(unwatched(before, NODE, false)[NODE]).toEqual({
      node: NODE,
      state: 'unsubscribing',
      watchers: 0,
    });
  });
});
