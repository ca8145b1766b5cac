import type { Agent } from '../model/agent';
import type { Dialog } from '../model/dialog';
import type { Notification } from '../model/notification';
import type { Snapshot } from '../model/snapshot';
import { type Collection, entityOf, type Keyed, listOf } from './collection';
import { type ContactCenter, EMPTY_CONTACT_CENTER } from './contact-center';
import { foldNotifications } from './fold-notifications';
import { mergeSnapshot } from './merge-snapshot';

const TEAM_NODE = '/finesse/api/Team/31/Users';
const DIALOGS_NODE = '/finesse/api/User/2101/Dialogs';

function summary(agent: Agent, receivedAt: number): Notification {
  return {
    kind: 'team-users',
    teamId: '31',
    agents: [agent],
    snapshot: false,
    node: TEAM_NODE,
    event: 'PUT',
    requestId: '',
    source: '',
    receivedAt,
    xml: '',
  };
}

function dialogs(event: 'POST' | 'DELETE', dialog: Dialog, receivedAt: number): Notification {
  return {
    kind: 'dialogs',
    agentId: '2101',
    dialogs: [dialog],
    node: DIALOGS_NODE,
    event,
    requestId: '',
    source: '',
    receivedAt,
    xml: '',
  };
}

/** Lays the answer to a request into what was told before the request, or `since` too. */
function merge(before: ContactCenter | Asked, node: string, snapshot: Snapshot): ContactCenter {
  const { state, requestedIn } = 'state' in before ? before : asked(before);
  return mergeSnapshot(state, {
    node,
    snapshot,
    requestedAt: 100,
    receivedAt: 200,
    requestedIn,
  });
}

interface Asked {
  readonly state: ContactCenter;
  readonly requestedIn: number;
}

/** A request leaves, and then something is told. */
function asked(before: ContactCenter, ...since: readonly Notification[]): Asked {
  return { state: foldNotifications(before, since), requestedIn: before.revision };
}

function team(...agents: readonly Agent[]): Snapshot {
  return { kind: 'team-users', team: { id: '31', name: 'Harbour Desk' }, agents };
}

function told(...notifications: readonly Notification[]): ContactCenter {
  return foldNotifications(EMPTY_CONTACT_CENTER, notifications);
}

function idsOf<T extends Keyed>(collection: Collection<T>): readonly string[] {
  return listOf(collection).map(({ id }) => id);
}

