import type { Agent } from '../model/agent';
import type { Dialog } from '../model/dialog';
import type { Notification, NotificationEvent } from '../model/notification';
import { type Collection, entityOf, type Keyed, listOf } from './collection';
import { type ContactCenter, EMPTY_CONTACT_CENTER } from './contact-center';
import { foldNotifications } from './fold-notifications';
import { REMOVAL_KEPT } from './stored-entities';

const TEAM_NODE = '/finesse/api/Team/31/Users';

function envelope(node: string, event: NotificationEvent, receivedAt: number) {
  return { node, event, requestId: '', source: '', receivedAt, xml: '<Update/>' };
}

function user(agent: Agent, event: NotificationEvent = 'PUT', receivedAt = 1): Notification {
  return { kind: 'user', agent, ...envelope(`/finesse/api/User/${agent.id}`, event, receivedAt) };
}

function summary(agent: Agent, event: NotificationEvent = 'PUT', receivedAt = 1): Notification {
  const common = envelope(TEAM_NODE, event, receivedAt);
  return { kind: 'team-users', teamId: '31', agents: [agent], snapshot: false, ...common };
}

function dialogs(agentId: string, event: NotificationEvent, ...all: Dialog[]): Notification {
  const common = envelope(`/finesse/api/User/${agentId}/Dialogs`, event, 1);
  return { kind: 'dialogs', agentId, dialogs: all, ...common };
}

function dialogPut(agentId: string, dialog: Dialog): Notification {
  const common = envelope(`/finesse/api/User/${agentId}/Dialogs`, 'PUT', 1);
  return { kind: 'dialog', agentId, dialog, ...common };
}

function call(id: string, stateChangeTime: number, state = 'ACTIVE'): Dialog {
  return { id, state, participants: [{ mediaAddress: '54101', state: 'ACTIVE', stateChangeTime }] };
}

function fold(...notifications: readonly Notification[]): ContactCenter {
  return foldNotifications(EMPTY_CONTACT_CENTER, notifications);
}

function idsOf<T extends Keyed>(collection: Collection<T>): readonly string[] {
  return listOf(collection).map(({ id }) => id);
}

/** What is held, however it is laid out, and however many batches it took. */
function plain({ agents, dialogs: calls, queues }: ContactCenter): unknown {
  const bare = (held: readonly Keyed[]): unknown =>
    held.map((one) => ({ ...one, revisions: 0, revision: 0 }));
  return [agents, calls, queues].map((held) => [bare(listOf(held)), bare(listOf(held.removals))]);
}

