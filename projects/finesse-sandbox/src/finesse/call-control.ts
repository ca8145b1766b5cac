import type { Desk } from './agent-desk';
import type { CallEnd, CallParts } from './call-end';
import { type CallVariable, type Dialog, isLive } from './dialog';
import { actionsOf, type DialogAction } from './dialog-actions';
import type { Seat } from './dialog-book';
import { DONE, refuse, type Result } from './finesse-error';

/** Who does something in which dialog. */
export interface CallAction {
  readonly dialogId: string;
  readonly agentId: string;
  readonly requestId?: string;
}

/** What a party can do in a call that exists: answer, hold, retrieve, hang up, dial on, note something. */
export class CallControl {
  constructor(
    private readonly desk: Desk,
    private readonly parts: CallParts & { readonly ending: CallEnd },
  ) {}

  answer(action: CallAction): Result {
    const { book, phone } = this.parts;
    const seat = this.seat(action, 'ANSWER');
    if (seat === undefined) {
      return this.invalid('ANSWER', action);
    }
    const participants = book.moved(seat.dialog, (one) =>
      isLive(one) && one.state !== 'HELD' ? 'ACTIVE' : one.state,
    );
    book.change(seat.dialog, { state: 'ACTIVE', participants }, action.requestId);
    phone.talk(seat.user, seat.dialog);
    return DONE;
  }

  hold(action: CallAction): Result {
    return this.switchParty(action, 'HOLD');
  }

  /** Takes a call back; another one that the agent talks in is put on hold. */
  retrieve(action: CallAction): Result {
    return this.switchParty(action, 'RETRIEVE');
  }

  /** An agent hangs up. */
  drop(action: CallAction): Result {
    const seat = this.parts.book.seat(action);
    if (seat === undefined || !isLive(seat.party)) {
      return this.invalid('DROP', action);
    }
    this.parts.ending.hangUp(seat.dialog, seat.party, action.requestId);
    return DONE;
  }

  /** Sends tones. */
  sendTones(action: CallAction): Result {
    return this.confirm('SEND_DTMF', action, this.seat(action, 'SEND_DTMF'));
  }

  /** Begins to record, as Unified CCX can; it is in no list of actions. */
  startRecording(action: CallAction): Result {
    return this.confirm('START_RECORDING', action, this.seat(action, 'HOLD'));
  }

  /** Changes call variables and the wrap-up reason. */
  updateData(
    dialog: Dialog,
    data: { readonly variables: readonly CallVariable[]; readonly wrapUpReason?: string },
    requestId = '',
  ): void {
    const merged = new Map([...dialog.variables, ...data.variables].map((one) => [one.name, one]));
    const wrapUpReason = data.wrapUpReason ?? dialog.wrapUpReason;
    this.parts.book.change(dialog, { variables: [...merged.values()], wrapUpReason }, requestId);
  }

  /** The agent's place in a call, provided the agent may do that there now. */
  seat(action: CallAction, name: DialogAction): Seat | undefined {
    const seat = this.parts.book.seat(action);
    return seat && actionsOf(seat.party, seat.dialog).includes(name) ? seat : undefined;
  }

  /** The refusal of what the agent's place in the call does not allow. */
  invalid(name: string, { agentId }: CallAction): Result<never> {
    const extension = this.desk.world.users.get(agentId)?.extension ?? '';
    return invalidAction(name, extension === '' ? agentId : extension);
  }

  /** Does what nobody sees: the dialog as it is tells that it was done. */
  private confirm(name: string, action: CallAction, seat: Seat | undefined): Result {
    if (seat === undefined) {
      return this.invalid(name, action);
    }
    this.parts.book.change(seat.dialog, {}, action.requestId);
    return DONE;
  }

  private switchParty(action: CallAction, name: 'HOLD' | 'RETRIEVE'): Result {
    const seat = this.seat(action, name);
    if (seat === undefined) {
      return this.invalid(name, action);
    }
    if (name === 'RETRIEVE') {
      this.holdOthers(seat);
    }
    this.move(seat, name === 'HOLD' ? 'HELD' : 'ACTIVE', action.requestId);
    this.parts.phone.settle(seat.user.id);
    return DONE;
  }

  private holdOthers({ dialog, user }: Seat): void {
    for (const other of this.parts.book.liveSeatsOf(user)) {
      if (other.dialog.id !== dialog.id && other.party.state === 'ACTIVE') {
        this.move(other, 'HELD');
      }
    }
  }

  private move({ dialog, party }: Seat, state: 'ACTIVE' | 'HELD', requestId?: string): void {
    const fresh = this.parts.book.get(dialog.id) ?? dialog;
    const participants = this.parts.book.moved(fresh, (one) =>
      one.agentId === party.agentId ? state : one.state,
    );
    this.parts.book.change(fresh, { participants }, requestId);
  }
}

/** The error of an action that the party's state does not allow, as captured from a live system. */
export function invalidAction(action: string, extension: string): ReturnType<typeof refuse> {
  const message = `INVALID_ACTION ${action} on extension ${extension}`;
  return refuse(400, 'Generic Error', { message, data: '4047' });
}
