import type { NodeSubscriptionState } from '../model/node-subscription';
import {
  connectionLost,
  connectionStands,
  replyOverdue,
  subscriptionAnswered,
  type Subscriptions,
  subscriptionTo,
  unsubscriptionAnswered,
  unwatched,
  watched,
} from './subscriptions';

const NODE = '/finesse/api/Team/31/Users';

type Step = (all: Subscriptions) => Subscriptions;
const watch: Step = (all) => watched(all, NODE, true);
const unwatch: Step = (all) => unwatched(all, NODE, true);
const accept: Step = (all) => subscriptionAnswered(all, { node: NODE });
const refuse: Step = (all) => subscriptionAnswered(all, { node: NODE, error: '<ApiErrors/>' });
const taken: Step = (all) => unsubscriptionAnswered(all, NODE);
const silence: Step = (all) => replyOverdue(all, NODE);

function after(...steps: readonly Step[]): Subscriptions {
  return steps.reduce<Subscriptions>((all, step) => step(all), {});
}

function stateAfter(...steps: readonly Step[]): NodeSubscriptionState | undefined {
  return subscriptionTo(after(...steps), NODE)?.state;
}

describe('the subscription to a node', () => {
  const paths: readonly {
    readonly given: string;
    readonly steps: readonly Step[];
    readonly leads: NodeSubscriptionState | undefined;
  }[] = [
    { given: 'the first watcher', steps: [watch], leads: 'subscribing' },
    { given: 'a granted request', steps: [watch, accept], leads: 'subscribed' },
    { given: 'a refused request', steps: [watch, refuse], leads: 'refused' },
    { given: 'silence', steps: [watch, silence], leads: 'unanswered' },
    { given: 'a late grant', steps: [watch, silence, accept], leads: 'subscribed' },
    { given: 'a late refusal', steps: [watch, silence, refuse], leads: 'refused' },
    { given: 'a second watcher', steps: [watch, accept, watch], leads: 'subscribed' },
    {
      given: 'one of two watchers gone',
      steps: [watch, watch, accept, unwatch],
      leads: 'subscribed',
    },
    { given: 'the last watcher gone', steps: [watch, accept, unwatch], leads: 'unsubscribing' },
    { given: 'a watcher gone before the answer', steps: [watch, unwatch], leads: 'unsubscribing' },
    {
      given: 'a watcher gone after silence',
      steps: [watch, silence, unwatch],
      leads: 'unsubscribing',
    },
    { given: 'a watcher gone after a refusal', steps: [watch, refuse, unwatch], leads: undefined },
    { given: 'an end confirmed', steps: [watch, accept, unwatch, taken], leads: undefined },
    { given: 'an end never confirmed', steps: [watch, accept, unwatch, silence], leads: undefined },
    {
      given: 'a watcher who comes while the end is under way',
      steps: [watch, accept, unwatch, watch],
      leads: 'unsubscribing',
    },
    {
      given: 'that watcher, once the end is confirmed',
      steps: [watch, accept, unwatch, watch, taken],
      leads: 'subscribing',
    },
    {
      given: 'that watcher, when the end is never confirmed',
      steps: [watch, accept, unwatch, watch, silence],
      leads: 'subscribing',
    },
    {
      given: 'that watcher gone again before',
      steps: [watch, accept, unwatch, watch, unwatch, taken],
      leads: undefined,
    },
    {
      given: 'the answer to the first request after its end was asked for',
      steps: [watch, unwatch, accept],
      leads: 'unsubscribing',
    },
    { given: 'a repeated grant', steps: [watch, accept, accept], leads: 'subscribed' },
    { given: 'an end nobody asked for', steps: [watch, accept, taken], leads: 'subscribed' },
    { given: 'a grant nobody asked for', steps: [accept], leads: undefined },
    { given: 'a wait that is over', steps: [watch, accept, silence], leads: 'subscribed' },
    { given: 'a lost connection', steps: [watch, accept, connectionLost], leads: 'wanted' },
    { given: 'a connection lost while asking', steps: [watch, connectionLost], leads: 'wanted' },
    {
      given: 'a connection lost while taking back',
      steps: [watch, accept, unwatch, connectionLost],
      leads: undefined,
    },
    {
      given: 'a connection lost while somebody waits for the end',
      steps: [watch, accept, unwatch, watch, connectionLost],
      leads: 'wanted',
    },
    {
      given: 'a refused node after a reconnect',
      steps: [watch, refuse, connectionLost, connectionStands],
      leads: 'subscribing',
    },
    {
      given: 'another session that nobody announced the end of',
      steps: [watch, accept, connectionStands],
      leads: 'subscribing',
    },
  ];
  for (const { given, steps, leads } of paths) {
    it(`is ${leads ?? 'gone'} given ${given}`, () => {
      expect(stateAfter(...steps)).toBe(leads);
    });
  }

  it('waits for the connection when there is none, and goes with its watcher', () => {
    const waiting = watched({}, NODE, false);

    expect(subscriptionTo(waiting, NODE)?.state).toBe('wanted');
    expect(unwatched(waiting, NODE, false)).toEqual({});
  });

  it("keeps the server's reason, and drops it with the next try", () => {
    const reason = '<apiErrors><apiError><errorType>Forbidden</errorType></apiError></apiErrors>';
    const refused = subscriptionAnswered(after(watch), { node: NODE, error: reason });

    expect(subscriptionTo(refused, NODE)?.error).toEqual(
      jasmine.objectContaining({ code: 'subscription-refused', xml: reason }),
    );
    expect(subscriptionTo(connectionStands(refused), NODE)?.error).toBeUndefined();
  });

  it('says of silence that it was silence', () => {
    expect(subscriptionTo(after(watch, silence), NODE)?.error?.code).toBe(
      'subscription-unanswered',
    );
  });

  it('does not go below no watchers', () => {
    expect(after(unwatch)).toEqual({});
    expect(subscriptionTo(after(watch, accept, unwatch, unwatch), NODE)?.watchers).toBe(0);
  });

  it('is none where only the prototype has the name', () => {
    expect(subscriptionTo({}, 'constructor')).toBeUndefined();
    expect(subscriptionTo(watched({}, '__proto__', true), '__proto__')?.watchers).toBe(1);
  });
});
