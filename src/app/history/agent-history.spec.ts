import {
  addCall,
  addState,
  type AgentHistory,
  CALL_LIMIT,
  endOtherCalls,
  NO_HISTORY,
  type PastCall,
  STATE_LIMIT,
} from './agent-history';

const state = (since: number, name = 'READY', reason = '') => ({ state: name, since, reason });
const call = (id: string, change: Partial<PastCall> = {}): PastCall => ({
  id,
  from: 100,
  to: undefined,
  queue: '',
  fromAddress: '',
  toAddress: '',
  ...change,
});
const times = ({ states }: AgentHistory): readonly number[] => states.map(({ since }) => since);

describe('addState', () => {
  it('adds each state once, however often it is told', () => {
    const once = addState(NO_HISTORY, state(100));

    expect(addState(once, state(100))).toBe(once);
    expect(times(addState(once, state(200, 'HOLD')))).toEqual([100, 200]);
  });

  it('puts a state that came late where it belongs', () => {
    const history = [state(100), state(300, 'HOLD')].reduce(addState, NO_HISTORY);

    expect(times(addState(history, state(200, 'TALKING')))).toEqual([100, 200, 300]);
  });

  it('learns the reason from a second telling, and keeps it through a third without', () => {
    const told = [state(1, 'NOT_READY'), state(1, 'NOT_READY', 'Lunch'), state(1, 'NOT_READY')];

    expect(told.reduce(addState, NO_HISTORY).states).toEqual([state(1, 'NOT_READY', 'Lunch')]);
  });

  it('forgets the oldest beyond the limit', () => {
    let history = NO_HISTORY;
    for (let since = 0; since <= STATE_LIMIT; since++) {
      history = addState(history, state(since));
    }

    expect([history.states.length, history.states[0]?.since]).toEqual([STATE_LIMIT, 1]);
  });
});

describe('addCall', () => {
  it('learns more about a call without beginning it anew', () => {
    const history = addCall(
      addCall(NO_HISTORY, call('7')),
      call('7', { queue: 'Pier', from: 150 }),
    );

    expect(history.calls).toEqual([call('7', { queue: 'Pier' })]);
  });

  it('ends a call once, and lets a late telling not take that back', () => {
    const ended = [call('7'), call('7', { to: 200 })].reduce(addCall, NO_HISTORY);

    expect(addCall(ended, call('7'))).toBe(ended);
    expect(addCall(ended, call('7', { to: 300 })).calls[0]?.to).toBe(200);
  });

  it('forgets the oldest beyond the limit', () => {
    let history = NO_HISTORY;
    for (let id = 0; id <= CALL_LIMIT; id++) {
      history = addCall(history, call(String(id)));
    }

    expect([history.calls.length, history.calls[0]?.id]).toEqual([CALL_LIMIT, '1']);
  });
});

describe('endOtherCalls', () => {
  it('ends what goes on and is not named, and nothing else', () => {
    const history = [call('1'), call('2'), call('3', { to: 50 })].reduce(addCall, NO_HISTORY);

    const after = endOtherCalls(history, new Set(['2']), 400);

    expect(after.calls.map(({ to }) => to)).toEqual([400, undefined, 50]);
    expect(endOtherCalls(after, new Set(['2']), 500)).toBe(after);
  });
});
