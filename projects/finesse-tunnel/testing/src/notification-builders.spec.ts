import { type Notification, readNotifications } from 'finesse-tunnel';
import {
  apiErrorsUpdate,
  devicesUpdate,
  dialogsUpdate,
  dialogUpdate,
  mediaUpdate,
  queuesUpdate,
  queueUpdate,
  systemInfoUpdate,
  teamMessageUpdate,
  teamUpdate,
  userUpdate,
} from './notification-builders';

const AT = Date.parse('2026-03-02T08:15:30.250Z');
const AGENT = {
  id: '1001',
  firstName: 'Mara',
  lastName: 'Lindqvist & Co',
  roles: ['Agent', 'Supervisor'],
  state: 'NOT_READY',
  stateChangeTime: AT,
  reasonCode: { id: '34', code: 204, label: 'Lunch', forAll: true },
  teams: [{ id: '31', name: 'Harbour Desk' }],
  dialogsUri: '/finesse/api/User/1001/Dialogs',
};
const DIALOG = {
  id: '77001',
  state: 'ACTIVE',
  mediaProperties: { dnis: '6000', callVariables: [{ name: 'callVariable1', value: '<7>' }] },
  participants: [
    { mediaAddress: '54101', state: 'ACTIVE', startTime: AT, actions: ['HOLD', 'DROP'] },
  ],
};
const QUEUE = {
  id: '41',
  name: 'Billing',
  statistics: { callsInQueue: 7, startTimeOfLongestCallInQueue: AT },
};

const CASES: readonly { readonly what: string; readonly xml: string; readonly told: object }[] = [
  {
    what: 'an agent',
    xml: userUpdate(AGENT),
    told: { kind: 'user', event: 'PUT', agent: AGENT },
  },
  {
    what: 'an agent who is gone',
    xml: userUpdate({ id: '1001' }, { event: 'DELETE' }),
    told: { kind: 'user', event: 'DELETE', agent: { id: '1001' } },
  },
  {
    what: 'the answer to a request',
    xml: userUpdate({ id: '1001' }, { requestId: 'mine' }),
    told: { kind: 'user', requestId: 'mine', source: '/finesse/api/User/1001' },
  },
  {
    what: 'a team',
    xml: teamUpdate({ id: '31', name: 'Harbour Desk', agents: [{ id: '1001', state: 'READY' }] }),
    told: {
      kind: 'team-users',
      teamId: '31',
      snapshot: true,
      agents: [{ id: '1001', state: 'READY' }],
    },
  },
  {
    what: 'dialogs that came',
    xml: dialogsUpdate('1001', [DIALOG]),
    told: { kind: 'dialogs', event: 'POST', agentId: '1001', dialogs: [DIALOG] },
  },
  { what: 'a dialog', xml: dialogUpdate(DIALOG), told: { kind: 'dialog', dialog: DIALOG } },
  { what: 'a queue', xml: queueUpdate(QUEUE), told: { kind: 'queue', queue: QUEUE } },
  {
    what: 'queues of an agent',
    xml: queuesUpdate('1001', [QUEUE]),
    told: { kind: 'queues', event: 'POST', agentId: '1001', queues: [QUEUE] },
  },
  {
    what: 'a medium',
    xml: mediaUpdate({ id: '5003', agentId: '1001', state: 'READY', routable: true }),
    told: {
      kind: 'media',
      media: { id: '5003', agentId: '1001', state: 'READY', routable: true },
    },
  },
  {
    what: 'the server',
    xml: systemInfoUpdate({
      status: 'IN_SERVICE',
      currentTimestamp: AT,
      timezoneOffsetMinutes: 60,
    }),
    told: {
      kind: 'system-info',
      systemInfo: { status: 'IN_SERVICE', currentTimestamp: AT, timezoneOffsetMinutes: 60 },
    },
  },
  {
    what: 'errors',
    xml: apiErrorsUpdate([{ errorType: 'Invalid Device' }], { source: '/finesse/api/User/1001' }),
    told: { kind: 'api-errors', errors: [{ errorType: 'Invalid Device' }] },
  },
  {
    what: 'a message to teams',
    xml: teamMessageUpdate({ id: '9', content: 'Tea', teamIds: ['31', '32'] }),
    told: {
      kind: 'team-message',
      teamMessage: { id: '9', content: 'Tea', teamIds: ['31', '32'] },
    },
  },
  {
    what: 'devices',
    xml: devicesUpdate('1001', [{ deviceId: 'SEP1' }]),
    told: { kind: 'devices', devices: [{ deviceId: 'SEP1' }] },
  },
];

describe('the builders of notifications', () => {
  for (const { what, xml, told } of CASES) {
    it(`write ${what} as it is read`, () => {
      const { notifications, diagnostics } = readNotifications(
        { node: '/finesse/api/any', xml },
        AT,
      );

      expect(diagnostics).toEqual([]);
      expect(notifications.map(plain)).toEqual([jasmine.objectContaining(told)]);
    });
  }
});

function plain(notification: Notification): unknown {
  return JSON.parse(JSON.stringify(notification));
}
