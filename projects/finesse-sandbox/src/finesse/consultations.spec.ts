import { dialogNode } from 'finesse-tunnel/protocol';
import { CALLER, IKO, makeSwitchboard, MARA, NOA } from './testing/make-switchboard';

/** Mara talks to a caller and has asked Iko, who has answered. */
function consulted(options: Parameters<typeof makeSwitchboard>[0] = {}) {
  const tested = makeSwitchboard(options);
  const original = tested.talking();
  tested.consultations.consult({ dialogId: original, agentId: MARA, toAddress: IKO });
  const consult = tested.dialogOf(MARA, 'CONSULT')?.id ?? '';
  tested.control.answer({ dialogId: consult, agentId: IKO });
  return { ...tested, original, consult };
}

const OWN = { agentId: MARA };

describe('A consultation', () => {
  it('holds the call, rings at the colleague and names the call it is about', () => {
    const { talking, consultations, dialogOf, lines, linesOf, state, contactCenter } =
      makeSwitchboard();
    const original = talking();
    consultations.consult({ dialogId: original, ...OWN, toAddress: IKO, requestId: 'r1' });
    const consult = dialogOf(MARA, 'CONSULT');

    expect(linesOf(MARA, original).slice(2)).toEqual([
      `PUT ACTIVE ${MARA}:HELD ${CALLER}:ACTIVE`,
      `PUT ACTIVE ${MARA}:HELD ${CALLER}:ACTIVE`,
    ]);
    expect(linesOf(MARA, consult?.id ?? '')).toEqual([
      `POST INITIATING ${MARA}:INITIATING`,
      `POST INITIATING ${MARA}:INITIATING`,
      `PUT INITIATED ${MARA}:INITIATED`,
      `PUT ALERTING ${IKO}:ALERTING ${MARA}:INITIATED`,
    ]);
    expect(lines(IKO)).toEqual([`POST ALERTING ${IKO}:ALERTING ${MARA}:INITIATED`]);
    expect([state(MARA), state(IKO)]).toEqual(['TALKING', 'RESERVED']);
    expect(consult?.associatedId).toBe(original);
    expect(contactCenter.world.dialogs.get(original)?.associatedId).toBe(consult?.id);
  });

  it('tells the request on the held call, and both ids as URIs', () => {
    const { talking, consultations, on, published } = makeSwitchboard();
    const original = talking();
    published.length = 0;

    consultations.consult({ dialogId: original, ...OWN, toAddress: IKO, requestId: 'r1' });

    const [held] = on(`/finesse/api/User/${MARA}/Dialogs`);
    expect(held).toEqual(
      jasmine.objectContaining({ event: 'PUT', requestId: 'r1', source: dialogNode(original) }),
    );
    expect(published.map(({ payload }) => payload).join()).toContain(
      `<associatedDialogUri>${dialogNode(original)}</associatedDialogUri>`,
    );
  });

  it('opens transfer and conference once it is talked, on the call that is held', () => {
    const { talking, consultations, control, dialogOf, actions } = makeSwitchboard();
    const original = talking();
    const before = actions(MARA, original);
    consultations.consult({ dialogId: original, ...OWN, toAddress: IKO });
    const consult = dialogOf(MARA, 'CONSULT')?.id ?? '';
    const ringing = actions(MARA, original);
    control.answer({ dialogId: consult, agentId: IKO });

    expect(before).toEqual([
      'HOLD',
      'DROP',
      'UPDATE_CALL_DATA',
      'CONSULT_CALL',
      'SEND_DTMF',
      'TRANSFER_SST',
    ]);
    expect(ringing).toEqual(['RETRIEVE', 'DROP', 'UPDATE_CALL_DATA']);
    expect(actions(MARA, original)).toEqual([...ringing, 'TRANSFER', 'CONFERENCE']);
    expect(actions(MARA, consult)).toEqual(['HOLD', 'DROP', 'UPDATE_CALL_DATA', 'SEND_DTMF']);
  });

  it('can be left for the caller and come back to, transfer and conference moving along', () => {
    const { original, consult, control, actions, state } = consulted();

    control.retrieve({ dialogId: original, ...OWN });

    expect(actions(MARA, original)).not.toContain('TRANSFER');
    expect(actions(MARA, original)).not.toContain('CONSULT_CALL');
    expect(actions(MARA, consult)).toEqual([
      'RETRIEVE',
      'DROP',
      'UPDATE_CALL_DATA',
      'TRANSFER',
      'CONFERENCE',
    ]);
    expect(state(MARA)).toBe('TALKING');
  });

  it('over, leaves the agent with the held call', () => {
    const { original, consult, control, actions, state, contactCenter } = consulted();

    control.drop({ dialogId: consult, agentId: IKO });

    expect([state(MARA), state(IKO)]).toEqual(['HOLD', 'READY']);
    expect(actions(MARA, original)).toEqual(['RETRIEVE', 'DROP', 'UPDATE_CALL_DATA']);
    expect(contactCenter.world.dialogs.get(original)?.associatedId).toBe('');
    expect(contactCenter.user(MARA)?.dialogIds).toEqual([original]);
  });

  it('goes on when the caller hangs up, and the wrap-up waits for its end', () => {
    const { original, consult, control, contactCenter, state, clock } = consulted();

    contactCenter.endDialog(original);
    const during = state(MARA);
    control.drop({ dialogId: consult, ...OWN });
    const after = state(MARA);
    clock.advance(121_000);

    expect([during, after, state(MARA)]).toEqual(['TALKING', 'WORK_READY', 'READY']);
    expect(contactCenter.truth().dialogs).toEqual([]);
  });

  for (const { to, dialogState } of [
    { to: 'nowhere', dialogState: 'FAILED' },
    { to: NOA, dialogState: 'FAILED' },
    { to: '+15550177', dialogState: 'ALERTING' },
    { to: '6000', dialogState: 'ALERTING' },
  ]) {
    it(`with ${to} is ${dialogState}, and ends in the held call`, () => {
      const { talking, consultations, control, dialogOf, state } = makeSwitchboard();
      const original = talking();

      consultations.consult({ dialogId: original, ...OWN, toAddress: to });
      const consult = dialogOf(MARA, 'CONSULT');
      control.drop({ dialogId: consult?.id ?? '', ...OWN });

      expect(consult?.state).toBe(dialogState === 'FAILED' ? 'FAILED' : 'ALERTING');
      expect(state(MARA)).toBe('HOLD');
      expect(dialogOf(MARA, 'CONSULT')).toBeUndefined();
    });
  }

  it('is refused with somebody who is in the call', () => {
    const { talking, consultations, dialogOf } = makeSwitchboard();
    const original = talking();

    const refused = consultations.consult({ dialogId: original, ...OWN, toAddress: CALLER });

    expect(refused).toEqual({
      ok: false,
      error: jasmine.objectContaining({ errorType: 'Call Operation Failure', errorData: '34' }),
    });
    expect(dialogOf(MARA, 'CONSULT')).toBeUndefined();
  });
});

