import { SessionActions } from '../../session/session-actions';
import { WishActions, WishPageActions } from './wish-actions';
import { isFinal, wishesFeature, type WishesState } from './wishes-feature';

const { reducer } = wishesFeature;
const A = '1001001';
const B = '1001002';

const uttered = (...agentIds: string[]): WishesState =>
  reducer(undefined, WishPageActions.wishesUttered({ wish: 'READY', agentIds }));
const sent = (): WishesState => reducer(uttered(A, B), WishActions.sent({ agentId: A }));

describe('the requests about agents', () => {
  it('wait for their turn, then for the confirmation', () => {
    expect([sent()[A]?.phase, sent()[B]?.phase]).toEqual(['sent', 'queued']);
    expect(reducer(sent(), WishActions.confirmed({ agentId: A }))[A]?.phase).toBe('confirmed');
    expect(reducer(sent(), WishActions.overdue({ agentId: A }))[A]?.phase).toBe('overdue');
  });

  it('keep the reason of a failure, and fail alone', () => {
    const failed = reducer(sent(), WishActions.failed({ agentId: A, reason: 'Invalid State' }));

    expect(failed[A]).toEqual({
      agentId: A,
      wish: 'READY',
      phase: 'failed',
      reason: 'Invalid State',
    });
    expect(failed[B]?.phase).toBe('queued');
  });

  it('are cancelled only while they wait for their turn', () => {
    const cancelled = reducer(sent(), WishPageActions.wishesCancelled());

    expect([cancelled[A]?.phase, cancelled[B]?.phase]).toEqual(['sent', 'cancelled']);
  });

  it('leave when they are dismissed, or followed by others, but never unfinished', () => {
    const failed = reducer(sent(), WishActions.failed({ agentId: A, reason: 'no' }));
    const next = reducer(
      failed,
      WishPageActions.wishesUttered({ wish: 'LOGOUT', agentIds: ['1001003'] }),
    );

    expect(Object.keys(reducer(failed, WishPageActions.outcomesDismissed()))).toEqual([B]);
    expect(Object.keys(next)).toEqual([B, '1001003']);
  });

  it('go with the session, and make nothing up for strangers', () => {
    expect(reducer(sent(), SessionActions.closed())).toEqual({});
    expect(reducer({}, WishActions.sent({ agentId: 'toString' }))).toEqual({});
  });
});

describe('isFinal', () => {
  it('tells what is over from what is awaited', () => {
    const phases = ['queued', 'sent', 'confirmed', 'failed', 'overdue', 'cancelled'] as const;

    expect(
      phases.filter((phase) => isFinal({ agentId: A, wish: 'READY', phase, reason: '' })),
    ).toEqual(['confirmed', 'failed', 'overdue', 'cancelled']);
  });
});
