import { CALLER, IKO, makeSwitchboard, MARA, NOA } from './testing/make-switchboard';

const OWN = { agentId: MARA };

describe('A transfer in a single step', () => {
  it('rings at the colleague while the agent is out of it', () => {
    const { talking, consultations, contactCenter, linesOf, state } = makeSwitchboard();
    const original = talking();

    consultations.transferSingleStep({ dialogId: original, ...OWN, toAddress: IKO });

    expect(linesOf(IKO, original)).toEqual([
      `POST ALERTING ${IKO}:ALERTING ${MARA}:WRAP_UP ${CALLER}:ACTIVE`,
    ]);
    expect([state(MARA), state(IKO)]).toEqual(['WORK_READY', 'RESERVED']);
    expect(contactCenter.world.dialogs.get(original)).toEqual(
      jasmine.objectContaining({ callType: 'TRANSFER', toAddress: IKO }),
    );
  });

  it('is talked and wrapped up like any other', () => {
    const { talking, consultations, control, contactCenter, clock, state, linesOf } =
      makeSwitchboard();
    const original = talking();
    consultations.transferSingleStep({ dialogId: original, ...OWN, toAddress: IKO });

    control.answer({ dialogId: original, agentId: IKO });
    const talked = [state(MARA), state(IKO)];
    const told = linesOf(IKO, original).at(-1);
    contactCenter.endDialog(original);
    const after = state(IKO);
    clock.advance(121_000);

    expect(talked).toEqual(['WORK_READY', 'TALKING']);
    expect(told).toBe(`PUT ACTIVE ${IKO}:ACTIVE ${MARA}:WRAP_UP ${CALLER}:ACTIVE`);
    expect(after).toBe('WORK_READY');
    expect(contactCenter.truth().dialogs).toEqual([]);
  });

  it('to a queue waits there for somebody', () => {
    const { talking, consultations, contactCenter, clock, state } = makeSwitchboard({
      ready: [MARA],
      notReady: [IKO],
    });
    const original = talking();

    consultations.transferSingleStep({ dialogId: original, ...OWN, toAddress: '6001' });
    const waiting = contactCenter.truth().queues.map((queue) => queue.waiting);
    contactCenter.agents.request(IKO, { state: 'READY', by: 'self' });
    clock.advance(100);

    expect(waiting).toEqual([[], [original]]);
    expect(state(IKO)).toBe('RESERVED');
  });

  for (const to of [NOA, 'nowhere']) {
    it(`to ${to} fails and leaves the call where it is`, () => {
      const { talking, consultations, contactCenter, state } = makeSwitchboard();
      const original = talking();

      const refused = consultations.transferSingleStep({
        dialogId: original,
        ...OWN,
        toAddress: to,
      });

      expect(refused).toEqual({
        ok: false,
        error: jasmine.objectContaining({
          errorType: 'Call Operation Failure',
          errorMessage: 'CF_RESOURCE_OUT_OF_SERVICE',
          errorData: '34',
        }),
      });
      expect(state(MARA)).toBe('TALKING');
      expect(contactCenter.user(MARA)?.dialogIds).toEqual([original]);
    });
  }
});
