import {
  FinesseActions,
  type Notification,
  type NotificationEvent,
  type NotificationKind,
} from 'finesse-tunnel';
import { EventFeedActions } from './event-feed-actions';
import { FEED_LIMIT, feedFeature, type FeedState } from './feed-feature';
import { filterEntries } from './feed-filter';

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

const texts = ({ entries }: FeedState): readonly string[] => entries.map(({ text }) => text);

describe('the event feed', () => {
  it('says what changed, newest first, also within one frame', () => {
    const state = receive(EMPTY, mara('READY'), mara('TALKING'));

    expect(texts(state)).toEqual(['Mara Lindqvist: Ready → Talking', 'Mara Lindqvist: Ready']);
  });

  it('remembers the state from one frame to the next', () => {
    const state = receive(receive(EMPTY, mara('READY')), mara('NOT_READY'));

    expect(texts(state)[0]).toBe('Mara Lindqvist: Ready → Not ready');
  });

  it('keeps the newest thousand, and counts all', () => {
    const state = receive(EMPTY, ...Array.from({ length: FEED_LIMIT + 5 }, () => mara('READY')));

    expect(state.entries.length).toBe(FEED_LIMIT);
    expect(state.entries[0]?.number).toBe(FEED_LIMIT + 5);
    expect(state.total).toBe(FEED_LIMIT + 5);
  });

  it('holds what is shown while paused, and loses nothing', () => {
    const paused = reducer(receive(EMPTY, mara('READY')), EventFeedActions.paused());
    const later = receive(paused, mara('TALKING'));

    expect(later.held?.length).toBe(1);
    expect(later.entries.length).toBe(2);
    expect(reducer(later, EventFeedActions.resumed()).held).toBeUndefined();
  });

  it('clears, and never uses a number twice', () => {
    const cleared = reducer(receive(EMPTY, mara('READY')), EventFeedActions.cleared());

    expect(cleared.entries).toEqual([]);
    expect(receive(cleared, mara('READY')).entries[0]?.number).toBe(2);
  });
});

describe('filterEntries', () => {
  const queue: Notification = {
    ...envelope('/finesse/api/Queue/41'),
    source: '/finesse/api/Queue/41',
    kind: 'queue',
    queue: { id: '41', name: 'Biscuit Billing', statistics: { callsInQueue: 2, agentsReady: 1 } },
  };
  const { entries } = receive(EMPTY, mara('READY'), queue);
  const all = { text: '', node: '', kind: '', agentId: '' };

  const cases: readonly { filter: typeof all; found: readonly NotificationKind[] }[] = [
    { filter: all, found: ['queue', 'team-users'] },
    { filter: { ...all, text: 'LINDQVIST' }, found: ['team-users'] },
    { filter: { ...all, kind: 'queue' }, found: ['queue'] },
    { filter: { ...all, node: NODE }, found: ['team-users'] },
    { filter: { ...all, agentId: '1001001' }, found: ['team-users'] },
    { filter: { ...all, agentId: '100100' }, found: [] },
  ];
  for (const { filter, found } of cases) {
    it(`finds ${JSON.stringify(found)} for ${JSON.stringify(filter)}`, () => {
      expect(filterEntries(entries, filter).map((e) => e.notification.kind)).toEqual(found);
    });
  }
});