describe('A transfer', () => {
  it('leaves the colleague with the caller, and the agent with the wrap-up', () => {
    const { original, consult, consultations, contactCenter, linesOf, state } = consulted();

    const done = consultations.transfer({ dialogId: original, ...OWN });

    expect(done.ok).toBeTrue();
    expect(linesOf(IKO, original)).toEqual([
      `POST ACTIVE ${MARA}:HELD ${CALLER}:ACTIVE ${IKO}:ACTIVE`,
      `PUT ACTIVE ${MARA}:WRAP_UP ${CALLER}:ACTIVE ${IKO}:ACTIVE`,
    ]);
    expect(linesOf(IKO, consult).at(-1)).toBe(`DELETE DROPPED ${IKO}:DROPPED ${MARA}:DROPPED`);
    expect(linesOf(MARA, consult).at(-1)).toBe(`DELETE DROPPED ${IKO}:DROPPED ${MARA}:DROPPED`);
    expect([state(MARA), state(IKO)]).toEqual(['WORK_READY', 'TALKING']);
    expect(contactCenter.world.dialogs.get(original)).toEqual(
      jasmine.objectContaining({
        callType: 'TRANSFER',
        secondaryId: consult,
        associatedId: '',
        toAddress: IKO,
        fromAddress: CALLER,
      }),
    );
  });

  it('lets whoever has the call wrap it up too', () => {
    const { original, consultations, contactCenter, control, clock, state } = consulted();
    consultations.transfer({ dialogId: original, ...OWN });
    clock.advance(121_000);
    const first = contactCenter.user(MARA);

    control.drop({ dialogId: original, agentId: IKO });
    const after = state(IKO);
    clock.advance(121_000);

    expect([first?.state, first?.dialogIds]).toEqual(['READY', []]);
    expect([after, state(IKO)]).toEqual(['WORK_READY', 'READY']);
    expect(contactCenter.truth().dialogs).toEqual([]);
  });

  it('to somebody outside takes the call out of the contact centre', () => {
    const { talking, consultations, contactCenter, clock, state } = makeSwitchboard();
    const original = talking();
    consultations.consult({ dialogId: original, ...OWN, toAddress: '+15550177' });
    clock.advance(2100);

    consultations.transfer({ dialogId: original, ...OWN });
    const after = state(MARA);
    clock.advance(121_000);

    expect([after, state(MARA)]).toEqual(['WORK_READY', 'READY']);
    expect(contactCenter.truth().dialogs).toEqual([]);
  });

  it('is refused before the colleague answers, and on the call that is talked', () => {
    const { talking, consultations, dialogOf } = makeSwitchboard();
    const original = talking();
    consultations.consult({ dialogId: original, ...OWN, toAddress: IKO });
    const answered = consulted();

    for (const refused of [
      consultations.transfer({ dialogId: original, ...OWN }),
      consultations.conference({ dialogId: original, ...OWN }),
      consultations.transfer({ dialogId: dialogOf(MARA, 'CONSULT')?.id ?? '', ...OWN }),
      answered.consultations.transfer({ dialogId: answered.consult, ...OWN }),
      answered.consultations.transfer({ dialogId: answered.original, agentId: IKO }),
    ]) {
      expect(refused).toEqual({
        ok: false,
        error: jasmine.objectContaining({ errorType: 'Generic Error', errorData: '4047' }),
      });
    }
  });
});

