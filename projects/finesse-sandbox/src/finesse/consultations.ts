import type { CallControl, CallAction } from './call-control';
import type { CallEnd, CallParts } from './call-end';
import { type CallRequest, isFree, isOutside, queueFacts, requestedQueue } from './call-request';
import type { Desk } from './agent-desk';
import { type Dialog, isLive, type Participant } from './dialog';
import type { DialogChange } from './dialog-book';
import { DONE, refuse, type Result } from './finesse-error';
import type { User } from './user';

/** The rest of the telephone system, as consultations need it. */
export interface ConsultationParts extends CallParts {
  readonly control: CallControl;
  readonly ending: CallEnd;
  /** Dials, from a call that has begun; a failure is told by the call's events. */
  readonly dial: (dialog: Dialog) => void;
  /** Rings at this agent, or wherever the call's queue takes it. */
  readonly deliver: (dialog: Dialog, callee?: User) => void;
}

/** A call that is held, the consultation about it, and the agent in both. */
interface Pair {
  readonly original: Dialog;
  readonly consult: Dialog;
  readonly agentId: string;
}

const OUT_OF_SERVICE = refuse(400, 'Call Operation Failure', {
  message: 'CF_RESOURCE_OUT_OF_SERVICE',
  data: '34',
});

type Toward = CallAction & { readonly toAddress: string };

/** Asking a colleague during a call, and what comes of it: transfer, conference, or back to the call. */
export class Consultations {
  constructor(
    private readonly desk: Desk,
    private readonly parts: ConsultationParts,
  ) {}

  /** Holds the call and calls somebody about it; the new call names the old one. */
  consult(action: Toward): Result {
    const { book, control, dial } = this.parts;
    const seat = control.seat(action, 'CONSULT_CALL');
    if (seat === undefined) {
      return control.invalid('CONSULT_CALL', action);
    }
    const { dialog, user } = seat;
    const { toAddress, requestId } = action;
    if (dialog.participants.some(({ mediaAddress }) => mediaAddress === toAddress)) {
      return OUT_OF_SERVICE;
    }
    const participants = book.moved(dialog, (one) =>
      one.agentId === user.id ? 'HELD' : one.state,
    );
    book.change(dialog, { participants }, requestId);
    const consult = book.open({
      fromAddress: user.extension,
      toAddress,
      ...queueFacts(toAddress, requestedQueue(this.desk.world, { from: '', to: toAddress })),
      callType: 'CONSULT',
      associatedId: dialog.id,
      controllerId: user.id,
      variables: dialog.variables,
      state: 'INITIATING',
      participants: [book.party(user.extension, 'INITIATING', user.id)],
    });
    book.change(book.get(dialog.id) ?? dialog, { associatedId: consult.id });
    dial(consult);
    return DONE;
  }

  /** Joins whom the agent consulted to the call, and takes the agent out of it. */
  transfer(action: CallAction): Result {
    const { control, ending } = this.parts;
    const pair = this.mergeable(action, 'TRANSFER');
    if (pair === undefined) {
      return control.invalid('TRANSFER', action);
    }
    const { toAddress } = pair.consult;
    const merged = this.join(pair, { callType: 'TRANSFER', toAddress }, action.requestId);
    const leaving = merged.participants.find(({ agentId }) => agentId === pair.agentId);
    if (leaving !== undefined) {
      ending.hangUp(merged, leaving);
    }
    this.endConsult(pair);
    return DONE;
  }

  /** Joins whom the agent consulted to the call; everybody talks. */
  conference(action: CallAction): Result {
    const pair = this.mergeable(action, 'CONFERENCE');
    if (pair === undefined) {
      return this.parts.control.invalid('CONFERENCE', action);
    }
    const controllerId = pair.agentId;
    this.join(pair, { callType: 'CONFERENCE', controllerId }, action.requestId);
    this.endConsult(pair);
    return DONE;
  }

