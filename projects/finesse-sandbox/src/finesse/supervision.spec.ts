import { CALLER, IKO, makeSwitchboard, MARA, SUPERVISOR } from './testing/make-switchboard';

/** The supervisor listens to Mara, who talks to a caller. */
function monitored(options: Parameters<typeof makeSwitchboard>[0] = {}) {
  const tested = makeSwitchboard({ notReady: [SUPERVISOR], ...options });
  const original = tested.talking();
  const result = tested.supervision.monitor({ supervisorId: SUPERVISOR, agentId: MARA });
  return { ...tested, original, monitor: result.ok ? result.value : '' };
}

const OWN = { agentId: SUPERVISOR };

describe('Silent monitoring', () => {
  it('is a call of the supervisor of which the agent hears nothing', () => {
    const { monitor, original, lines, linesOf, state, contactCenter, actions } = monitored();

    expect(lines(SUPERVISOR)).toEqual([
      `POST INITIATING ${SUPERVISOR}:INITIATING`,
      `PUT ACTIVE ${SUPERVISOR}:ACTIVE ${MARA}:ACTIVE`,
    ]);
    expect(linesOf(MARA, monitor)).toEqual([]);
    expect(state(SUPERVISOR)).toBe('TALKING');
    expect(actions(SUPERVISOR, monitor)).toEqual(['DROP', 'BARGE_CALL']);
    expect(contactCenter.world.dialogs.get(monitor)).toEqual(
      jasmine.objectContaining({ callType: 'SUPERVISOR_MONITOR', associatedId: original }),
    );
  });

  it('marks the phone of the agent as one, without actions', () => {
    const { published } = monitored();

    const told = published.filter(({ node }) => node.includes(`${SUPERVISOR}/Dialogs`)).at(-1);

    expect(told?.payload.match(/AGENT_DEVICE/g)?.length).toBe(2);
    expect(told?.payload).toMatch(/<actions\/>\s*<mediaAddress>1001001</);
  });

  it('ends when the supervisor drops it, and the call goes on', () => {
    const { monitor, control, state, contactCenter } = monitored();

    control.drop({ dialogId: monitor, ...OWN });

    expect([state(SUPERVISOR), state(MARA)]).toEqual(['NOT_READY', 'TALKING']);
    expect(contactCenter.user(SUPERVISOR)?.dialogIds).toEqual([]);
  });

  for (const { given, leave } of [
    {
      given: 'drops',
      leave: ({ control, original }: ReturnType<typeof monitored>) =>
        control.drop({ dialogId: original, agentId: MARA }),
    },
    {
      given: 'transfers',
      leave: ({ consultations, original }: ReturnType<typeof monitored>) =>
        consultations.transferSingleStep({ dialogId: original, agentId: MARA, toAddress: IKO }),
    },
  ]) {
    it(`ends when the agent ${given}`, () => {
      const tested = monitored();

      leave(tested);

      expect(tested.state(SUPERVISOR)).toBe('NOT_READY');
      expect(tested.contactCenter.world.dialogs.get(tested.monitor)).toBeUndefined();
    });
  }

  for (const { deployment, code } of [
    { deployment: 'ucce', code: '13145' },
    { deployment: 'uccx', code: '88049' },
  ] as const) {
    it(`fails with ${code} on ${deployment} while the agent is not talking`, () => {
      const { supervision } = makeSwitchboard({ deployment, notReady: [SUPERVISOR] });

      expect(supervision.monitor({ supervisorId: SUPERVISOR, agentId: MARA })).toEqual({
        ok: false,
        error: jasmine.objectContaining({ errorType: code, errorData: code }),
      });
    });
  }

  it('fails while the supervisor is ready, or listens already', () => {
    const { supervision, contactCenter, control, monitor } = monitored();
    const request = { supervisorId: SUPERVISOR, agentId: MARA };

    const twice = supervision.monitor(request);
    control.drop({ dialogId: monitor, ...OWN });
    contactCenter.agents.request(SUPERVISOR, { state: 'READY', by: 'self' });
    const ready = supervision.monitor(request);

    expect([twice.ok, ready.ok]).toEqual([false, false]);
  });

  it('leaves a supervisor of Unified CCX not ready, with busy media', () => {
    const { control, monitor, contactCenter } = monitored({ deployment: 'uccx' });
    const during = contactCenter.user(SUPERVISOR);

    control.drop({ dialogId: monitor, ...OWN });

    expect([during?.state, during?.isMediaBusy]).toEqual(['NOT_READY', true]);
    expect(contactCenter.user(SUPERVISOR)?.isMediaBusy).toBeFalse();
  });
});

describe('Silent monitoring of a conference', () => {
  it('goes on when somebody else leaves it', () => {
    const { original, monitor, consultations, control, dialogOf, contactCenter } = monitored();
    consultations.consult({ dialogId: original, agentId: MARA, toAddress: IKO });
    control.answer({ dialogId: dialogOf(MARA, 'CONSULT')?.id ?? '', agentId: IKO });
    consultations.conference({ dialogId: original, agentId: MARA });

    control.drop({ dialogId: original, agentId: IKO });

    expect(contactCenter.user(SUPERVISOR)?.dialogIds).toEqual([monitor]);
  });
});

