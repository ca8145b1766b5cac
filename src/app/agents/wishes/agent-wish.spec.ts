import { type Agent, type Dialog } from 'finesse-tunnel';
import { isLegal, type StateWish } from './agent-wish';

const SUPERVISOR: Agent = {
  id: '1000001',
  roles: ['Agent', 'Supervisor'],
  teams: [{ id: '31', name: 'Harbour Desk' }],
};
const AGENT: Agent = { id: '1001001', roles: ['Agent'], teamId: '31' };
const STATES = ['LOGOUT', 'NOT_READY', 'READY', 'RESERVED', 'TALKING', 'HOLD', 'WORK', 'UNKNOWN'];

const from = (wish: StateWish, self: Agent, deployment?: string): readonly string[] =>
  STATES.filter((state) => isLegal(wish, { ...AGENT, state }, { self, deployment, dialogs: [] }));

describe('isLegal', () => {
  it('lets a supervisor do what the Finesse guide says, from each state', () => {
    expect(from('READY', SUPERVISOR)).toEqual(['NOT_READY', 'WORK']);
    expect(from('NOT_READY', SUPERVISOR)).toEqual(['READY', 'WORK']);
    expect(from('LOGOUT', SUPERVISOR)).toEqual([
      'NOT_READY',
      'READY',
      'RESERVED',
      'TALKING',
      'HOLD',
      'WORK',
    ]);
  });

  it('lets agents do it for themselves, with the call first', () => {
    expect(from('READY', AGENT)).toEqual(['NOT_READY', 'TALKING', 'HOLD', 'WORK']);
    expect(from('NOT_READY', AGENT)).toEqual(['READY', 'TALKING', 'HOLD', 'WORK']);
    expect(from('LOGOUT', AGENT)).toEqual(['NOT_READY']);
  });

  it('lets agents on UCCX sign out from ready, and ask for no ready during a call', () => {
    expect(from('LOGOUT', AGENT, 'UCCX')).toEqual(['NOT_READY', 'READY']);
    expect(from('READY', AGENT, 'UCCX')).toEqual(['NOT_READY', 'WORK']);
  });

  it('keeps a supervisor from agents of other teams, and agents from each other', () => {
    const stranger = { ...AGENT, teamId: '32', state: 'READY' };
    const mate = { ...AGENT, id: '1001002', state: 'READY' };

    expect(
      isLegal('NOT_READY', stranger, { self: SUPERVISOR, deployment: undefined, dialogs: [] }),
    ).toBeFalse();
    expect(
      isLegal('NOT_READY', mate, { self: AGENT, deployment: undefined, dialogs: [] }),
    ).toBeFalse();
  });

  it('allows nothing as long as nobody knows who asks', () => {
    const agent = { ...AGENT, state: 'READY' };

    expect(
      isLegal('NOT_READY', agent, { self: undefined, deployment: undefined, dialogs: [] }),
    ).toBeFalse();
  });
});

describe('isLegal in a call', () => {
  const supervisor = { ...SUPERVISOR, state: 'NOT_READY', extension: '54001' };
  const agent = { ...AGENT, state: 'TALKING', extension: '54101' };
  const party = (mediaAddress: string, state = 'ACTIVE') => ({ mediaAddress, state });
  const monitoring: Dialog = {
    id: '1',
    toAddress: '54101',
    mediaProperties: { callType: 'SUPERVISOR_MONITOR' },
    participants: [party('54001')],
  };
  const joined: Dialog = { id: '2', participants: [party('54101'), party('54001')] };
  const legal = (self: Agent, ...dialogs: Dialog[]): readonly string[] =>
    (['MONITOR', 'END_MONITOR', 'BARGE', 'DROP'] as const).filter((wish) =>
      isLegal(wish, agent, { self, deployment: undefined, dialogs }),
    );

  it('lets a supervisor who is not ready listen to an agent in a call', () => {
    expect(legal(supervisor)).toEqual(['MONITOR']);
    expect(legal({ ...supervisor, state: 'READY' })).toEqual([]);
    expect(legal({ ...supervisor, extension: '' })).toEqual([]);
  });

  it('lets the listener stop or join, and listen no second time', () => {
    expect(legal(supervisor, monitoring)).toEqual(['END_MONITOR', 'BARGE']);
  });

  it('lets whoever has joined drop the agent, and nobody else', () => {
    expect(legal({ ...supervisor, state: 'TALKING' }, joined)).toEqual(['DROP']);
    const left = { ...joined, participants: [party('54101'), party('54001', 'DROPPED')] };
    expect(legal({ ...supervisor, state: 'TALKING' }, left)).toEqual([]);
  });

  it('lets nobody listen to themselves', () => {
    const self = { ...supervisor, teamId: '31', state: 'TALKING' };
    const context = { self: { ...self, state: 'NOT_READY' }, deployment: undefined, dialogs: [] };

    expect(isLegal('MONITOR', self, context)).toBeFalse();
  });

  it('takes the monitoring of another agent for none of this one', () => {
    expect(legal(supervisor, { ...monitoring, toAddress: '54102' })).toEqual(['MONITOR']);
  });
});
