import { IKO, makeSwitchboard, MARA } from './testing/make-switchboard';

describe('A consultation that somebody holds', () => {
  const consulted = () => {
    const tested = makeSwitchboard();
    const original = tested.talking();
    tested.consultations.consult({ dialogId: original, agentId: MARA, toAddress: IKO });
    const consult = tested.dialogOf(MARA, 'CONSULT')?.id ?? '';
    tested.control.answer({ dialogId: consult, agentId: IKO });
    return { ...tested, original, consult };
  };

  it('still brings the colleague into the call', () => {
    const { original, consult, control, consultations, contactCenter } = consulted();
    control.hold({ dialogId: consult, agentId: IKO });

    consultations.transfer({ dialogId: original, agentId: MARA });

    expect(contactCenter.user(IKO)?.dialogIds).toEqual([original]);
  });

  it('does not end the wrap-up of the call that is over', () => {
    const { original, consult, control, contactCenter } = consulted();
    contactCenter.endDialog(original);

    control.hold({ dialogId: consult, agentId: MARA });

    expect(contactCenter.user(MARA)?.dialogIds).toEqual([original, consult]);
  });
});
