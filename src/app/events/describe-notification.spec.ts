import { type Notification, type NotificationEvent } from 'finesse-tunnel';
import { describeNotification } from './describe-notification';
import { type KnownAgents } from './known-agents';

const KNOWN: KnownAgents = new Map([['1001001', { name: 'Mara Lindqvist', state: 'READY' }]]);

const envelope = (event: NotificationEvent = 'PUT') => ({
  node: '/finesse/api/User/1001001',
  event,
  requestId: '',
  source: '',
  receivedAt: 0,
  xml: '',
});

const CALL = {
  id: '7001',
  fromAddress: '+15550100',
  toAddress: '6001',
  state: 'ACTIVE',
  mediaProperties: { queueName: 'Biscuit Billing' },
};

const CASES: readonly { readonly text: string; readonly notification: Notification }[] = [
  {
    text: 'Mara Lindqvist: Ready → Not ready (Lunch)',
    notification: {
      ...envelope(),
      kind: 'user',
      agent: { id: '1001001', state: 'NOT_READY', reasonCode: { label: 'Lunch' } },
    },
  },
  {
    text: 'Mara Lindqvist: data changed, then signed out',
    notification: { ...envelope(), kind: 'user', agent: { id: '1001001', pendingState: 'LOGOUT' } },
  },
  {
    text: 'Mara Lindqvist was removed',
    notification: { ...envelope('DELETE'), kind: 'user', agent: { id: '1001001' } },
  },
  {
    text: 'Team Harbour Desk: 2 agents told',
    notification: {
      ...envelope(),
      kind: 'team-users',
      teamId: '31',
      snapshot: true,
      team: { id: '31', name: 'Harbour Desk' },
      agents: [{ id: '1' }, { id: '2' }],
    },
  },
  {
    text: 'Mara Lindqvist: +15550100 → 6001 (Biscuit Billing) arrived',
    notification: { ...envelope('POST'), kind: 'dialogs', agentId: '1001001', dialogs: [CALL] },
  },
  {
    text: 'Mara Lindqvist: +15550100 → 6001 (Biscuit Billing) ended',
    notification: { ...envelope('DELETE'), kind: 'dialogs', agentId: '1001001', dialogs: [CALL] },
  },
  {
    text: '+15550100 → 6001 (Biscuit Billing): Active',
    notification: { ...envelope(), kind: 'dialog', agentId: '1001001', dialog: CALL },
  },
  {
    text: 'Biscuit Billing: nobody is assigned',
    notification: {
      ...envelope(),
      kind: 'queue',
      queue: { id: '41', name: 'Biscuit Billing', statistics: { callsInQueue: -1 } },
    },
  },
  {
    text: 'Queues taken from Mara Lindqvist: Biscuit Billing, 42',
    notification: {
      ...envelope('DELETE'),
      kind: 'queues',
      agentId: '1001001',
      queues: [{ id: '41', name: 'Biscuit Billing' }, { id: '42' }],
    },
  },
  {
    text: 'Finesse is out of service',
    notification: { ...envelope(), kind: 'system-info', systemInfo: { status: 'OUT_OF_SERVICE' } },
  },
  {
    text: 'Invalid Device: CF_INVALID',
    notification: {
      ...envelope(),
      kind: 'api-errors',
      errors: [{ errorType: 'Invalid Device', errorMessage: 'CF_INVALID' }],
    },
  },
  {
    text: 'Novelty: not known to this version',
    notification: { ...envelope(), kind: 'unknown', resource: 'Novelty' },
  },
];

describe('describeNotification', () => {
  for (const { text, notification } of CASES) {
    it(`says "${text}"`, () => {
      expect(describeNotification(notification, KNOWN)).toBe(text);
    });
  }
});
