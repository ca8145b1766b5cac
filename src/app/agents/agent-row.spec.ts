import { type Agent, type Dialog } from 'finesse-tunnel';
import { agentRow, dialogsByExtension } from './agent-row';

const MARA: Agent = {
  id: '1001001',
  firstName: 'Mara',
  lastName: 'Lindqvist',
  state: 'NOT_READY',
  extension: '54101',
  teamId: '31',
  teamName: 'Harbour Desk',
};

const CALL: Dialog = {
  id: '7001',
  fromAddress: '+15550100',
  toAddress: '6001',
  mediaProperties: { queueName: 'Biscuit Billing' },
  participants: [
    { mediaAddress: '54101', state: 'ACTIVE' },
    { mediaAddress: '54102', state: 'DROPPED' },
  ],
};

describe('agentRow', () => {
  it('names the reason by its label, and the state that follows', () => {
    const row = agentRow({
      ...MARA,
      reasonCode: { label: 'Lunch', code: 204 },
      pendingState: 'LOGOUT',
    });

    expect(row.reason).toBe('Lunch, then signed out');
  });

  it('names the reason by its number where it has no label', () => {
    expect(agentRow({ ...MARA, reasonCode: { code: 50006 } }).reason).toBe('Code 50006');
  });

  it('has no reason when the server told there is none', () => {
    expect(agentRow({ ...MARA, reasonCode: null }).reason).toBe('');
  });

  it('names a call by queue and the other party', () => {
    expect(agentRow(MARA, { dialogs: [CALL] }).call).toBe('Biscuit Billing · +15550100');
  });

  it('takes the callee for the other party of a call the agent placed', () => {
    const placed = { id: '1', fromAddress: '54101', toAddress: '+15550111' };

    expect(agentRow(MARA, { dialogs: [placed] }).call).toBe('+15550111');
  });

  it('shows an agent of whom only the id is known', () => {
    const row = agentRow({ id: '1001001' });

    expect([row.name, row.state, row.stateWord, row.since]).toEqual([
      '1001001',
      'UNKNOWN',
      'Unknown',
      undefined,
    ]);
  });

  it('shows a state that this version does not know by its own word', () => {
    expect(agentRow({ ...MARA, state: 'LEVITATING' }).stateWord).toBe('LEVITATING');
  });
});

describe('dialogsByExtension', () => {
  it('finds a dialog by each party that has not left it', () => {
    const found = dialogsByExtension([CALL]);

    expect(found.get('54101')).toEqual([CALL]);
    expect(found.has('54102')).toBeFalse();
  });

  it('counts the dialog of a supervisor who listens as a call of the supervisor alone', () => {
    const monitoring: Dialog = {
      id: '7002',
      fromAddress: '54001',
      toAddress: '54101',
      mediaProperties: { callType: 'SUPERVISOR_MONITOR' },
      participants: [{ mediaAddress: '54001' }, { mediaAddress: '54101' }],
    };

    expect([...dialogsByExtension([monitoring]).keys()]).toEqual(['54001']);
  });

  it('finds every call of an agent, each once', () => {
    const consultation = { ...CALL, id: '7003' };
    const twice = {
      ...CALL,
      participants: [...(CALL.participants ?? []), { mediaAddress: '54101' }],
    };

    expect(dialogsByExtension([twice, consultation]).get('54101')).toEqual([twice, consultation]);
  });
});
