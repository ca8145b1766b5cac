import { queueNode } from 'finesse-tunnel/protocol';
import { makeContactCenter } from './testing/make-contact-center';

function setup(options: Parameters<typeof makeContactCenter>[0] = {}) {
  const tested = makeContactCenter({ agents: 4, teams: 2, queues: 2, ...options });
  const nodes = () =>
    tested.published.map(({ node }) => node).filter((node) => node.includes('/Queue/'));
  const figures = (queue = 0) => tested.contactCenter.truth().queues[queue]?.statistics;
  return { ...tested, nodes, figures };
}

describe('The figures of a queue', () => {
  it('are published every 10 s, and only when they changed', () => {
    const { contactCenter, clock, nodes } = setup();
    clock.advance(10_000);
    const atRest = nodes();
    contactCenter.agents.signIn('1001001', '1001001');
    clock.advance(9_999);
    const early = nodes();

    clock.advance(1);
    const inTime = nodes();
    clock.advance(20_000);

    expect([atRest, early]).toEqual([[], []]);
    expect(inTime).toEqual([queueNode('41'), queueNode('42')]);
    expect(nodes()).toEqual(inTime);
  });

  it('count who does what, and who waits since when', () => {
    const { contactCenter, clock, figures } = setup();
    for (const id of ['1001001', '1001002', '1001003']) {
      contactCenter.agents.signIn(id, id);
    }
    contactCenter.agents.request('1001001', { state: 'READY', by: 'self' });
    const placed = contactCenter.createDialog({ from: '+15550100', to: '6000' });
    const dialogId = placed.ok ? placed.value : '';
    contactCenter.switchboard.control.answer({ dialogId, agentId: '1001001' });
    contactCenter.createDialog({ from: '1001002', to: '+15550101' });
    clock.advance(1500);
    contactCenter.createDialog({ from: '+15550102', to: '6000' });
    contactCenter.createDialog({ from: '+15550103', to: '6000' });

    clock.advance(10_000);

    expect(figures()).toEqual({
      callsInQueue: 2,
      startTimeOfLongestCallInQueue: '2026-03-02T08:00:01Z',
      agentsReady: 0,
      agentsNotReady: 1,
      agentsBusyOther: 0,
      agentsLoggedOn: 3,
      agentsTalkingInbound: 1,
      agentsTalkingOutbound: 1,
      agentsTalkingInternal: 0,
      agentsWrapUpNotReady: 0,
      agentsWrapUpReady: 0,
    });
    expect(figures(1)?.agentsBusyOther).toBe(1);
  });

  it('are -1 throughout when nobody serves the queue', () => {
    const { figures } = setup({ agents: 0, teams: 1, queues: 1 });

    expect(new Set(Object.values(figures() ?? {}))).toEqual(new Set([-1, '']));
  });

  it('are never published on Unified CCX', () => {
    const { contactCenter, clock, nodes, figures } = setup({ deployment: 'uccx' });
    contactCenter.agents.signIn('1001001', '1001001');

    clock.advance(20_000);

    expect(figures()?.agentsLoggedOn).toBe(1);
    expect(nodes()).toEqual([]);
  });
});
