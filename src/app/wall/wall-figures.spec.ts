import { lastEventAt, stateCounts, wallFigures, wallQueues } from './wall-figures';

const QUEUES = [
  { id: '10', name: 'Sales', statistics: { callsInQueue: 2, startTimeOfLongestCallInQueue: 500 } },
  { id: '11', name: 'Care', statistics: { callsInQueue: 3, startTimeOfLongestCallInQueue: 400 } },
  { id: '12', name: 'Empty desk', statistics: { callsInQueue: -1, agentsReady: -1 } },
];
const AGENTS = ['READY', 'READY', 'TALKING', 'HOLD', 'NOT_READY', 'LOGOUT'].map((state, index) => ({
  id: String(index),
  state,
}));

describe('the figures of the wall', () => {
  it('add up callers and agents, and leave queues out that nobody is assigned to', () => {
    expect(wallFigures(AGENTS, wallQueues(QUEUES))).toEqual({
      waiting: 5,
      longestSince: 400,
      ready: 2,
      talking: 2,
      notReady: 1,
      signedIn: 5,
    });
  });

  it('count agents by state, the most first', () => {
    expect(stateCounts(AGENTS)[0]).toEqual({ state: 'READY', count: 2 });
    expect(stateCounts(AGENTS).length).toBe(5);
  });

  it('put the queue with most callers first and the unassigned one last', () => {
    expect(wallQueues(QUEUES).map(({ id, waiting }) => [id, waiting])).toEqual([
      ['11', 3],
      ['10', 2],
      ['12', undefined],
    ]);
  });

  it('know how old they are by the nodes they come from', () => {
    const node = (name: string, lastEventAt?: number) => ({
      node: `/finesse/api/${name}`,
      state: 'subscribed' as const,
      watchers: 1,
      events: 1,
      ...(lastEventAt === undefined ? {} : { lastEventAt }),
    });
    const subscriptions = [node('Team/31/Users', 7), node('Queue/10', 5), node('User/1/Queues', 6)];

    expect(lastEventAt(subscriptions, 'agents')).toBe(7);
    expect(lastEventAt(subscriptions, 'queues')).toBe(6);
    expect(lastEventAt([node('Queue/10')], 'queues')).toBeUndefined();
  });
});