describe('mergeSnapshot', () => {
  it('fills an empty state, and names the team', () => {
    const { agents } = merge(EMPTY_CONTACT_CENTER, TEAM_NODE, team({ id: '2102', state: 'READY' }));

    expect(entityOf(agents, '2102')).toEqual({
      id: '2102',
      state: 'READY',
      teamId: '31',
      teamName: 'Harbour Desk',
      toldAt: 100,
      nodes: [TEAM_NODE],
      revisions: [0],
    });
  });

  const rivals: readonly {
    readonly given: string;
    readonly isSince: boolean;
    readonly knownTime: number;
    readonly wins: string;
  }[] = [
    { given: 'a newer notification', isSince: true, knownTime: 9, wins: 'TALKING' },
    { given: 'an old notification that came late', isSince: true, knownTime: 7, wins: 'READY' },
    { given: 'an older notification', isSince: false, knownTime: 7, wins: 'READY' },
    {
      given: 'a notification of the same time that came before the request',
      isSince: false,
      knownTime: 8,
      wins: 'READY',
    },
    {
      given: 'a notification of the same time that came after the request',
      isSince: true,
      knownTime: 8,
      wins: 'TALKING',
    },
    {
      given: 'a notification before the request from when the clock of the server was ahead',
      isSince: false,
      knownTime: 9,
      wins: 'READY',
    },
  ];
  /** The local clock when the notification came; the request leaves at 100 and the answer comes at 200. */
  for (const receivedAt of [50, 150, 3_600_000]) {
    for (const { given, isSince, knownTime, wins } of rivals) {
      it(`holds ${wins} given ${given}, whatever the local clock said (${String(receivedAt)})`, () => {
        const known = { id: '2102', state: 'TALKING', stateChangeTime: knownTime };
        const told = summary(known, receivedAt);
        const before = isSince
          ? EMPTY_CONTACT_CENTER
          : foldNotifications(EMPTY_CONTACT_CENTER, [told]);

        const { agents } = merge(
          asked(before, ...(isSince ? [told] : [])),
          TEAM_NODE,
          team({ id: '2102', state: 'READY', stateChangeTime: 8, lastName: 'Brandt' }),
        );

        expect(entityOf(agents, '2102')?.state).toBe(wins);
        expect(entityOf(agents, '2102')?.lastName).toBe('Brandt');
      });
    }
  }

  it('removes who is not in the team any more, but nobody who was told since the request', () => {
    const { agents } = merge(
      asked(told(summary({ id: '2101' }, 50)), summary({ id: '2102' }, 150)),
      TEAM_NODE,
      team({ id: '2103' }),
    );

    expect([...idsOf(agents)].sort()).toEqual(['2102', '2103']);
  });

  it('removes nobody of another team', () => {
    const before = mergeSnapshot(EMPTY_CONTACT_CENTER, {
      node: '/finesse/api/Team/32/Users',
      snapshot: { kind: 'team-users', team: { id: '32' }, agents: [{ id: '2201' }] },
      requestedAt: 10,
      receivedAt: 20,
    });

    const { agents } = merge(before, TEAM_NODE, team({ id: '2103' }));

    expect([...idsOf(agents)].sort()).toEqual(['2103', '2201']);
  });

  it('does not bring back a dialog that ended while the request was under way', () => {
    const { dialogs: held } = merge(
      asked(told(dialogs('POST', { id: '7' }, 50)), dialogs('DELETE', { id: '7' }, 150)),
      DIALOGS_NODE,
      { kind: 'dialogs', agentId: '2101', dialogs: [{ id: '7' }] },
    );

    expect(idsOf(held)).toEqual([]);
  });

  it('removes a dialog that ended unseen, and keeps one that began since the request', () => {
    const { dialogs: held } = merge(
      asked(told(dialogs('POST', { id: '7' }, 3_600_000)), dialogs('POST', { id: '8' }, 50)),
      DIALOGS_NODE,
      { kind: 'dialogs', agentId: '2101', dialogs: [] },
    );

    expect(idsOf(held)).toEqual(['8']);
  });

  it('removes a dialog that ended unseen for one agent while it changes for another', () => {
    const other = { ...dialogs('POST', { id: '7' }, 60), node: '/finesse/api/User/2102/Dialogs' };
    const held = merge(asked(told(dialogs('POST', { id: '7' }, 50), other), other), DIALOGS_NODE, {
      kind: 'dialogs',
      agentId: '2101',
      dialogs: [],
    });

    expect(entityOf(held.dialogs, '7')?.nodes).toEqual([other.node]);
  });

  it('keeps the figures of a queue that were told since the request, and takes the name', () => {
    const node = '/finesse/api/Queue/41';
    const figures: Notification = {
      kind: 'queue',
      queue: { id: '41', statistics: { callsInQueue: 3 } },
      node,
      event: 'PUT',
      requestId: '',
      source: '',
      receivedAt: 50,
      xml: '',
    };
    const { queues } = merge(asked(EMPTY_CONTACT_CENTER, figures), node, {
      kind: 'queue',
      queue: { id: '41', name: 'Billing', statistics: { callsInQueue: 2 } },
    });

    expect(entityOf(queues, '41')).toEqual(
      jasmine.objectContaining({ name: 'Billing', statistics: { callsInQueue: 3 } }),
    );
  });

  it('takes one agent and the server itself', () => {
    const agent = merge(EMPTY_CONTACT_CENTER, '/finesse/api/User/2101', {
      kind: 'user',
      agent: { id: '2101', roles: ['Supervisor'] },
    });
    const both = merge(agent, '/finesse/api/SystemInfo', {
      kind: 'system-info',
      systemInfo: { currentTimestamp: 1_200 },
    });

    expect(entityOf(both.agents, '2101')?.roles).toEqual(['Supervisor']);
    expect(both.serverClockSkewMs).toBe(1_000);
  });
});
