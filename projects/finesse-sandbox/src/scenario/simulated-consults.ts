import type { Stage } from './simulated-calls';

const TRIES = 6;
const CHANCE_OF_TRANSFER = 0.5;
const CHANCE_OF_CONFERENCE = 0.25;

/** Agents who ask a colleague during a call: some pass the call on, some bring the colleague in, some come back. */
export class SimulatedConsults {
  private readonly agentIds: readonly string[];

  /** @param onTransferred - Called when the colleague has the call, with the agent who had it before. */
  constructor(
    private readonly stage: Stage,
    private readonly onTransferred: (
      dialogId: string,
      who: { readonly from: string; readonly to: string },
    ) => void,
  ) {
    const users = [...stage.contactCenter.world.users.keys()];
    this.agentIds = users.filter((id) => stage.plays(id));
  }

  /** Asks a colleague who is ready, if one is found. */
  begin(agentId: string, dialogId: string): void {
    const { contactCenter, clock, pace } = this.stage;
    const colleague = this.someoneReady(agentId);
    if (colleague === undefined) {
      return;
    }
    const { consultations } = contactCenter.switchboard;
    if (consultations.consult({ dialogId, agentId, toAddress: colleague }).ok) {
      clock.after(5 * pace.ringMs, () => {
        this.comeBack(agentId, dialogId);
      });
    }
  }

  /** A colleague has answered. */
  answered(consultId: string, colleague: string): void {
    const { clock, random, pace } = this.stage;
    clock.after(random.about(2 * pace.ringMs), () => {
      this.decide(consultId, colleague);
    });
  }

  private decide(consultId: string, colleague: string): void {
    const { contactCenter, random } = this.stage;
    const consult = contactCenter.world.dialogs.get(consultId);
    if (consult === undefined) {
      return;
    }
    const { controllerId: agentId, associatedId: dialogId } = consult;
    const { consultations, control } = contactCenter.switchboard;
    const chance = random.next();
    if (chance < CHANCE_OF_TRANSFER && consultations.transfer({ dialogId, agentId }).ok) {
      this.onTransferred(dialogId, { from: agentId, to: colleague });
    } else if (
      chance < CHANCE_OF_TRANSFER + CHANCE_OF_CONFERENCE &&
      consultations.conference({ dialogId, agentId }).ok
    ) {
      return;
    } else {
      control.drop({ dialogId: consultId, agentId });
      control.retrieve({ dialogId, agentId });
    }
  }

  /** Nobody answered, or nobody is there any more. */
  private comeBack(agentId: string, dialogId: string): void {
    const { contactCenter } = this.stage;
    const dialog = contactCenter.world.dialogs.get(dialogId);
    const held = dialog?.participants.find((party) => party.agentId === agentId);
    if (held?.state === 'HELD' && dialog?.associatedId === '') {
      contactCenter.switchboard.control.retrieve({ dialogId, agentId });
    }
  }

  private someoneReady(except: string): string | undefined {
    const { random, contactCenter, plays } = this.stage;
    for (let tries = 0; tries < TRIES; tries++) {
      const id = random.pick(this.agentIds) ?? '';
      const user = contactCenter.world.users.get(id);
      if (id !== except && user?.state === 'READY' && user.dialogIds.length === 0 && plays(id)) {
        return user.extension;
      }
    }
    return undefined;
  }
}