  /** Sends the call somewhere else without asking there first. */
  transferSingleStep(action: Toward): Result {
    const { control, ending, book } = this.parts;
    const seat = control.seat(action, 'TRANSFER_SST');
    if (seat === undefined) {
      return control.invalid('TRANSFER_SST', action);
    }
    const { world } = this.desk;
    const request: CallRequest = { from: '', to: action.toAddress };
    const queue = requestedQueue(world, request);
    const callee = queue === undefined ? world.userAt(action.toAddress) : undefined;
    if (queue === undefined && !(callee ? isFree(callee) : isOutside(action.toAddress))) {
      return OUT_OF_SERVICE;
    }
    if (queue === undefined && callee === undefined) {
      ending.hangUp(seat.dialog, seat.party, action.requestId);
      return DONE;
    }
    const left = ending.leave(seat.dialog, seat.party, action.requestId);
    const facts = queue === undefined ? {} : queueFacts(action.toAddress, queue);
    const sent = book.change(left, {
      ...facts,
      callType: 'TRANSFER',
      toAddress: action.toAddress,
      state: 'INITIATED',
    });
    this.parts.deliver(sent, callee);
    return DONE;
  }

  /** Opens and closes transfer and conference as the two halves of a consultation change. */
  refresh(changed: Dialog): void {
    const pair = this.pairOf(changed);
    if (pair === undefined) {
      return;
    }
    const { original, consult, agentId } = pair;
    const party = (dialog: Dialog) => dialog.participants.find((one) => one.agentId === agentId);
    const isTalked = consult.state === 'ACTIVE' && original.state === 'ACTIVE';
    const isOpen = (held?: Participant, talking?: Participant) =>
      isTalked && held?.state === 'HELD' && talking?.state === 'ACTIVE';
    this.offerMerge(original, agentId, isOpen(party(original), party(consult)));
    this.offerMerge(consult, agentId, isOpen(party(consult), party(original)));
    const fresh = this.parts.book.get(original.id);
    if (consult.state === 'DROPPED' && fresh?.associatedId === consult.id) {
      this.parts.book.change(fresh, { associatedId: '' });
    }
  }

  private offerMerge(dialog: Dialog, agentId: string, canMerge: boolean): void {
    const party = dialog.participants.find((one) => one.agentId === agentId);
    if (party !== undefined && (party.canMerge ?? false) !== canMerge) {
      const participants = dialog.participants.map((one) =>
        one === party ? { ...one, canMerge } : one,
      );
      this.parts.book.change(dialog, { participants });
    }
  }

  private mergeable(action: CallAction, name: 'TRANSFER' | 'CONFERENCE'): Pair | undefined {
    const seat = this.parts.control.seat(action, name);
    return seat && this.pairOf(seat.dialog);
  }

  /** The call survives the consultation: it keeps its id, and that of the consultation becomes its secondary id. */
  private join({ original, consult, agentId }: Pair, change: DialogChange, requestId = ''): Dialog {
    const { book } = this.parts;
    const joining = consult.participants.filter((one) => one.agentId !== agentId && isLive(one));
    const staying = book.moved(original, (one) =>
      one.agentId === agentId && change.callType === 'CONFERENCE' ? 'ACTIVE' : one.state,
    );
    const joined = {
      ...change,
      secondaryId: consult.id,
      associatedId: '',
      participants: [...staying, ...joining],
    };
    const newcomer = joining.find((one) => one.agentId !== undefined)?.agentId;
    return newcomer === undefined
      ? book.change(original, joined, requestId)
      : book.join(original, joined, { agentId: newcomer, requestId });
  }

  private endConsult({ consult }: Pair): void {
    this.parts.ending.end(this.parts.book.get(consult.id) ?? consult, undefined);
  }

  private pairOf(dialog: Dialog): Pair | undefined {
    const { book } = this.parts;
    const other = book.get(dialog.associatedId);
    if (other === undefined) {
      return undefined;
    }
    const [original, consult] = dialog.callType === 'CONSULT' ? [other, dialog] : [dialog, other];
    return consult.callType === 'CONSULT' && consult.associatedId === original.id
      ? { original, consult, agentId: consult.controllerId }
      : undefined;
  }
}
