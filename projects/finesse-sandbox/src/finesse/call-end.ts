import type { Desk } from './agent-desk';
import type { AgentPhone } from './agent-phone';
import type { CallRouter } from './call-router';
import { type Dialog, isLive, isQueueCall, type Participant } from './dialog';
import { agentsIn, type DialogBook, type Seat } from './dialog-book';
import type { User } from './user';

/** What the parts of the telephone system share. */
export interface CallParts {
  readonly book: DialogBook;
  readonly router: CallRouter;
  readonly phone: AgentPhone;
}

/** Takes parties out of calls, and calls down. */
export class CallEnd {
  /** Called when an agent has left a call, before anything follows from it. */
  onAgentLeft: (dialogId: string, agentId: string) => void = () => undefined;

  constructor(
    private readonly desk: Desk,
    private readonly parts: CallParts,
  ) {}

  /** A party hangs up: the call goes on when an agent and somebody else remain, and else is over. */
  hangUp(dialog: Dialog, party: Participant, requestId = ''): void {
    const rest = dialog.participants.filter((one) => one !== party && isLive(one));
    if (rest.length > 1 && rest.some(({ agentId }) => agentId !== undefined)) {
      this.leave(dialog, party, requestId);
    } else {
      this.end(dialog, party, requestId);
    }
  }

  /** Takes one party out of a call that goes on; an agent who has to wrap up keeps it until then. */
  leave(dialog: Dialog, party: Participant, requestId = ''): Dialog {
    const { book, phone } = this.parts;
    const participants = book.moved(dialog, (one) =>
      one === party ? this.lastState(one, dialog) : one.state,
    );
    const left = book.change(dialog, { participants }, requestId);
    const gone = left.participants.find(
      ({ mediaAddress, state }) => mediaAddress === party.mediaAddress && state === 'DROPPED',
    );
    const rest = gone === undefined ? left : book.leave(left, gone);
    if (party.agentId !== undefined) {
      this.onAgentLeft(dialog.id, party.agentId);
      phone.settle(party.agentId);
    }
    return book.get(dialog.id) ?? rest;
  }

  /**
   * Takes a call down. First whoever hung up is seen to be gone, then everybody, then the call is cleared and goes;
   * agents who have to wrap up keep it until they have.
   */
  end(dialog: Dialog, dropping: Participant | undefined, requestId = ''): void {
    const { book, router, phone } = this.parts;
    router.leaveQueue(dialog);
    const last = (party: Participant) => this.lastState(party, dialog);
    const withoutFirst = book.moved(dialog, (one) => (one === dropping ? last(one) : one.state));
    const first = book.change(dialog, { participants: withoutFirst }, requestId);
    const participants = book.moved(first, last);
    const dropped = book.change(first, { state: 'DROPPED', participants });
    const cleared = book.change(dropped, {});
    this.closeIfDropped(cleared);
    for (const agentId of agentsIn(dialog)) {
      this.onAgentLeft(dialog.id, agentId);
      phone.settle(agentId);
    }
  }

  /** Follows an agent out of wrapping up, or out of calls the agent's phone has left. */
  agentChanged(before: User, after: User): void {
    const isOffCall = isOnCall(before) && !isOnCall(after);
    for (const dialogId of after.dialogIds) {
      const seat = this.parts.book.seat({ dialogId, agentId: after.id });
      if (seat?.party.state === 'WRAP_UP' && !isWrappingUp(after) && !isOnCall(after)) {
        this.finishWrapUp(seat);
      } else if (seat && isLive(seat.party) && (isOffCall || after.state === 'LOGOUT')) {
        this.hangUp(seat.dialog, seat.party);
      }
    }
  }

  /** What a party ends in: agents wrap up calls from a queue, provided they had answered and stay. */
  private lastState(party: Participant, dialog: Dialog): Participant['state'] {
    const user = this.desk.world.users.get(party.agentId ?? '');
    const isTalking = party.state === 'ACTIVE' || party.state === 'HELD';
    const isStaying = user !== undefined && isOnCall(user) && user.pendingState !== 'LOGOUT';
    const mustWrapUp = isQueueCall(dialog) && isTalking && isStaying && party.hasBarged !== true;
    return mustWrapUp || party.state === 'WRAP_UP' ? 'WRAP_UP' : 'DROPPED';
  }

  private finishWrapUp({ dialog, party }: Seat): void {
    const { book } = this.parts;
    const participants = book.moved(dialog, (one) => (one === party ? 'DROPPED' : one.state));
    const changed = book.change(dialog, { participants });
    const gone = changed.participants.find(({ agentId }) => agentId === party.agentId);
    if (!this.closeIfDropped(changed) && gone !== undefined) {
      book.leave(changed, gone);
    }
  }

  private closeIfDropped(dialog: Dialog): boolean {
    const isOver = dialog.participants.every(({ state }) => state === 'DROPPED');
    if (isOver) {
      this.parts.book.close(dialog);
    }
    return isOver;
  }
}

function isOnCall({ state }: User): boolean {
  return state === 'RESERVED' || state === 'TALKING' || state === 'HOLD';
}

function isWrappingUp({ state }: User): boolean {
  return state === 'WORK' || state === 'WORK_READY';
}
