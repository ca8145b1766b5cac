import { userDialogsNode } from 'finesse-tunnel/protocol';
import type { Deployment } from './deployment';
import { makeContactCenter } from './testing/make-contact-center';
import { childOf, textOf } from './rest/xml-body';
import type { TestedUpdate } from './testing/make-contact-center';

const MARA = '1001001';
const IKO = '1001002';
const CALLER = '+15550100';

/** A notification about a call in one line: event, state of the dialog, states of the parties. */
function line({ event, data }: TestedUpdate): string {
  const dialog = data.name === 'dialogs' ? data.children[0] : data;
  const parties = (dialog && childOf(dialog, 'participants')?.children) ?? [];
  const states = parties.map(
    (party) => `${textOf(party, 'mediaAddress') ?? ''}:${textOf(party, 'state') ?? ''}`,
  );
  return [event, dialog && textOf(dialog, 'state'), ...states].join(' ');
}

function setup({ deployment = 'ucce' as Deployment, ready = [MARA, IKO], notReady = [''] } = {}) {
  const tested = makeContactCenter({ deployment });
  const { contactCenter, published, clock } = tested;
  for (const id of [...ready, ...notReady.filter((one) => one !== '')]) {
    contactCenter.agents.signIn(id, id);
  }
  for (const id of ready) {
    contactCenter.agents.request(id, { state: 'READY', by: 'self' });
  }
  clock.advance(100);
  published.length = 0;
  const call = (request: { from?: string; to: string; queueId?: string }) => {
    const placed = contactCenter.createDialog({ from: CALLER, ...request });
    return placed.ok ? placed.value : '';
  };
  const state = (id: string) => contactCenter.user(id)?.state;
  const lines = (id: string) => tested.on(userDialogsNode(id)).map(line);
  return { ...tested, call, state, lines, control: contactCenter.switchboard.control };
}