describe('foldNotifications', () => {
  describe('for agents', () => {
    it('keeps them by id, with the node that told and the time', () => {
      const { agents } = fold(user({ id: '2101', state: 'READY' }, 'PUT', 7));

      expect(idsOf(agents)).toEqual(['2101']);
      expect(entityOf(agents, '2101')).toEqual({
        id: '2101',
        state: 'READY',
        toldAt: 7,
        nodes: ['/finesse/api/User/2101'],
        revisions: [1],
      });
    });

    it('keeps what a summary does not tell', () => {
      const { agents } = fold(
        user({ id: '2101', roles: ['Agent'], extension: '54101', state: 'READY' }),
        summary({ id: '2101', state: 'TALKING' }),
      );

      expect(entityOf(agents, '2101')).toEqual(
        jasmine.objectContaining({ roles: ['Agent'], extension: '54101', state: 'TALKING' }),
      );
    });

    it('knows the team from the node where the summary does not name it', () => {
      expect(entityOf(fold(summary({ id: '2102' })).agents, '2102')?.teamId).toBe('31');
    });

    it('drops the reason with the state it belongs to', () => {
      const { agents } = fold(
        summary({ id: '2102', state: 'NOT_READY', reasonCode: { label: 'Lunch' } }),
        summary({ id: '2102', state: 'READY' }),
      );

      expect(entityOf(agents, '2102')?.reasonCode).toBeNull();
    });

    const orders: readonly {
      readonly given: string;
      readonly told: number | undefined;
      readonly wins: string;
    }[] = [
      { given: 'an older time', told: 99, wins: 'READY' },
      { given: 'the same time', told: 100, wins: 'TALKING' },
      { given: 'a newer time', told: 101, wins: 'TALKING' },
      { given: 'no time', told: undefined, wins: 'TALKING' },
    ];
    for (const { given, told, wins } of orders) {
      it(`holds ${wins} when TALKING comes after READY with ${given}`, () => {
        const time = told === undefined ? {} : { stateChangeTime: told };
        const { agents } = fold(
          user({ id: '2101', state: 'READY', stateChangeTime: 100 }),
          user({ id: '2101', state: 'TALKING', ...time }),
        );

        expect(entityOf(agents, '2101')?.state).toBe(wins);
      });
    }

    it('removes whoever is deleted', () => {
      const { agents } = fold(user({ id: '2101' }), user({ id: '2101' }, 'DELETE'));

      expect(idsOf(agents)).toEqual([]);
    });

    it('removes whoever left a team, unless the own node knows better', () => {
      const { agents } = fold(
        summary({ id: '2101' }),
        summary({ id: '2102' }),
        user({ id: '2101' }),
        summary({ id: '2101' }, 'DELETE'),
        summary({ id: '2102' }, 'DELETE'),
      );

      expect(idsOf(agents)).toEqual(['2101']);
    });

    it('takes the team form for the whole team', () => {
      const { agents } = fold(summary({ id: '2101' }), summary({ id: '2102' }), {
        kind: 'team-users',
        teamId: '31',
        team: { id: '31', name: 'Harbour Desk' },
        agents: [{ id: '2102' }, { id: '2103' }],
        snapshot: true,
        ...envelope(TEAM_NODE, 'PUT', 2),
      });

      expect([...idsOf(agents)].sort()).toEqual(['2102', '2103']);
      expect(entityOf(agents, '2103')?.teamName).toBe('Harbour Desk');
    });
  });

  describe('for dialogs', () => {
    it('keeps one that two agents share until the last of them left', () => {
      const both = [dialogs('2101', 'POST', call('7', 1)), dialogs('2102', 'POST', call('7', 1))];
      const oneLeft = fold(...both, dialogs('2101', 'DELETE', call('7', 2)));
      const bothLeft = fold(
        ...both,
        dialogs('2101', 'DELETE', call('7', 2)),
        dialogs('2102', 'DELETE', call('7', 2)),
      );

      expect(idsOf(oneLeft.dialogs)).toEqual(['7']);
      expect(idsOf(bothLeft.dialogs)).toEqual([]);
    });

    it('ignores a change that is older than what is known', () => {
      const { dialogs: held } = fold(
        dialogs('2101', 'POST', call('7', 5, 'ACTIVE')),
        dialogPut('2101', call('7', 4, 'ALERTING')),
      );

      expect(entityOf(held, '7')?.state).toBe('ACTIVE');
    });

    it('does not bring one back with a change that comes after its end', () => {
      const { dialogs: held } = fold(
        dialogs('2101', 'POST', call('7', 1)),
        dialogs('2101', 'DELETE', call('7', 5)),
        dialogPut('2101', call('7', 4)),
      );

      expect(idsOf(held)).toEqual([]);
    });

    it('does not bring one back with a second copy of its beginning', () => {
      const begin = dialogs('2101', 'POST', call('7', 1));
      const { dialogs: held } = fold(begin, dialogs('2101', 'DELETE', call('7', 5)), begin);

      expect(idsOf(held)).toEqual([]);
    });

    it('does not let whoever left hold one that goes on for another agent', () => {
      const late = dialogPut('2101', call('7', 4));
      const { dialogs: held } = fold(
        dialogs('2101', 'POST', call('7', 1)),
        dialogs('2102', 'POST', call('7', 2)),
        dialogs('2101', 'DELETE', call('7', 5)),
        late,
        dialogs('2101', 'POST', call('7', 1)),
        dialogs('2102', 'DELETE', call('7', 6)),
      );

      expect(idsOf(held)).toEqual([]);
    });

    it('takes an end that overtook the beginning', () => {
      const { dialogs: held } = fold(
        dialogs('2101', 'DELETE', call('7', 5)),
        dialogs('2101', 'POST', call('7', 1)),
      );

      expect(idsOf(held)).toEqual([]);
    });

    it('does not end one that was offered again with a second copy of its first end', () => {
      const end = dialogs('2101', 'DELETE', call('7', 5));
      const { dialogs: held } = fold(
        dialogs('2101', 'POST', call('7', 1)),
        end,
        dialogs('2101', 'POST', call('7', 6)),
        end,
      );

      expect(idsOf(held)).toEqual(['7']);
    });

    it('forgets ends after many changes, so that they do not pile up', () => {
      let state = fold(dialogs('2101', 'DELETE', call('7', 5)));
      for (let change = 0; change < 2 * REMOVAL_KEPT; change++) {
        state = foldNotifications(state, [dialogPut('2101', call('8', change))]);
      }

      expect(listOf(state.dialogs.removals)).toEqual([]);
    });

    it('brings one back that is offered again', () => {
      const { dialogs: held } = fold(
        dialogs('2101', 'POST', call('7', 1)),
        dialogs('2101', 'DELETE', call('7', 5)),
        dialogs('2101', 'POST', call('7', 6)),
      );

      expect(idsOf(held)).toEqual(['7']);
    });
  });

  it('keeps a queue with its last figures and its name', () => {
    const node = '/finesse/api/Queue/41';
    const { queues } = fold(
      { kind: 'queue', queue: { id: '41', name: 'Billing' }, ...envelope(node, 'PUT', 1) },
      {
        kind: 'queue',
        queue: { id: '41', statistics: { callsInQueue: 7 } },
        ...envelope(node, 'PUT', 2),
      },
    );

    expect(entityOf(queues, '41')).toEqual(
      jasmine.objectContaining({ name: 'Billing', statistics: { callsInQueue: 7 } }),
    );
  });

  it('removes a queue that is deleted, and one that was taken from its only agent', () => {
    const given = envelope('/finesse/api/User/2101/Queues', 'POST', 1);
    const { queues } = fold(
      { kind: 'queues', agentId: '2101', queues: [{ id: '41' }, { id: '42' }], ...given },
      { kind: 'queues', agentId: '2101', queues: [{ id: '41' }], ...given, event: 'DELETE' },
      { kind: 'queue', queue: { id: '42' }, ...envelope('/finesse/api/Queue/42', 'DELETE', 2) },
    );

    expect(idsOf(queues)).toEqual([]);
  });

  it('does not bring a queue back with figures from before its end', () => {
    const node = '/finesse/api/Queue/41';
    const figures: Notification = {
      kind: 'queue',
      queue: { id: '41', statistics: { callsInQueue: 7 } },
      ...envelope(node, 'PUT', 1),
    };
    const end: Notification = {
      kind: 'queue',
      queue: { id: '41' },
      ...envelope(node, 'DELETE', 2),
    };

    expect(idsOf(fold(figures, end, figures).queues)).toEqual([]);
  });

  it('does not take the server for away because of what it said before', () => {
    const told = (status: 'IN_SERVICE' | 'OUT_OF_SERVICE', currentTimestamp: number) => ({
      kind: 'system-info' as const,
      systemInfo: { status, currentTimestamp },
      ...envelope('/finesse/api/SystemInfo', 'PUT', 2_000),
    });

    const { systemInfo } = fold(told('IN_SERVICE', 5_000), told('OUT_OF_SERVICE', 4_000));

    expect(systemInfo?.status).toBe('IN_SERVICE');
  });

  it('measures the server clock when it is told', () => {
    const told = fold({
      kind: 'system-info',
      systemInfo: { status: 'IN_SERVICE', currentTimestamp: 5_000 },
      ...envelope('/finesse/api/SystemInfo', 'PUT', 2_000),
    });

    expect(told.systemInfo?.status).toBe('IN_SERVICE');
    expect(told.serverClockSkewMs).toBe(3_000);
  });

  it('returns the same state when nothing in it changed', () => {
    const before = fold(user({ id: '2101', state: 'READY', stateChangeTime: 100 }));

    const after = foldNotifications(before, [
      user({ id: '2101', state: 'TALKING', stateChangeTime: 99 }),
      { kind: 'api-errors', errors: [], ...envelope('/finesse/api/User/2101', 'PUT', 3) },
    ]);

    expect(after).toBe(before);
  });

  it('gives the same state at once as one by one', () => {
    const all = [
      user({ id: '2101', state: 'READY', stateChangeTime: 1 }),
      summary({ id: '2102', state: 'NOT_READY', reasonCode: { label: 'Lunch' } }),
      dialogs('2101', 'POST', call('7', 1)),
      summary({ id: '2102', state: 'READY' }),
      dialogs('2101', 'DELETE', call('7', 2)),
      user({ id: '2101', state: 'TALKING', stateChangeTime: 2 }),
    ];

    const oneByOne = all.reduce<ContactCenter>(
      (state, one) => foldNotifications(state, [one]),
      EMPTY_CONTACT_CENTER,
    );

    expect(plain(fold(...all))).toEqual(plain(oneByOne));
  });

  it('is not misled by ids that every object has', () => {
    const ids = ['constructor', '__proto__'];
    const { agents } = fold(...ids.map((id) => user({ id, state: 'READY' })));

    expect(idsOf(agents)).toEqual(ids);
    expect(ids.map((id) => entityOf(agents, id)?.state)).toEqual(['READY', 'READY']);
    expect(entityOf(agents, 'toString')).toBeUndefined();
  });
});