describe('Barging in', () => {
  it('makes a conference of the call and ends the monitor', () => {
    const { monitor, original, supervision, linesOf, state, actions, contactCenter } = monitored();

    const done = supervision.barge({ dialogId: monitor, ...OWN });

    expect(done.ok).toBeTrue();
    expect(linesOf(SUPERVISOR, original)).toEqual([
      `POST ACTIVE ${MARA}:ACTIVE ${CALLER}:ACTIVE ${SUPERVISOR}:ACTIVE`,
    ]);
    expect(linesOf(MARA, original).at(-1)).toBe(
      `PUT ACTIVE ${MARA}:ACTIVE ${CALLER}:ACTIVE ${SUPERVISOR}:ACTIVE`,
    );
    expect(linesOf(SUPERVISOR, monitor).at(-1)).toContain('DELETE DROPPED');
    expect(state(SUPERVISOR)).toBe('TALKING');
    expect(actions(SUPERVISOR, original)).toContain('PARTICIPANT_DROP');
    expect(actions(MARA, original)).not.toContain('PARTICIPANT_DROP');
    expect(contactCenter.world.dialogs.get(original)?.callType).toBe('CONFERENCE');
  });

  it('lets the supervisor take over by dropping the agent, who wraps up', () => {
    const { monitor, original, supervision, contactCenter, state, clock } = monitored();
    supervision.barge({ dialogId: monitor, ...OWN });

    supervision.dropParticipant({ dialogId: original, ...OWN, address: MARA });
    const taken = [state(MARA), state(SUPERVISOR)];
    contactCenter.endDialog(original);
    clock.advance(121_000);

    expect(taken).toEqual(['WORK_READY', 'TALKING']);
    expect([state(MARA), state(SUPERVISOR)]).toEqual(['READY', 'NOT_READY']);
    expect(contactCenter.truth().dialogs).toEqual([]);
  });

  it('lets the supervisor drop the caller and talk to the agent', () => {
    const { monitor, original, supervision, linesOf, control, state } = monitored();
    supervision.barge({ dialogId: monitor, ...OWN });

    supervision.dropParticipant({ dialogId: original, ...OWN, address: CALLER });
    const rest = linesOf(MARA, original).at(-1);
    control.drop({ dialogId: original, ...OWN });

    expect(rest).toBe(`PUT ACTIVE ${MARA}:ACTIVE ${SUPERVISOR}:ACTIVE`);
    expect([state(MARA), state(SUPERVISOR)]).toEqual(['WORK_READY', 'NOT_READY']);
  });

  it('does not take nobody, nor by those who did not barge', () => {
    const { monitor, original, supervision } = monitored();
    supervision.barge({ dialogId: monitor, ...OWN });

    for (const refused of [
      supervision.dropParticipant({ dialogId: original, ...OWN, address: '4711' }),
      supervision.dropParticipant({ dialogId: original, agentId: MARA, address: CALLER }),
      supervision.barge({ dialogId: original, ...OWN }),
    ]) {
      expect(refused).toEqual({
        ok: false,
        error: jasmine.objectContaining({ errorType: 'Generic Error', errorData: '4047' }),
      });
    }
  });

  it('fails with 20999 when somebody else controls the conference', () => {
    const { talking, consultations, control, supervision, dialogOf } = makeSwitchboard({
      notReady: [SUPERVISOR, '1000002'],
    });
    const original = talking();
    consultations.consult({ dialogId: original, agentId: MARA, toAddress: IKO });
    const consult = dialogOf(MARA, 'CONSULT')?.id ?? '';
    control.answer({ dialogId: consult, agentId: IKO });
    consultations.conference({ dialogId: original, agentId: MARA });
    const monitor = supervision.monitor({ supervisorId: '1000002', agentId: IKO });

    const refused = supervision.barge({
      dialogId: monitor.ok ? monitor.value : '',
      agentId: '1000002',
    });

    expect(refused).toEqual({ ok: false, error: jasmine.objectContaining({ errorData: '20999' }) });
  });

  it('fails with 20700 when the conference is full', () => {
    const { monitor, original, supervision, control, consultations, clock, dialogOf } = monitored();
    for (let guest = 0; guest < 6; guest++) {
      consultations.consult({
        dialogId: original,
        agentId: MARA,
        toAddress: `+1555017${guest.toString()}`,
      });
      clock.advance(2100);
      consultations.conference({ dialogId: original, agentId: MARA });
    }

    const refused = supervision.barge({ dialogId: monitor, ...OWN });

    expect(refused).toEqual({ ok: false, error: jasmine.objectContaining({ errorData: '20700' }) });
    expect(dialogOf(MARA, 'CONFERENCE')?.participants.length).toBe(8);
    expect(control.drop({ dialogId: monitor, ...OWN }).ok).toBeTrue();
  });
});
