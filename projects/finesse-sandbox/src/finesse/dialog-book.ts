import { dialogNode, userDialogsNode } from 'finesse-tunnel/protocol';
import type { Desk } from './agent-desk';
import { type Dialog, isLive, type Participant } from './dialog';
import { dialogElement } from './write-dialog';
import type { User } from './user';
import { updateElement } from './write-update';
import { element } from './xml-element';

const FIRST_DIALOG_ID = 77001;

// Each call has a node of its own; the counts of those that are over would pile up for ever.
const COUNTED_FOR_MS = 600_000;

/** What of a dialog can change: everything but its identity. */
export type DialogChange = Partial<Omit<Dialog, 'id' | 'startTime'>>;

/** What a dialog begins with; what is left out is empty. */
export type DialogFacts = Omit<Dialog, 'id' | 'startTime' | keyof typeof NOTHING_YET> &
  Partial<typeof NOTHING_YET>;

const NOTHING_YET = { associatedId: '', secondaryId: '', controllerId: '', wrapUpReason: '' };

/** Keeps the dialogs and publishes what happens to them, to every agent who takes part. */
export class DialogBook {
  /** Called after each change of a dialog, when it has been told. */
  onChanged: (dialog: Dialog) => void = () => undefined;
  private nextId = FIRST_DIALOG_ID;

  constructor(private readonly desk: Desk) {}

  get(id: string): Dialog | undefined {
    return this.desk.world.dialogs.get(id);
  }

  /** Where this agent sits in that call; `undefined` when there is no such call or agent in it. */
  seat({
    dialogId,
    agentId,
  }: {
    readonly dialogId: string;
    readonly agentId: string;
  }): Seat | undefined {
    const dialog = this.get(dialogId);
    const party = dialog?.participants.find((one) => one.agentId === agentId);
    const user = this.desk.world.users.get(agentId);
    return dialog && party && user ? { dialog, party, user } : undefined;
  }

  /** All places of an agent, in calls that go on for the agent and in those still to be wrapped up. */
  seatsOf({ id, dialogIds }: User): readonly Seat[] {
    return dialogIds.flatMap((dialogId) => this.seat({ dialogId, agentId: id }) ?? []);
  }

  /** All places of an agent in calls that go on. */
  liveSeatsOf(user: User): readonly Seat[] {
    return this.seatsOf(user).filter(({ party }) => isLive(party));
  }

  /** Opens a dialog and tells its parties (in the table of event sequences: "begins"). */
  open(facts: DialogFacts, requestId = ''): Dialog {
    const id = String(this.nextId++);
    const dialog = { ...NOTHING_YET, ...facts, id, startTime: this.desk.clock.now() };
    this.desk.world.dialogs.set(id, dialog);
    for (const agentId of agentsIn(dialog)) {
      this.attach(agentId, id);
    }
    this.announce(dialog, requestId);
    return dialog;
  }

  /** Tells all agents in a dialog of it as of a new one; Finesse does so twice when somebody dials. */
  announce(dialog: Dialog, requestId = ''): void {
    for (const agentId of agentsIn(dialog)) {
      this.publishInCollection('POST', dialog, { agentId, requestId });
    }
  }

  /** Changes a dialog and tells everybody in it. */
  change(dialog: Dialog, change: DialogChange, requestId = ''): Dialog {
    const changed: Dialog = { ...dialog, ...change };
    this.desk.world.dialogs.set(dialog.id, changed);
    this.publishChange(changed, requestId);
    this.onChanged(changed);
    return this.get(dialog.id) ?? changed;
  }

  /** Adds an agent: a POST for the newcomer, a PUT for everybody else. */
  join(
    dialog: Dialog,
    change: DialogChange,
    { agentId, requestId = '' }: { readonly agentId: string; readonly requestId?: string },
  ): Dialog {
    const changed: Dialog = { ...dialog, ...change };
    this.desk.world.dialogs.set(dialog.id, changed);
    this.attach(agentId, dialog.id);
    this.publishInCollection('POST', changed, { agentId });
    this.publishChange(changed, requestId, agentId);
    this.onChanged(changed);
    return this.get(dialog.id) ?? changed;
  }

