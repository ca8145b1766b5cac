import { loadScenario } from './scenario';

const refusal = (events: unknown) => {
  const loaded = loadScenario(JSON.stringify({ events }));
  return loaded.ok ? 'accepted' : loaded.message;
};

describe('loadScenario', () => {
  it('reads every kind of event and sorts them by time', () => {
    const text = JSON.stringify({
      events: [
        { at: 9000, end: 'first' },
        { at: 0, agent: 1001001, state: 'NOT_READY', reasonCodeId: 32 },
        {
          at: 1000,
          name: 'first',
          call: { from: '+15550100', to: '6000', queueId: '41', variables: { callVariable1: 'x' } },
        },
        { at: 3000, answer: 'first', agent: '1001001' },
        { at: 4000, hold: 'first', agent: '1001001' },
        { at: 5000, retrieve: 'first', agent: '1001001' },
        { at: 12000, inService: false },
      ],
    });

    const loaded = loadScenario(text);

    expect(loaded).toEqual({
      ok: true,
      scenario: {
        events: [
          { at: 0, kind: 'state', agent: '1001001', state: 'NOT_READY', reasonCodeId: 32 },
          {
            at: 1000,
            kind: 'call',
            name: 'first',
            call: {
              from: '+15550100',
              to: '6000',
              queueId: '41',
              variables: [{ name: 'callVariable1', value: 'x' }],
            },
          },
          { at: 3000, kind: 'answer', name: 'first', agent: '1001001' },
          { at: 4000, kind: 'hold', name: 'first', agent: '1001001' },
          { at: 5000, kind: 'retrieve', name: 'first', agent: '1001001' },
          { at: 9000, kind: 'end', name: 'first' },
          { at: 12000, kind: 'service', inService: false },
        ],
      },
    });
  });

  for (const { events, says } of [
    { events: 'none', says: 'The scenario needs a list "events".' },
    { events: [7], says: 'events[0] must be an object.' },
    { events: [{ at: 0 }], says: 'events[0] needs exactly one of: state, call' },
    { events: [{ at: 0, end: 'a', answer: 'a' }], says: 'events[0] needs exactly one of' },
    { events: [{ state: 'READY', agent: '1' }], says: 'events[0].at must be a number' },
    { events: [{ at: -1, state: 'READY', agent: '1' }], says: 'events[0].at must be a number' },
    {
      events: [{ at: 0, state: 'AWAY', agent: '1' }],
      says: 'events[0].state is no agent state: AWAY',
    },
    { events: [{ at: 0, state: 'READY' }], says: 'events[0].agent must be a text' },
    {
      events: [
        { at: 0, end: 'a' },
        { at: 0, answer: 'a' },
      ],
      says: 'events[1].agent must be',
    },
    { events: [{ at: 0, call: { to: '1' } }], says: 'events[0].call.from must be a text' },
    { events: [{ at: 0, call: 'x' }], says: 'events[0].call must be an object' },
    { events: [{ at: 0, call: { from: '1', to: '2', via: '3' } }], says: 'unknown field "via"' },
    { events: [{ at: 0, inService: 'no' }], says: 'events[0].inService must be true or false' },
    { events: [{ at: 0, end: 'a', agents: '1' }], says: 'events[0] has an unknown field "agents"' },
    {
      events: [{ at: 0, state: 'READY', agent: '1', reasonCodeId: '5' }],
      says: 'events[0].reasonCodeId must be a number',
    },
  ]) {
    it(`says what is wrong with ${JSON.stringify(events)}`, () => {
      expect(refusal(events)).toContain(says);
    });
  }

  for (const text of ['', '{', '[]', 'null']) {
    it(`refuses "${text}"`, () => {
      expect(loadScenario(text).ok).toBeFalse();
    });
  }
});
