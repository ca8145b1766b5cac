import {
  FinesseActions,
  FinesseApiActions,
  type Notification,
  type Snapshot,
} from 'finesse-tunnel';
import { SessionActions } from '../session/session-actions';
import { HistoryActions } from './history-actions';
import { historyFeature, type HistoryState } from './history-feature';

const { reducer } = historyFeature;
const A = '1001001';
const EMPTY = reducer(undefined, { type: 'init' });
const ENVELOPE = {
  node: `/finesse/api/User/${A}/Dialogs`,
  requestId: '',
  source: '',
  receivedAt: 5000,
  xml: '',
} as const;
const AGENT = { id: A, state: 'READY', stateChangeTime: 1000, extension: '54101' };
const DIALOG = {
  id: '7001',
  fromAddress: '+15550100',
  toAddress: '6001',
  mediaProperties: { queueName: 'Biscuit Billing' },
  participants: [{ mediaAddress: '54101', state: 'ACTIVE', startTime: 2000 }],
};

const hear = (state: HistoryState, ...notifications: Notification[]): HistoryState =>
  reducer(state, FinesseActions.notificationsReceived({ notifications }));
const load = (state: HistoryState, snapshot: Snapshot): HistoryState =>
  reducer(
    state,
    FinesseApiActions.snapshotLoaded({ node: '', snapshot, requestedAt: 8000, receivedAt: 9000 }),
  );
const user: Notification = { ...ENVELOPE, kind: 'user', event: 'PUT', agent: AGENT };
const dialogs = (event: 'POST' | 'DELETE'): Notification => ({
  ...ENVELOPE,
  kind: 'dialogs',
  event,
  agentId: A,
  dialogs: [DIALOG],
});

describe('the history', () => {
  it('remembers the states that nodes and snapshots tell, each once', () => {
    const state = load(hear(EMPTY, user), {
      kind: 'team-users',
      team: { id: '31' },
      agents: [AGENT, { ...AGENT, state: 'TALKING', stateChangeTime: 3000 }],
    });

    expect(state.agents.get(A)?.states.map((past) => past.state)).toEqual(['READY', 'TALKING']);
  });

  it('remembers a call of the agent at that extension, from joining to leaving', () => {
    const state = hear(EMPTY, user, dialogs('POST'), dialogs('DELETE'));

    expect(state.agents.get(A)?.calls).toEqual([
      {
        id: '7001',
        from: 2000,
        to: 5000,
        queue: 'Biscuit Billing',
        fromAddress: '+15550100',
        toAddress: '6001',
      },
    ]);
  });

  it('ends a call for the party that left it, while it goes on for others', () => {
    const dropped = { mediaAddress: '54101', state: 'DROPPED', stateChangeTime: 4000 };
    const left: Notification = {
      ...ENVELOPE,
      kind: 'dialog',
      event: 'PUT',
      agentId: A,
      dialog: { ...DIALOG, participants: [dropped] },
    };

    expect(hear(EMPTY, user, dialogs('POST'), left).agents.get(A)?.calls[0]?.to).toBe(4000);
  });

  it('takes the dialog of a supervisor who listens for no call of the agent', () => {
    const listening: Notification = {
      ...ENVELOPE,
      kind: 'dialogs',
      event: 'POST',
      agentId: A,
      dialogs: [
        { ...DIALOG, fromAddress: '54001', mediaProperties: { callType: 'SUPERVISOR_MONITOR' } },
      ],
    };

    expect(hear(EMPTY, user, listening).agents.get(A)?.calls).toEqual([]);
  });

  it('ends calls of which a snapshot does not know any more', () => {
    const state = load(hear(EMPTY, user, dialogs('POST')), {
      kind: 'dialogs',
      agentId: A,
      dialogs: [],
    });

    expect(state.agents.get(A)?.calls[0]?.to).toBe(9000);
  });

  it('samples queues, and takes -1 for no figure', () => {
    const queue = (callsInQueue: number, receivedAt: number): Notification => ({
      ...ENVELOPE,
      receivedAt,
      kind: 'queue',
      event: 'PUT',
      queue: { id: '41', statistics: { callsInQueue } },
    });

    const { samples } = hear(EMPTY, queue(3, 1), queue(-1, 2)).queues.get('41') ?? { samples: [] };

    expect(samples.map(({ waiting }) => waiting)).toEqual([3, undefined]);
  });

  it('stays the same object when nothing is new', () => {
    const state = hear(EMPTY, user);

    expect(hear(state, user)).toBe(state);
  });

  it('notes when the sight was lost, and forgets all with the session', () => {
    const seen = hear(EMPTY, user);
    const lost = reducer(seen, HistoryActions.sightLost({ at: 100 }));
    const back = reducer(lost, HistoryActions.sightRegained({ at: 200 }));
    const closed = reducer(back, SessionActions.closed());

    expect(back.gaps).toEqual([{ from: 100, to: 200 }]);
    expect(closed).toEqual(EMPTY);
    expect(reducer(closed, HistoryActions.sightLost({ at: 300 })).gaps).toEqual([]);
  });
});
