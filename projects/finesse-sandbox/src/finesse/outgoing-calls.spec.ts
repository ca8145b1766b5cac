import { childOf, textOf } from './rest/xml-body';
import { IKO, makeSwitchboard, MARA } from './testing/make-switchboard';

describe('A call that an agent places', () => {
  it('to a colleague tells both, each with their own beginning', () => {
    const { call, control, contactCenter, lines, state } = makeSwitchboard({
      ready: [IKO],
      notReady: [MARA],
    });

    const dialogId = call({ from: MARA, to: IKO });
    control.answer({ dialogId, agentId: IKO });
    const talking = [state(MARA), state(IKO)];
    control.drop({ dialogId, agentId: MARA });

    expect(lines(MARA)).toEqual([
      `POST INITIATING ${MARA}:INITIATING`,
      `POST INITIATING ${MARA}:INITIATING`,
      `PUT INITIATED ${MARA}:INITIATED`,
      `PUT ALERTING ${IKO}:ALERTING ${MARA}:INITIATED`,
      `PUT ACTIVE ${IKO}:ACTIVE ${MARA}:ACTIVE`,
      `PUT ACTIVE ${IKO}:ACTIVE ${MARA}:DROPPED`,
      `PUT DROPPED ${IKO}:DROPPED ${MARA}:DROPPED`,
      `PUT DROPPED ${IKO}:DROPPED ${MARA}:DROPPED`,
      `DELETE DROPPED ${IKO}:DROPPED ${MARA}:DROPPED`,
    ]);
    expect(lines(IKO)[0]).toBe(`POST ALERTING ${IKO}:ALERTING ${MARA}:INITIATED`);
    expect(talking).toEqual(['TALKING', 'TALKING']);
    expect([state(MARA), state(IKO)]).toEqual(['NOT_READY', 'READY']);
    expect(contactCenter.truth().dialogs).toEqual([]);
  });

  it('from READY makes the agent not ready first, with the code for off hook', () => {
    const { call, contactCenter, on } = makeSwitchboard({ ready: [MARA] });

    call({ from: MARA, to: '+15550199' });

    const [first, second] = on(`/finesse/api/User/${MARA}`);
    const reason = first && childOf(first.data, 'reasonCode');
    expect(first && textOf(first.data, 'state')).toBe('NOT_READY');
    expect(reason && textOf(reason, 'code')).toBe('50006');
    expect(second && textOf(second.data, 'state')).toBe('TALKING');
    expect(contactCenter.user(MARA)?.state).toBe('TALKING');
  });

  it('to the outside is answered there after two rings', () => {
    const { call, clock, lines } = makeSwitchboard({ ready: [], notReady: [MARA] });
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
      const { call, control, contactCenter, published, state } = makeSwitchboard({
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
    const { call, contactCenter } = makeSwitchboard({ ready: [], notReady: [MARA] });
    call({ from: MARA, to: '+15550199' });

    const second = contactCenter.createDialog({ from: MARA, to: '+15550198' });

    expect(second).toEqual({
      ok: false,
      error: jasmine.objectContaining({ errorType: 'Invalid State', errorData: '22' }),
    });
  });
});
