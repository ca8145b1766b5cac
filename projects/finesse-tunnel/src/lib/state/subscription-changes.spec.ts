import { Subject } from 'rxjs';
import { type SubscriptionChange, subscriptionChanges } from './subscription-changes';
import {
  connectionStands,
  type Subscriptions,
  subscriptionAnswered,
  unwatched,
  watched,
} from './subscriptions';

describe('subscriptionChanges', () => {
  function setup() {
    const all$ = new Subject<Subscriptions>();
    const told: (readonly SubscriptionChange[])[] = [];
    subscriptionChanges(all$).subscribe((changes) => told.push(changes));
    return { all$, told };
  }

  it('tells each move of one node, and nothing of a second watcher', () => {
    const { all$, told } = setup();
    const wished = watched({}, 'a', true);
    const twice = watched(wished, 'a', true);
    const granted = subscriptionAnswered(twice, { node: 'a' });

    [wished, twice, granted].forEach((all) => all$.next(all));

    expect(told).toEqual([
      [{ node: 'a', to: 'subscribing' }],
      [],
      [{ node: 'a', to: 'subscribed' }],
    ]);
  });

  it('tells that a node is gone', () => {
    const { all$, told } = setup();
    const wished = watched({}, 'a', false);

    [wished, unwatched(wished, 'a', false)].forEach((all) => all$.next(all));

    expect(told[1]).toEqual([{ node: 'a', to: undefined }]);
  });

  it('compares all nodes where it did not see every step', () => {
    const { all$, told } = setup();
    const first = watched({}, 'a', false);
    const between = watched(first, 'b', false);

    [first, watched(between, 'c', false), connectionStands(between)].forEach((all) =>
      all$.next(all),
    );

    expect(told[1]?.map(({ node }) => node)).toEqual(['b', 'c']);
    expect(told[2]).toEqual([
      { node: 'a', to: 'subscribing' },
      { node: 'b', to: 'subscribing' },
      { node: 'c', to: undefined },
    ]);
  });
});