describe('A call to a queue', () => {
  it('rings, is answered, held, taken back, ended by the caller and wrapped up', () => {
    const { call, control, contactCenter, state, lines } = setup({ ready: [MARA] });
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
      `PUT DROPPED ${MARA}:DROPPED ${CALLER}:DROPPED`,
      `DELETE DROPPED ${MARA}:DROPPED ${CALLER}:DROPPED`,
    ]);
    expect(contactCenter.truth().dialogs).toEqual([]);
  });

  it('waits until somebody is ready, the longest waiting call first', () => {
    const { call, contactCenter, clock, state } = setup({ ready: [], notReady: [MARA] });
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

  it('goes to the agent who has been ready the longest', () => {
    const { call, contactCenter, state } = setup({ ready: [IKO, MARA] });
    contactCenter.agents.request(IKO, { state: 'NOT_READY', by: 'self' });
    contactCenter.agents.request(IKO, { state: 'READY', by: 'self' });

    call({ to: '6000' });

    expect(state(MARA)).toBe('RESERVED');
    expect(state(IKO)).toBe('READY');
  });

  it('frees the agent when the caller gives up while it rings', () => {
    const { call, contactCenter, state, lines } = setup({ ready: [MARA] });
    const dialogId = call({ to: '6000' });

    contactCenter.endDialog(dialogId);

    expect(state(MARA)).toBe('READY');
    expect(lines(MARA).at(-1)).toBe(`DELETE DROPPED ${MARA}:DROPPED ${CALLER}:DROPPED`);
  });

  it('leaves the queue when the caller gives up waiting', () => {
    const { call, contactCenter } = setup({ ready: [] });
    const dialogId = call({ to: '6000' });

    contactCenter.endDialog(dialogId);

    expect(contactCenter.truth().queues[0]?.waiting).toEqual([]);
    expect(contactCenter.truth().dialogs).toEqual([]);
  });

  for (const { deployment, after } of [
    { deployment: 'ucce', after: 'READY' },
    { deployment: 'uccx', after: 'NOT_READY' },
  ] as const) {
    it(`goes back to the queue when nobody answers, and makes the agent ${after} on ${deployment}`, () => {
      const { call, contactCenter, state, lines } = setup({ deployment, ready: [MARA] });
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
      const { call, control, contactCenter, state, clock } = setup({ ready: [MARA] });
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

  it('keeps its reason until it comes true', () => {
    const { call, control, contactCenter, clock } = setup({ ready: [MARA] });
    const dialogId = call({ to: '6000' });
    control.answer({ dialogId, agentId: MARA });

    contactCenter.agents.request(MARA, { state: 'NOT_READY', reasonCodeId: 32, by: 'self' });
    contactCenter.endDialog(dialogId);
    clock.advance(121_000);

    expect(contactCenter.user(MARA)).toEqual(
      jasmine.objectContaining({ state: 'NOT_READY', reasonCodeId: 32 }),
    );
  });
});

describe('Unified CCX', () => {
  it('shows no HOLD and wraps up in WORK', () => {
    const { call, control, contactCenter, state } = setup({ deployment: 'uccx', ready: [MARA] });
    const dialogId = call({ to: '6000' });
    control.answer({ dialogId, agentId: MARA });

    control.hold({ dialogId, agentId: MARA });
    const held = state(MARA);
    contactCenter.endDialog(dialogId);

    expect([held, state(MARA)]).toEqual(['TALKING', 'WORK']);
  });

  it('leaves an agent not ready, with busy media, on a call that came over no queue', () => {
    const { call, control, contactCenter } = setup({ deployment: 'uccx', ready: [MARA] });
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

describe('A call that an agent places', () => {
  it('to a colleague tells both, each with their own beginning', () => {
    const { call, control, contactCenter, lines, state } = setup({
      ready: [IKO],
      notReady: [MARA],
    });

    const dialogId = call({ from: MARA, to: IKO });
    control.answer({ dialogId, agentId: IKO });
    const talking = [state(MARA), state(IKO)];
    control.drop({ dialogId, agentId: MARA });

    expect(lines(MARA)).toEqual([
      `POST INITIATING ${MARA}:INITIATING`,
      `PUT INITIATED ${MARA}:INITIATED`,
      `PUT ALERTING ${IKO}:ALERTING ${MARA}:INITIATED`,
      `PUT ACTIVE ${IKO}:ACTIVE ${MARA}:ACTIVE`,
      `PUT ACTIVE ${IKO}:ACTIVE ${MARA}:DROPPED`,
      `PUT DROPPED ${IKO}:DROPPED ${MARA}:DROPPED`,
      `DELETE DROPPED ${IKO}:DROPPED ${MARA}:DROPPED`,
    ]);
    expect(lines(IKO)[0]).toBe(`POST ALERTING ${IKO}:ALERTING ${MARA}:INITIATED`);
    expect(talking).toEqual(['TALKING', 'TALKING']);
    expect([state(MARA), state(IKO)]).toEqual(['NOT_READY', 'READY']);
    expect(contactCenter.truth().dialogs).toEqual([]);
  });

  it('from READY makes the agent not ready first, with the code for off hook', () => {
    const { call, contactCenter, on } = setup({ ready: [MARA] });

    call({ from: MARA, to: '+15550199' });

    const [first, second] = on(`/finesse/api/User/${MARA}`);
    const reason = first && childOf(first.data, 'reasonCode');
    expect(first && textOf(first.data, 'state')).toBe('NOT_READY');
    expect(reason && textOf(reason, 'code')).toBe('50006');
    expect(second && textOf(second.data, 'state')).toBe('TALKING');
    expect(contactCenter.user(MARA)?.state).toBe('TALKING');
  });

  it('to the outside is answered there after two rings', () => {
    const { call, clock, lines } = setup({ ready: [], notReady: [MARA] });
    call({ from: MARA, to: '+15550199' });
    clock.advance(1900);
    const ringing = lines(MARA).at(-1);

    clock.advance(200);

    expect(ringing).toBe(`PUT ALERTING ${MARA}:INITIATED +15550199:ALERTING`);
    expect(lines(MARA).at(-1)).toBe(`PUT ACTIVE ${MARA}:ACTIVE +15550199:ACTIVE`);
  });

  for (const { to, cause } of [
    { to: IKO, cause: 'BUSY' },
    { to: 'nowhere', cause: 'BAD_DESTINATION' },
  ]) {
    it(`fails with ${cause} at ${to}, and is dropped by hand`, () => {
      const { call, control, contactCenter, published, state } = setup({
        ready: [],
        notReady: [MARA],
      });

      const dialogId = call({ from: MARA, to });
      const failed = contactCenter.world.dialogs.get(dialogId);
      const told = published.at(-1)?.payload;
      control.drop({ dialogId, agentId: MARA });

      expect(failed?.state).toBe('FAILED');
      expect(told).toContain(`<stateCause>${cause}</stateCause>`);
      expect(state(MARA)).toBe('NOT_READY');
      expect(contactCenter.truth().dialogs).toEqual([]);
    });
  }

  it('is refused while the agent is on another', () => {
    const { call, contactCenter } = setup({ ready: [], notReady: [MARA] });
    call({ from: MARA, to: '+15550199' });

    const second = contactCenter.createDialog({ from: MARA, to: '+15550198' });

    expect(second).toEqual({
      ok: false,
      error: jasmine.objectContaining({ errorType: 'Invalid State', errorData: '22' }),
    });
  });
});

describe('The switchboard', () => {
  for (const { given, request } of [
    { given: 'an unknown queue', request: { to: MARA, queueId: '9999' } },
    { given: 'an unknown number', request: { to: '8888' } },
    { given: 'an agent who is signed out', request: { to: '1001003' } },
  ]) {
    it(`refuses a call to ${given}`, () => {
      const { contactCenter, published } = setup();

      expect(contactCenter.createDialog({ from: CALLER, ...request }).ok).toBeFalse();
      expect(published).toEqual([]);
    });
  }

  it('refuses what a party cannot do, in the words of Finesse', () => {
    const { call, control } = setup({ ready: [MARA] });
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
    const { call, control, contactCenter, lines } = setup({ ready: [MARA] });
    const dialogId = call({ to: '6000' });
    control.answer({ dialogId, agentId: MARA });

    contactCenter.setAgentState(MARA, { state: 'LOGOUT' });

    expect(lines(MARA).at(-1)).toBe(`DELETE DROPPED ${MARA}:DROPPED ${CALLER}:DROPPED`);
    expect(contactCenter.user(MARA)).toEqual(
      jasmine.objectContaining({ state: 'LOGOUT', dialogIds: [] }),
    );
  });

  it('changes call variables by name and keeps the others', () => {
    const { contactCenter, control } = setup({ ready: [MARA] });
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