describe('A conference', () => {
  it('brings everybody together, under the agent who made it', () => {
    const { original, consult, consultations, contactCenter, linesOf, state, actions } =
      consulted();

    consultations.conference({ dialogId: original, ...OWN });

    expect(linesOf(IKO, original)).toEqual([
      `POST ACTIVE ${MARA}:ACTIVE ${CALLER}:ACTIVE ${IKO}:ACTIVE`,
    ]);
    expect(linesOf(MARA, original).at(-1)).toBe(
      `PUT ACTIVE ${MARA}:ACTIVE ${CALLER}:ACTIVE ${IKO}:ACTIVE`,
    );
    expect(contactCenter.world.dialogs.get(original)).toEqual(
      jasmine.objectContaining({
        callType: 'CONFERENCE',
        secondaryId: consult,
        controllerId: MARA,
      }),
    );
    expect(contactCenter.user(MARA)?.dialogIds).toEqual([original]);
    expect([state(MARA), state(IKO)]).toEqual(['TALKING', 'TALKING']);
    expect(actions(MARA, original)).toContain('CONSULT_CALL');
  });

  it('goes on without the one who leaves, and ends with the last but one', () => {
    const { original, consultations, contactCenter, control, linesOf, state } = consulted();
    consultations.conference({ dialogId: original, ...OWN });

    control.drop({ dialogId: original, ...OWN });
    const between = [state(MARA), state(IKO)];
    contactCenter.endDialog(original);

    expect(between).toEqual(['WORK_READY', 'TALKING']);
    expect(linesOf(IKO, original).slice(1, 2)).toEqual([
      `PUT ACTIVE ${MARA}:WRAP_UP ${CALLER}:ACTIVE ${IKO}:ACTIVE`,
    ]);
    expect(state(IKO)).toBe('WORK_READY');
  });

  it('publishes no state twice on the way', () => {
    const { original, consultations, published } = consulted();
    published.length = 0;

    consultations.conference({ dialogId: original, ...OWN });

    expect(published.filter(({ node }) => /\/User\/\d+$/.test(node))).toEqual([]);
  });
});

describe('Unified CCX in a consultation', () => {
  it('stays TALKING for the agent and busy without a state for the colleague', () => {
    const { original, consultations, contactCenter, state } = consulted({ deployment: 'uccx' });
    const during = [state(MARA), state(IKO), contactCenter.user(IKO)?.isMediaBusy];

    consultations.transfer({ dialogId: original, ...OWN });
    contactCenter.endDialog(original);

    expect(during).toEqual(['TALKING', 'NOT_READY', true]);
    expect([state(MARA), state(IKO)]).toEqual(['WORK', 'NOT_READY']);
    expect(contactCenter.user(IKO)?.isMediaBusy).toBeFalse();
  });
});
