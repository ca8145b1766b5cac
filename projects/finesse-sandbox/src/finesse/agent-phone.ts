import type { AgentDesk, Desk, UserChange } from './agent-desk';
import { type Dialog, isQueueCall } from './dialog';
import type { DialogBook } from './dialog-book';
import { leaveCall } from './leave-call';
import type { User } from './user';

/** Makes an agent's state follow the agent's calls. */
export class AgentPhone {
  constructor(
    private readonly desk: Desk,
    private readonly agents: AgentDesk,
    private readonly book: DialogBook,
  ) {}

  /** An agent goes on the phone, as far as this deployment shows it in the agent's state. */
  talk(user: User, dialog: Dialog): void {
    if (this.desk.world.deployment === 'ucce' || isQueueCall(dialog)) {
      this.agents.enter(user, 'TALKING', pendingOf(user));
      return;
    }
    if (user.state !== 'READY' && user.state !== 'NOT_READY') {
      return;
    }
    const reason = dialog.callType === 'OTHER_IN' ? 'non-acd-call' : 'off-hook';
    const reasonCodeId =
      user.state === 'NOT_READY'
        ? user.reasonCodeId
        : this.desk.world.reasonCodes.systemId(reason, 'NOT_READY');
    this.agents.enter(user, 'NOT_READY', { reasonCodeId, isMediaBusy: true });
  }

  /**
   * Brings an agent's state in line after one of the agent's calls has changed or ended.
   *
   * @param unanswered - Whether the call rang in vain.
   */
  settle(agentId: string, unanswered = false): void {
    const { world } = this.desk;
    const user = world.users.get(agentId);
    if (user === undefined) {
      return;
    }
    const live = this.book.liveSeatsOf(user);
    if (live.length === 0) {
      const mustWrapUp = this.book.seatsOf(user).some(({ party }) => party.state === 'WRAP_UP');
      leaveCall(this.agents, world, { user, mustWrapUp, unanswered });
    } else if (world.deployment === 'ucce' && (user.state === 'TALKING' || user.state === 'HOLD')) {
      const isHolding = live.every(({ party }) => party.state === 'HELD');
      this.agents.enter(user, isHolding ? 'HOLD' : 'TALKING', pendingOf(user));
    }
  }
}

/** What was asked for during a call outlasts changes inside the call. */
function pendingOf({ pendingState, pendingReasonCodeId }: User): UserChange {
  return { pendingState, pendingReasonCodeId };
}
