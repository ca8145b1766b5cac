import { dialogNode, userDialogsNode } from 'finesse-tunnel/protocol';
import type { Desk } from './agent-desk';
import type { Dialog, Participant } from './dialog';
import { dialogElement } from './write-dialog';
import { writeUpdate } from './write-update';
import { element } from './xml-element';

const FIRST_DIALOG_ID = 77001;

/** What of a dialog can change. */
export type DialogChange = Partial<
  Pick<Dialog, 'state' | 'participants' | 'variables' | 'wrapUpReason'>
>;

/** Keeps the dialogs and publishes what happens to them, to every agent who takes part. */
export class DialogBook {
  private nextId = FIRST_DIALOG_ID;

  constructor(private readonly desk: Desk) {}

  get(id: string): Dialog | undefined {
    return this.desk.world.dialogs.get(id);
  }

  /** Opens a dialog and tells its parties (in the table of event sequences: "begins"). */
  open(facts: Omit<Dialog, 'id' | 'startTime' | 'wrapUpReason'>, requestId = ''): Dialog {
    const id = String(this.nextId++);
    const dialog = { ...facts, id, startTime: this.desk.clock.now(), wrapUpReason: '' };
    this.desk.world.dialogs.set(id, dialog);
    for (const agentId of agentsIn(dialog)) {
      this.attach(agentId, id);
      this.publishInCollection('POST', dialog, { agentId, requestId });
    }
    return dialog;
  }

  /** Changes a dialog and tells everybody in it. */
  change(dialog: Dialog, change: DialogChange, requestId = ''): Dialog {
    const changed: Dialog = { ...dialog, ...change };
    this.desk.world.dialogs.set(dialog.id, changed);
    this.publishChange(changed, requestId);
    return changed;
  }

  /** Adds an agent: a POST for the newcomer, a PUT for everybody else. */
  join(dialog: Dialog, change: DialogChange, agentId: string): Dialog {
    const changed: Dialog = { ...dialog, ...change };
    this.desk.world.dialogs.set(dialog.id, changed);
    this.attach(agentId, dialog.id);
    this.publishInCollection('POST', changed, { agentId });
    this.publishChange(changed, '', agentId);
    return changed;
  }

  /** Takes an agent out who never answered: a DELETE for the agent, a PUT for those who stay. */
  leave(dialog: Dialog, change: DialogChange, agentId: string): Dialog {
    this.publishInCollection('DELETE', dialog, { agentId });
    this.detach(agentId, dialog.id);
    return this.change(dialog, change);
  }

  /** Removes a dialog; the DELETE carries it as it was last. */
  close(dialog: Dialog): void {
    this.desk.world.dialogs.delete(dialog.id);
    for (const agentId of agentsIn(dialog)) {
      this.publishInCollection('DELETE', dialog, { agentId });
      this.detach(agentId, dialog.id);
    }
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
      return state === party.state ? party : { ...party, state, stateChangeTime };
    });
  }

  private publishChange(dialog: Dialog, requestId: string, except?: string): void {
    const source = dialogNode(dialog.id);
    for (const agentId of agentsIn(dialog)) {
      if (agentId !== except) {
        this.desk.publisher.publish(userDialogsNode(agentId), () =>
          writeUpdate(dialogElement('dialog', dialog), { event: 'PUT', requestId, source }),
        );
      }
    }
  }

  private publishInCollection(
    event: 'POST' | 'DELETE',
    dialog: Dialog,
    { agentId, requestId = '' }: { readonly agentId: string; readonly requestId?: string },
  ): void {
    const source = userDialogsNode(agentId);
    this.desk.publisher.publish(source, () =>
      writeUpdate(element('dialogs', [dialogElement('Dialog', dialog)]), {
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

/** The ids of the agents in a dialog. */
export function agentsIn(dialog: Dialog): readonly string[] {
  return dialog.participants.flatMap(({ agentId }) => agentId ?? []);
}