  /** Takes a party out: a DELETE for an agent, with the dialog as it was last, a PUT for those who stay. */
  leave(dialog: Dialog, party: Participant, change: DialogChange = {}): Dialog {
    const { agentId } = party;
    if (agentId !== undefined) {
      this.publishInCollection('DELETE', dialog, { agentId });
      this.detach(agentId, dialog.id);
    }
    const participants = dialog.participants.filter(
      (one) => one.mediaAddress !== party.mediaAddress,
    );
    return this.change(dialog, { participants, ...change });
  }

  /** Removes a dialog; the DELETE carries it as it was last. */
  close(dialog: Dialog): void {
    this.desk.world.dialogs.delete(dialog.id);
    for (const agentId of agentsIn(dialog)) {
      this.publishInCollection('DELETE', dialog, { agentId });
      this.detach(agentId, dialog.id);
    }
    this.publishOnOwnNode('DELETE', dialog);
    this.desk.clock.after(COUNTED_FOR_MS, () => {
      this.desk.publisher.forgetCount(dialogNode(dialog.id));
    });
  }

  /** A party as it begins in a dialog. */
  party(mediaAddress: string, state: Participant['state'], agentId?: string): Participant {
    const now = this.desk.clock.now();
    const times = { startTime: now, stateChangeTime: now };
    const agent = agentId === undefined ? {} : { agentId };
    return { mediaAddress, ...agent, state, stateCause: '', ...times };
  }

  /** The parties with some of them in another state. */
  moved(
    dialog: Dialog,
    next: (party: Participant) => Participant['state'],
  ): readonly Participant[] {
    const stateChangeTime = this.desk.clock.now();
    return dialog.participants.map((party) => {
      const state = next(party);
      return state === party.state ? party : { ...party, state, stateChangeTime, canMerge: false };
    });
  }

  private publishChange(dialog: Dialog, requestId: string, except?: string): void {
    const source = dialogNode(dialog.id);
    for (const agentId of agentsIn(dialog)) {
      if (agentId !== except) {
        this.desk.publisher.publish(userDialogsNode(agentId), () =>
          updateElement(dialogElement('dialog', dialog), { event: 'PUT', requestId, source }),
        );
      }
    }
    this.publishOnOwnNode('PUT', dialog, requestId);
  }

  private publishOnOwnNode(event: 'PUT' | 'DELETE', dialog: Dialog, requestId = ''): void {
    const source = dialogNode(dialog.id);
    this.desk.publisher.publish(source, () =>
      updateElement(dialogElement('dialog', dialog), { event, requestId, source }),
    );
  }

  private publishInCollection(
    event: 'POST' | 'DELETE',
    dialog: Dialog,
    { agentId, requestId = '' }: { readonly agentId: string; readonly requestId?: string },
  ): void {
    const source = userDialogsNode(agentId);
    this.desk.publisher.publish(source, () =>
      updateElement(element('dialogs', [dialogElement('Dialog', dialog)]), {
        event,
        requestId,
        source,
      }),
    );
  }

  private attach(agentId: string, dialogId: string): void {
    const user = this.desk.world.users.get(agentId);
    if (user !== undefined) {
      const dialogIds = [...user.dialogIds, dialogId];
      this.desk.world.users.set(agentId, { ...user, dialogIds });
    }
  }

  private detach(agentId: string, dialogId: string): void {
    const user = this.desk.world.users.get(agentId);
    if (user !== undefined) {
      const dialogIds = user.dialogIds.filter((id) => id !== dialogId);
      this.desk.world.users.set(agentId, { ...user, dialogIds });
    }
  }
}

/** The party of this agent in a call, and the call and the agent with it. */
export interface Seat {
  readonly dialog: Dialog;
  readonly party: Participant;
  readonly user: User;
}

/** The ids of the agents in a dialog. */
export function agentsIn(dialog: Dialog): readonly string[] {
  return dialog.participants.flatMap(({ agentId }) => agentId ?? []);
}
