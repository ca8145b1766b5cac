import { CALLER, IKO, makeSwitchboard, MARA } from './testing/make-switchboard';

describe('A call to a queue', () => {
  it('rings, is answered, held, taken back, ended by the caller and wrapped up', () => {
    const { call, control, contactCenter, state, lines } = makeSwitchboard({ ready: [MARA] });
    const states: (string | undefined)[] = [];
    const note = () => states.push(state(MARA));

    const dialogId = call({ to: MARA, queueId: '41' });
    note();
    control.answer({ dialogId, agentId: MARA });
    note();
    control.hold({ dialogId, agentId: MARA });
    note();
    control.retrieve({ dialogId, agentId: MARA });
    note();
    contactCenter.endDialog(dialogId);
    note();
    contactCenter.agents.request(MARA, { state: 'READY', by: 'self' });
    note();

    expect(states).toEqual(['RESERVED', 'TALKING', 'HOLD', 'TALKING', 'WORK_READY', 'READY']);
    expect(lines(MARA)).toEqual([
      `POST ALERTING ${MARA}:ALERTING ${CALLER}:INITIATED`,
      `PUT ACTIVE ${MARA}:ACTIVE ${CALLER}:ACTIVE`,
      `PUT ACTIVE ${MARA}:HELD ${CALLER}:ACTIVE`,
      `PUT ACTIVE ${MARA}:ACTIVE ${CALLER}:ACTIVE`,
      `PUT ACTIVE ${MARA}:ACTIVE ${CALLER}:DROPPED`,
      `PUT DROPPED ${MARA}:WRAP_UP ${CALLER}:DROPPED`,
      `PUT DROPPED ${MARA}:WRAP_UP ${CALLER}:DROPPED`,
      `PUT DROPPED ${MARA}:DROPPED ${CALLER}:DROPPED`,
      `DELETE DROPPED ${MARA}:DROPPED ${CALLER}:DROPPED`,
    ]);
    expect(contactCenter.truth().dialogs).toEqual([]);
  });

  it('waits until somebody is ready, the longest waiting call first', () => {
    const { call, contactCenter, clock, state } = makeSwitchboard({ ready: [], notReady: [MARA] });
    const first = call({ to: '6000' });
    clock.advance(1000);
    call({ to: '6000' });
    const waiting = contactCenter.truth().queues.map((queue) => queue.waiting.length);

    contactCenter.agents.request(MARA, { state: 'READY', by: 'self' });
    clock.advance(100);

    expect(waiting).toEqual([2, 0]);
    expect(state(MARA)).toBe('RESERVED');
    expect(contactCenter.user(MARA)?.dialogIds).toEqual([first]);
    expect(contactCenter.truth().queues.map((queue) => queue.waiting.length)).toEqual([1, 0]);
  });

  it('is taken from whichever queue it waits in the longest', () => {
    const { call, contactCenter, clock } = makeSwitchboard({ ready: [], notReady: [MARA] });
    const [, served = ''] = contactCenter.user(MARA)?.queueIds ?? [];
    const first = call({ to: 'anywhere', queueId: served });
    clock.advance(1000);
    call({ to: '6000' });

    contactCenter.agents.request(MARA, { state: 'READY', by: 'self' });
    clock.advance(100);

    expect(served).not.toBe('41');
    expect(contactCenter.user(MARA)?.dialogIds).toEqual([first]);
  });

  it('goes to the agent who has been ready the longest', () => {
    const { call, contactCenter, state } = makeSwitchboard({ ready: [IKO, MARA] });
    contactCenter.agents.request(IKO, { state: 'NOT_READY', by: 'self' });
    contactCenter.agents.request(IKO, { state: 'READY', by: 'self' });

    call({ to: '6000' });

    expect(state(MARA)).toBe('RESERVED');
    expect(state(IKO)).toBe('READY');
  });

  it('frees the agent when the caller gives up while it rings', () => {
    const { call, contactCenter, state, lines } = makeSwitchboard({ ready: [MARA] });
    const dialogId = call({ to: '6000' });

    contactCenter.endDialog(dialogId);

    expect(state(MARA)).toBe('READY');
    expect(lines(MARA).at(-1)).toBe(`DELETE DROPPED ${MARA}:DROPPED ${CALLER}:DROPPED`);
  });

  it('leaves the queue when the caller gives up waiting', () => {
    const { call, contactCenter } = makeSwitchboard({ ready: [] });
    const dialogId = call({ to: '6000' });

    contactCenter.endDialog(dialogId);

    expect(contactCenter.truth().queues[0]?.waiting).toEqual([]);
    expect(contactCenter.truth().dialogs).toEqual([]);
  });

  it('rings at somebody else when the first does not answer', () => {
    const { call, contactCenter, state } = makeSwitchboard({ ready: [MARA, IKO] });
    const dialogId = call({ to: '6000' });

    contactCenter.switchboard.noAnswer(dialogId, MARA);

    expect([state(MARA), state(IKO)]).toEqual(['READY', 'RESERVED']);
    expect(contactCenter.user(IKO)?.dialogIds).toEqual([dialogId]);
  });

  for (const { deployment, after } of [
    { deployment: 'ucce', after: 'READY' },
    { deployment: 'uccx', after: 'NOT_READY' },
  ] as const) {
    it(`goes back to the queue when nobody answers, and makes the agent ${after} on ${deployment}`, () => {
      const { call, contactCenter, state, lines } = makeSwitchboard({ deployment, ready: [MARA] });
      const dialogId = call({ to: '6000' });

      contactCenter.switchboard.noAnswer(dialogId, MARA);

      expect(state(MARA)).toBe(after);
      expect(lines(MARA).at(-1)).toBe(`DELETE ALERTING ${MARA}:ALERTING ${CALLER}:INITIATED`);
      expect(contactCenter.truth().queues[0]?.waiting).toEqual([dialogId]);
    });
  }
});

