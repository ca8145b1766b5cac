import { SubscriptionUnion } from './subscription-union';

const NODE = '/finesse/api/Team/31/Users';

describe('SubscriptionUnion', () => {
  it('asks the page once, for the first', () => {
    const union = new SubscriptionUnion();

    expect([union.add(NODE, 'a', 0), union.add(NODE, 'b', 0)]).toEqual(['ask', 'wait']);
    expect(union.subscribed(NODE, true, 1)).toEqual(['a', 'b']);
    expect(union.add(NODE, 'c', 2)).toBe('done');
  });

  it('asks anew after a refusal', () => {
    const union = new SubscriptionUnion();
    union.add(NODE, 'a', 0);
    union.subscribed(NODE, false, 1);

    expect(union.add(NODE, 'b', 2)).toBe('ask');
  });

  it('takes it back with the last', () => {
    const union = standing('a', 'b');

    expect(union.remove(NODE, 'a', 2)).toBe('done');
    expect(union.remove(NODE, 'b', 2)).toBe('ask');
    expect(union.unsubscribed(NODE, 3)).toEqual({ left: ['b'], isWanted: false });
    expect(union.remove(NODE, 'b', 4)).toBe('done');
  });

  it('waits until a node is out before it asks for it again', () => {
    const union = standing('a');
    union.remove(NODE, 'a', 2);

    expect(union.add(NODE, 'b', 3)).toBe('wait');
    expect(union.subscribed(NODE, true, 3)).toEqual([]);
    expect(union.unsubscribed(NODE, 4)).toEqual({ left: ['a'], isWanted: true });
    expect(union.subscribed(NODE, true, 5)).toEqual(['b']);
  });

  it('does not wait for ever for a page that does not answer', () => {
    const union = standing('a');
    union.remove(NODE, 'a', 2);

    expect(union.add(NODE, 'a', 10_002)).toBe('ask');
  });

  it('gives what nobody wants any more when a tab is gone', () => {
    const union = standing('a', 'b');
    union.add('/finesse/api/User/1', 'b', 2);

    expect(union.removeAll('b', 3)).toEqual(['/finesse/api/User/1']);
    expect(union.unsubscribed('/finesse/api/User/1', 4)).toEqual({ left: [], isWanted: false });
  });

  it('forgets everything with the session', () => {
    const union = standing('a');
    union.reset();

    expect(union.add(NODE, 'a', 3)).toBe('ask');
  });

  it('holds no more than there can be', () => {
    const union = new SubscriptionUnion();
    for (let node = 0; node < 10_000; node++) {
      union.add(String(node), 'a', 0);
    }

    expect(union.add(NODE, 'a', 0)).toBe('full');
    expect(union.add('17', 'b', 0)).toBe('wait');
  });
});

function standing(...who: readonly string[]): SubscriptionUnion {
  const union = new SubscriptionUnion();
  who.forEach((tab) => union.add(NODE, tab, 0));
  union.subscribed(NODE, true, 1);
  return union;
}
