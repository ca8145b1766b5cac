import {
  FinesseActions,
  FinesseApiActions,
  type Notification,
  type NotificationEvent,
  type NotificationKind,
} from 'finesse-tunnel';
import { beforeOf } from './before-of';
import { EventFeedActions } from './event-feed-actions';
import { feedFeature, type FeedState } from './feed-feature';
import { type FeedFilter, feedMatches, NO_FILTER } from './feed-filter';
import { FEED_LIMIT } from './feed-log';
import { feedReader, type FeedRow } from './feed-reader';

const NODE = '/finesse/api/Team/31/Users';
const { reducer } = feedFeature;
const EMPTY = reducer(undefined, { type: 'init' });

const envelope = (node = NODE, event: NotificationEvent = 'PUT') => ({
  node,
  event,
  requestId: '',
  source: '/finesse/api/User/1001001',
  receivedAt: 1000,
  xml: '<Update/>',
});

const mara = (state: string): Notification => ({
  ...envelope(),
  kind: 'team-users',
  teamId: '31',
  snapshot: false,
  agents: [{ id: '1001001', firstName: 'Mara', lastName: 'Lindqvist', state }],
});

function receive(state: FeedState, ...notifications: Notification[]): FeedState {
  return reducer(state, FinesseActions.notificationsReceived({ notifications }));
}

const textsOf = (rows: readonly FeedRow[]) => rows.map(({ text }) => text);

describe('the event feed', () => {
  it('says what changed, in order, also within one frame', () => {
    const { log } = receive(EMPTY, mara('READY'), mara('TALKING'));

    expect(textsOf(feedReader()(log))).toEqual([
      'Mara Lindqvist: Ready',
      'Mara Lindqvist: Ready → Talking',
    ]);
  });

  it('remembers the state from one frame to the next, and from a snapshot', () => {
    const read = feedReader();
    const snapshot = FinesseApiActions.snapshotLoaded({
      node: NODE,
      snapshot: { kind: 'user', agent: { id: '1001001', lastName: 'Lindqvist', state: 'HOLD' } },
      requestedAt: 1,
      receivedAt: 2,
    });
    const first = receive(reducer(EMPTY, snapshot), mara('READY'));
    read(first.log);

    expect(textsOf(read(receive(first, mara('NOT_READY')).log))).toEqual([
      'Mara Lindqvist: On hold → Ready',
      'Mara Lindqvist: Ready → Not ready',
    ]);
  });

  it('keeps the newest ten thousand, and counts all', () => {
    const many = Array.from({ length: FEED_LIMIT + 5 }, () => mara('READY'));
    const state = receive(EMPTY, ...many);
    const rows = feedReader()(state.log);

    expect(rows.length).toBeLessThanOrEqual(FEED_LIMIT);
    expect(rows.length).toBeGreaterThan(FEED_LIMIT - 250);
    expect(rows.at(-1)?.number).toBe(FEED_LIMIT + 5);
    expect(state.total).toBe(FEED_LIMIT + 5);
  });

  it('shares what it held before: a frame copies one chunk', () => {
    const before = receive(EMPTY, ...Array.from({ length: 1_000 }, () => mara('READY')));
    const after = receive(before, mara('TALKING'));

    expect(after.log.chunks[0]).toBe(before.log.chunks[0]);
    expect(after.log.chunks[3]).toBe(before.log.chunks[3]);
  });

  it('is read on from where it was read last, however often it changed meanwhile', () => {
    const read = feedReader();
    let state = receive(EMPTY, mara('READY'));
    const [first] = read(state.log);
    for (const word of ['TALKING', 'WORK', 'READY']) {
      state = receive(state, mara(word));
    }
    const rows = read(state.log);

    expect(rows[0]).toBe(first);
    expect(rows.map(({ number }) => number)).toEqual([1, 2, 3, 4]);
    expect(read(state.log)).toBe(rows);
  });

  it('is read anew when it goes back, as a replay does', () => {
    const read = feedReader();
    const early = receive(EMPTY, mara('READY'));
    read(receive(early, mara('TALKING')).log);

    expect(textsOf(read(early.log))).toEqual(['Mara Lindqvist: Ready']);
  });

  it('clears, and never uses a number twice', () => {
    const read = feedReader();
    const state = receive(EMPTY, mara('READY'));
    read(state.log);
    const cleared = reducer(state, EventFeedActions.cleared());

    expect(read(cleared.log)).toEqual([]);
    expect(cleared.total).toBe(0);
    expect(read(receive(cleared, mara('READY')).log)[0]?.number).toBe(2);
  });

  it('tells what was known before of each entity', () => {
    const { log } = receive(EMPTY, mara('READY'), mara('TALKING'));
    const [first, second] = feedReader()(log);

    expect(first?.before).toEqual([undefined]);
    expect(second === undefined ? undefined : beforeOf(second)).toEqual({
      agents: [{ id: '1001001', firstName: 'Mara', lastName: 'Lindqvist', state: 'READY' }],
    });
  });
});

describe('the filter of the feed', () => {
  const queue: Notification = {
    ...envelope('/finesse/api/Queue/41'),
    source: '/finesse/api/Queue/41',
    xml: '<Update>payload</Update>',
    kind: 'queue',
    queue: { id: '41', name: 'Biscuit Billing', statistics: { callsInQueue: 2, agentsReady: 1 } },
  };
  const state = receive(EMPTY, mara('READY'), queue);
  const rows = feedReader()(state.log);

  const cases: readonly {
    readonly filter: Partial<FeedFilter>;
    readonly found: readonly NotificationKind[];
  }[] = [
    { filter: {}, found: ['team-users', 'queue'] },
    { filter: { text: 'LINDQVIST' }, found: ['team-users'] },
    { filter: { text: 'payload</' }, found: ['queue'] },
    { filter: { text: 'a.b(' }, found: [] },
    { filter: { kind: 'queue' }, found: ['queue'] },
    { filter: { node: 'team/31' }, found: ['team-users'] },
    { filter: { agent: 'mara' }, found: ['team-users'] },
    { filter: { agent: '10010' }, found: ['team-users'] },
    { filter: { agentId: '1001001' }, found: ['team-users'] },
    { filter: { agentId: '100100' }, found: [] },
  ];
  for (const { filter, found } of cases) {
    it(`finds ${JSON.stringify(found)} for ${JSON.stringify(filter)}`, () => {
      const matching = feedMatches()(rows, { ...NO_FILTER, ...filter });

      expect(matching.map((e) => e.notification.kind)).toEqual([...found]);
    });
  }

  it('looks at new rows only, and forgets those that have gone', () => {
    const matches = feedMatches();
    const filter = { ...NO_FILTER, agent: 'mara' };
    const read = feedReader();
    const [mine] = matches(read(state.log), filter);
    const later = receive(state, mara('TALKING'));

    expect(matches(read(later.log), filter).map(({ number }) => number)).toEqual([1, 3]);
    expect(matches(read(later.log), filter)[0]).toBe(mine);
    const cleared = receive(reducer(later, EventFeedActions.cleared()), mara('WORK'));

    expect(matches(read(cleared.log), filter).map(({ number }) => number)).toEqual([4]);
  });
});