describe('What an agent asks for during a call', () => {
  for (const { asked, afterCall, afterWrapUp } of [
    { asked: 'NOT_READY', afterCall: 'WORK', afterWrapUp: 'NOT_READY' },
    { asked: 'READY', afterCall: 'WORK_READY', afterWrapUp: 'READY' },
    { asked: 'LOGOUT', afterCall: 'LOGOUT', afterWrapUp: 'LOGOUT' },
  ] as const) {
    it(`is pending until it is over: ${asked}`, () => {
      const { call, control, contactCenter, state, clock } = makeSwitchboard({ ready: [MARA] });
      const dialogId = call({ to: '6000' });
      control.answer({ dialogId, agentId: MARA });

      contactCenter.agents.request(MARA, { state: asked, by: 'self' });
      control.hold({ dialogId, agentId: MARA });
      const during = contactCenter.user(MARA);
      control.drop({ dialogId, agentId: MARA });
      const afterwards = state(MARA);
      clock.advance(121_000);

      expect([during?.state, during?.pendingState]).toEqual(['HOLD', asked]);
      expect(afterwards).toBe(afterCall);
      expect(state(MARA)).toBe(afterWrapUp);
      expect(contactCenter.user(MARA)?.pendingState).toBe('');
      expect(contactCenter.truth().dialogs).toEqual([]);
    });
  }

  it('is no new state yet: the time in state goes on', () => {
    const { call, control, contactCenter, clock } = makeSwitchboard({ ready: [MARA] });
    const dialogId = call({ to: '6000' });
    control.answer({ dialogId, agentId: MARA });
    const since = contactCenter.user(MARA)?.stateChangeTime;
    clock.advance(5000);

    contactCenter.agents.request(MARA, { state: 'NOT_READY', by: 'self' });

    expect(contactCenter.user(MARA)?.stateChangeTime).toBe(since);
  });

  it('skips wrapping up when it is to sign out', () => {
    const { call, control, contactCenter, lines } = makeSwitchboard({ ready: [MARA] });
    const dialogId = call({ to: '6000' });
    control.answer({ dialogId, agentId: MARA });

    contactCenter.agents.request(MARA, { state: 'LOGOUT', by: 'self' });
    control.drop({ dialogId, agentId: MARA });

    expect(lines(MARA).join()).not.toContain('WRAP_UP');
  });

  it('keeps its reason until it comes true', () => {
    const { call, control, contactCenter, clock } = makeSwitchboard({ ready: [MARA] });
    const dialogId = call({ to: '6000' });
    control.answer({ dialogId, agentId: MARA });

    contactCenter.agents.request(MARA, { state: 'NOT_READY', reasonCodeId: 32, by: 'self' });
    control.hold({ dialogId, agentId: MARA });
    contactCenter.endDialog(dialogId);
    clock.advance(121_000);

    expect(contactCenter.user(MARA)).toEqual(
      jasmine.objectContaining({ state: 'NOT_READY', reasonCodeId: 32 }),
    );
  });
});

