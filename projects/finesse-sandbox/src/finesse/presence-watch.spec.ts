import { makeContactCenter } from './testing/make-contact-center';
import { makeSwitchboard, MARA } from './testing/make-switchboard';

describe('Somebody whose desktop is gone', () => {
  /** What an agent is, with the number of the reason code. */
  const stateOf = ({ contactCenter }: ReturnType<typeof makeSwitchboard>) => {
    const { state, reasonCodeId } = contactCenter.user(MARA) ?? {};
    return [state, contactCenter.world.reasonCodes.get(reasonCodeId ?? 0)?.code];
  };
  const leave = ({ contactCenter }: ReturnType<typeof makeSwitchboard>) => {
    contactCenter.presenceChanged(MARA, true);
    contactCenter.presenceChanged(MARA, false);
  };

  for (const { deployment, state } of [
    { deployment: 'ucce', state: 'NOT_READY' },
    { deployment: 'uccx', state: 'LOGOUT' },
  ] as const) {
    it(`is ${state} with code 255 after a minute on ${deployment}`, () => {
      const tested = makeSwitchboard({ deployment, ready: [MARA] });
      leave(tested);

      tested.clock.advance(59_900);
      const [before] = stateOf(tested);
      tested.clock.advance(200);

      expect(before).toBe('READY');
      expect(stateOf(tested)).toEqual([state, 255]);
    });
  }

  it('is away for three minutes before anything happens when the desktop went without a goodbye', () => {
    const tested = makeSwitchboard({ ready: [MARA] });
    tested.contactCenter.presenceChanged(MARA, true);
    tested.contactCenter.presenceChanged(MARA, false, 'lost');

    tested.clock.advance(179_900);
    const [before] = stateOf(tested);
    tested.clock.advance(200);

    expect(before).toBe('READY');
    expect(stateOf(tested)).toEqual(['NOT_READY', 255]);
  });

  it('is signed out on Unified CCE, too, where the agent desk says so', () => {
    const { contactCenter, clock } = makeContactCenter({ quirks: ['logout-on-disconnect'] });
    contactCenter.agents.signIn(MARA, MARA);
    contactCenter.presenceChanged(MARA, true);

    contactCenter.presenceChanged(MARA, false);
    clock.advance(60_100);

    expect(contactCenter.user(MARA)?.state).toBe('LOGOUT');
  });

  it('stays who comes back in time, as after a reload', () => {
    const tested = makeSwitchboard({ ready: [MARA] });
    leave(tested);
    tested.clock.advance(59_000);

    tested.contactCenter.presenceChanged(MARA, true);
    tested.clock.advance(120_000);

    expect(stateOf(tested)[0]).toBe('READY');
  });

  it('has a minute from the last time', () => {
    const tested = makeSwitchboard({ ready: [MARA] });
    leave(tested);
    tested.clock.advance(40_000);
    leave(tested);

    tested.clock.advance(40_000);

    expect(stateOf(tested)[0]).toBe('READY');
  });

  it('ends the call first', () => {
    const tested = makeSwitchboard({ ready: [MARA] });
    const dialogId = tested.talking();
    leave(tested);
    tested.clock.advance(60_000);
    const during = tested.contactCenter.user(MARA);

    tested.contactCenter.endDialog(dialogId);
    tested.clock.advance(121_000);

    expect([during?.state, during?.pendingState]).toEqual(['TALKING', 'NOT_READY']);
    expect(stateOf(tested)).toEqual(['NOT_READY', 255]);
  });

  it('ends a call on Unified CCX that shows in no state, then signs out', () => {
    const tested = makeSwitchboard({ deployment: 'uccx', ready: [MARA] });
    const dialogId = tested.call({ to: MARA });
    tested.control.answer({ dialogId, agentId: MARA });
    leave(tested);
    tested.clock.advance(60_000);
    const during = tested.contactCenter.user(MARA)?.isMediaBusy;

    tested.contactCenter.endDialog(dialogId);

    expect(during).toBeTrue();
    expect(stateOf(tested)).toEqual(['LOGOUT', 255]);
  });

  it('is left alone when signed out, and by a reset', () => {
    const tested = makeSwitchboard({ ready: [], notReady: [] });
    leave(tested);

    tested.clock.advance(61_000);

    expect(stateOf(tested)[0]).toBe('LOGOUT');
    expect(tested.published).toEqual([]);
  });
});
