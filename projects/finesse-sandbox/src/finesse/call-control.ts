import type { AgentDesk, Desk, UserChange } from './agent-desk';
import type { CallRouter } from './call-router';
import type { CallVariable, Dialog, Participant } from './dialog';
import type { DialogBook } from './dialog-book';
import { DONE, refuse, type Result } from './finesse-error';
import { leaveCall } from './leave-call';
import type { User } from './user';

/** Who does something in which dialog. */
export interface CallAction {
  readonly dialogId: string;
  readonly agentId: string;
  readonly requestId?: string;
}

/** What the parts of the telephone system share. */
export interface CallParts {
  readonly agents: AgentDesk;
  readonly book: DialogBook;
  readonly router: CallRouter;
}

/** A call, one agent in it and that agent's place in the call. */
interface Seat {
  readonly dialog: Dialog;
  readonly party: Participant;
  readonly user: User;
}

/** What a party can do in a call that exists: answer, hold, retrieve, hang up, note something. */
export class CallControl {
  constructor(
    private readonly desk: Desk,
    private readonly parts: CallParts,
  ) {}

  answer(action: CallAction): Result {
    const seat = this.seat(action);
    if (seat?.party.state !== 'ALERTING') {
      return invalidAction('ANSWER', action.agentId);
    }
    const participants = this.parts.book.moved(seat.dialog, () => 'ACTIVE');
    this.parts.book.change(seat.dialog, { state: 'ACTIVE', participants }, action.requestId);
    this.talk(seat.user, seat.dialog);
    return DONE;
  }

  hold(action: CallAction): Result {
    const seat = this.seat(action);
    if (seat?.party.state !== 'ACTIVE') {
      return invalidAction('HOLD', action.agentId);
    }
    this.switchParty(seat, 'HELD', action.requestId);
    return DONE;
  }

  retrieve(action: CallAction): Result {
    const seat = this.seat(action);
    if (seat?.party.state !== 'HELD') {
      return invalidAction('RETRIEVE', action.agentId);
    }
    this.switchParty(seat, 'ACTIVE', action.requestId);
    return DONE;
  }

  /** Ends a call because this agent hung up. */
  drop(action: CallAction): Result {
    const seat = this.seat(action);
    if (seat === undefined || !isLive(seat.party)) {
      return invalidAction('DROP', action.agentId);
    }
    this.end(seat.dialog, seat.party, action.requestId);
    return DONE;
  }

  /**
   * Takes a call down. First whoever hung up is seen to be gone, then everybody, then the call itself;
   * agents who have to wrap up keep it until they have.
   */
  end(dialog: Dialog, dropping: Participant | undefined, requestId = ''): void {
    const { agents, book, router } = this.parts;
    router.leaveQueue(dialog);
    const last = (party: Participant) => this.lastState(party, dialog);
    const withoutFirst = book.moved(dialog, (one) => (one === dropping ? last(one) : one.state));
    const first = book.change(dialog, { participants: withoutFirst }, requestId);
    const participants = book.moved(first, last);
    const ended = book.change(first, { state: 'DROPPED', participants });
    if (participants.every(({ state }) => state === 'DROPPED')) {
      book.close(ended);
    }
    for (const { agentId = '' } of dialog.participants) {
      const user = this.desk.world.users.get(agentId);
      if (user !== undefined) {
        leaveCall(agents, this.desk.world, { user, dialog });
      }
    }
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

  /** An agent goes on the phone, as far as this deployment shows it in the agent's state. */
  talk(user: User, { callType }: Pick<Dialog, 'callType'>): void {
    if (this.desk.world.deployment === 'ucce' || callType === 'ACD_IN') {
      this.parts.agents.enter(user, 'TALKING', pendingOf(user));
      return;
    }
    const reason = callType === 'OTHER_IN' ? 'non-acd-call' : 'off-hook';
    const reasonCodeId =
      user.state === 'NOT_READY'
        ? user.reasonCodeId
        : this.desk.world.reasonCodes.systemId(reason, 'NOT_READY');
    this.parts.agents.enter(user, 'NOT_READY', { reasonCodeId, isMediaBusy: true });
  }

  /** Follows an agent out of wrapping up, or out of a call the agent's phone has left. */
  agentChanged(before: User, after: User): void {
    const isOffCall = isOnCall(before) && !isOnCall(after);
    for (const dialogId of after.dialogIds) {
      const seat = this.seat({ dialogId, agentId: after.id });
      if (seat?.party.state === 'WRAP_UP' && !isWrappingUp(after)) {
        this.finishWrapUp(seat);
      } else if (seat && isLive(seat.party) && (isOffCall || after.state === 'LOGOUT')) {
        this.end(seat.dialog, seat.party);
      }
    }
  }

  private switchParty(seat: Seat, state: 'ACTIVE' | 'HELD', requestId?: string): void {
    const { dialog, party, user } = seat;
    const participants = this.parts.book.moved(dialog, (one) =>
      one === party ? state : one.state,
    );
    this.parts.book.change(dialog, { participants }, requestId);
    if (this.desk.world.deployment === 'ucce') {
      this.parts.agents.enter(user, state === 'HELD' ? 'HOLD' : 'TALKING', pendingOf(user));
    }
  }

  /** What a party ends in: agents wrap up calls from a queue, provided they had answered and stay. */
  private lastState(party: Participant, { callType }: Dialog): Participant['state'] {
    const user = this.desk.world.users.get(party.agentId ?? '');
    const isTalking = party.state === 'ACTIVE' || party.state === 'HELD';
    const isStaying = user !== undefined && isOnCall(user) && user.pendingState !== 'LOGOUT';
    const mustWrapUp = callType === 'ACD_IN' && isTalking && isStaying;
    return mustWrapUp || party.state === 'WRAP_UP' ? 'WRAP_UP' : 'DROPPED';
  }

  private finishWrapUp({ dialog, party }: Seat): void {
    const participants = this.parts.book.moved(dialog, (one) =>
      one === party ? 'DROPPED' : one.state,
    );
    const changed = this.parts.book.change(dialog, { participants });
    if (participants.every(({ state }) => state === 'DROPPED')) {
      this.parts.book.close(changed);
    }
  }

  private seat({ dialogId, agentId }: CallAction): Seat | undefined {
    const dialog = this.parts.book.get(dialogId);
    const party = dialog?.participants.find((one) => one.agentId === agentId);
    const user = this.desk.world.users.get(agentId);
    return dialog && party && user ? { dialog, party, user } : undefined;
  }
}

/** The error of an action that the party's state does not allow, as captured from a live system. */
export function invalidAction(action: string, extension: string): Result<never> {
  const message = `INVALID_ACTION ${action} on extension ${extension}`;
  return refuse(400, 'Generic Error', { message, data: '4047' });
}

/** Whether this party still is in the call. */
export function isLive({ state }: Participant): boolean {
  return state !== 'DROPPED' && state !== 'WRAP_UP';
}

function isOnCall({ state }: User): boolean {
  return state === 'RESERVED' || state === 'TALKING' || state === 'HOLD';
}

function isWrappingUp({ state }: User): boolean {
  return state === 'WORK' || state === 'WORK_READY';
}

/** What was asked for during a call outlasts changes inside the call. */
function pendingOf({ pendingState, pendingReasonCodeId }: User): UserChange {
  return { pendingState, pendingReasonCodeId };
}