describe('Unified CCX', () => {
  it('shows no HOLD and wraps up in WORK', () => {
    const { call, control, contactCenter, state } = makeSwitchboard({
      deployment: 'uccx',
      ready: [MARA],
    });
    const dialogId = call({ to: '6000' });
    control.answer({ dialogId, agentId: MARA });

    control.hold({ dialogId, agentId: MARA });
    const held = state(MARA);
    contactCenter.endDialog(dialogId);

    expect([held, state(MARA)]).toEqual(['TALKING', 'WORK']);
  });

  it('leaves an agent not ready, with busy media, on a call that came over no queue', () => {
    const { call, control, contactCenter } = makeSwitchboard({ deployment: 'uccx', ready: [MARA] });
    const dialogId = call({ to: MARA });
    const ringing = contactCenter.user(MARA)?.state;

    control.answer({ dialogId, agentId: MARA });
    const talking = contactCenter.user(MARA);
    contactCenter.endDialog(dialogId);

    expect(ringing).toBe('READY');
    expect([talking?.state, talking?.isMediaBusy]).toEqual(['NOT_READY', true]);
    expect(contactCenter.world.reasonCodes.get(talking?.reasonCodeId ?? 0)?.code).toBe(32761);
    expect(contactCenter.user(MARA)?.isMediaBusy).toBeFalse();
  });
});

describe('The switchboard', () => {
  for (const { given, request } of [
    { given: 'an unknown queue', request: { to: MARA, queueId: '9999' } },
    { given: 'an unknown number', request: { to: '8888' } },
    { given: 'an agent who is signed out', request: { to: '1001003' } },
  ]) {
    it(`refuses a call to ${given}`, () => {
      const { contactCenter, published } = makeSwitchboard();

      expect(contactCenter.createDialog({ from: CALLER, ...request }).ok).toBeFalse();
      expect(published).toEqual([]);
    });
  }

  it('refuses what a party cannot do, in the words of Finesse', () => {
    const { call, control } = makeSwitchboard({ ready: [MARA] });
    const dialogId = call({ to: '6000' });

    const refused = [
      control.hold({ dialogId, agentId: MARA }),
      control.retrieve({ dialogId, agentId: MARA }),
      control.answer({ dialogId, agentId: IKO }),
      control.drop({ dialogId: '1', agentId: MARA }),
    ];

    for (const result of refused) {
      expect(result).toEqual({
        ok: false,
        error: jasmine.objectContaining({ errorType: 'Generic Error', errorData: '4047' }),
      });
    }
  });

  it('ends the call of an agent whom the phone signs out', () => {
    const { call, control, contactCenter, lines } = makeSwitchboard({ ready: [MARA] });
    const dialogId = call({ to: '6000' });
    control.answer({ dialogId, agentId: MARA });

    contactCenter.setAgentState(MARA, { state: 'LOGOUT' });

    expect(lines(MARA).at(-1)).toBe(`DELETE DROPPED ${MARA}:DROPPED ${CALLER}:DROPPED`);
    expect(contactCenter.user(MARA)).toEqual(
      jasmine.objectContaining({ state: 'LOGOUT', dialogIds: [] }),
    );
  });

  it('changes call variables by name and keeps the others', () => {
    const { contactCenter, control } = makeSwitchboard({ ready: [MARA] });
    const placed = contactCenter.createDialog({
      from: CALLER,
      to: '6000',
      variables: [
        { name: 'callVariable1', value: 'old' },
        { name: 'callVariable2', value: 'kept' },
      ],
    });
    const dialog = contactCenter.world.dialogs.get(placed.ok ? placed.value : '');

    if (dialog !== undefined) {
      const variables = [{ name: 'callVariable1', value: 'new' }];
      control.updateData(dialog, { variables, wrapUpReason: 'Solved' });
    }

    const changed = contactCenter.world.dialogs.get(dialog?.id ?? '');
    expect(changed?.wrapUpReason).toBe('Solved');
    expect(changed?.variables).toEqual([
      { name: 'callVariable1', value: 'new' },
      { name: 'callVariable2', value: 'kept' },
    ]);
  });
});
