import { type Agent } from 'finesse-tunnel';
import { planWatches, type WatchPlanFacts } from './watch-plan';
import { watchesFeature } from './watches-feature';
import { AgentsInViewActions, NodesPageActions, SessionActions } from './session-actions';

const API = '/finesse/api';
const SUPERVISOR: Agent = {
  id: '1000001',
  roles: ['Agent', 'Supervisor'],
  teams: [{ id: '31', name: 'Harbour Desk' }],
};

function plan(facts: Partial<WatchPlanFacts>): readonly string[] {
  return planWatches({
    agentId: '1000001',
    self: SUPERVISOR,
    agents: [],
    inView: [],
    queues: [],
    hasQueues: true,
    ...facts,
  });
}

describe('planWatches', () => {
  it('watches only their own nodes for an agent', () => {
    expect(
      plan({ self: { id: '1000001', roles: ['Agent'] }, agents: [{ id: '1001001' }] }),
    ).toEqual([`${API}/SystemInfo`, `${API}/User/1000001`, `${API}/User/1000001/Dialogs`]);
  });

  it('adds teams, queues and dialogs of the agents for a supervisor', () => {
    const nodes = plan({ agents: [{ id: '1001001' }], queues: [{ id: '41' }] });

    expect(nodes.slice(3)).toEqual([
      `${API}/Team/31/Users`,
      `${API}/User/1000001/Queues`,
      `${API}/Queue/41`,
      `${API}/User/1001001/Dialogs`,
    ]);
  });

  it('leaves queues alone where the server publishes none', () => {
    const nodes = plan({ queues: [{ id: '41' }], hasQueues: false });

    expect(nodes.filter((node) => node.includes('Queue'))).toEqual([]);
  });

  it('watches the dialogs of those on the screen in a large contact centre, and of nobody else', () => {
    const agents = Array.from({ length: 61 }, (_, n) => ({ id: String(1001001 + n) }));

    const nodes = plan({ agents, inView: ['1001005'] });

    expect(nodes).toContain(`${API}/User/1001005/Dialogs`);
    expect(nodes).not.toContain(`${API}/User/1001001/Dialogs`);
  });
});

describe('the watches made by hand', () => {
  const { reducer } = watchesFeature;
  const initial = reducer(undefined, { type: 'init' });
  const node = `${API}/User/1001001`;

  it('holds a node once, however often it is asked for', () => {
    const once = reducer(initial, NodesPageActions.subscribeRequested({ node }));

    expect(reducer(once, NodesPageActions.subscribeRequested({ node })).added).toEqual([node]);
  });

  it('drops an unsubscribed node until it is asked for again', () => {
    const dropped = reducer(initial, NodesPageActions.unsubscribeRequested({ node }));
    const back = reducer(dropped, NodesPageActions.subscribeRequested({ node }));

    expect(dropped).toEqual({ added: [], dropped: [node], inView: [] });
    expect(back).toEqual({ added: [node], dropped: [], inView: [] });
  });

  it('forgets them with the session', () => {
    const added = reducer(initial, NodesPageActions.subscribeRequested({ node }));

    expect(reducer(added, SessionActions.closed())).toEqual(initial);
  });
});

describe('the agents in view', () => {
  const { reducer } = watchesFeature;
  const seen = (state: ReturnType<typeof reducer>, ...agentIds: string[]) =>
    reducer(state, AgentsInViewActions.changed({ agentIds }));
  const none = reducer(undefined, { type: 'init' });

  it('stay for a while after they left the screen, the latest first', () => {
    expect(seen(seen(none, 'a', 'b'), 'c').inView).toEqual(['c', 'a', 'b']);
  });

  it('change nothing when they are known, however often they are told', () => {
    const state = seen(none, 'a', 'b');

    expect(seen(state, 'b')).toBe(state);
  });

  it('are forgotten from the oldest on', () => {
    const many = Array.from({ length: 120 }, (_, n) => `old${n}`);

    const { inView } = seen(seen(none, ...many), 'new');

    expect([inView.length, inView[0], inView.includes('old119')]).toEqual([120, 'new', false]);
  });
});
