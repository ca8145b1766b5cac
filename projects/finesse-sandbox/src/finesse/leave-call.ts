import type { AgentDesk } from './agent-desk';
import type { AgentState } from './agent-state';
import type { User } from './user';
import type { World } from './world';

/** An agent whose call is over. */
export interface Leaving {
  readonly user: User;
  /** Whether a call that came over a queue waits for its wrap-up. */
  readonly mustWrapUp?: boolean;
  /** Whether it rang in vain; otherwise the caller gave up or the call was answered. */
  readonly unanswered?: boolean;
}

/** Moves an agent on after a call: to what was asked for meanwhile, into wrap-up, or back to what was before. */
export function leaveCall(agents: AgentDesk, world: World, leaving: Leaving): void {
  const { user } = leaving;
  if (user.isMediaBusy && user.pendingState !== '') {
    const reasonCodeId = user.pendingReasonCodeId;
    agents.enter(user, user.pendingState, { reasonCodeId, isMediaBusy: false });
  } else if (user.isMediaBusy) {
    agents.change(user, { isMediaBusy: false });
  } else if (user.state === 'RESERVED') {
    leaveReservation(agents, world, leaving);
  } else if (user.state === 'TALKING' || user.state === 'HOLD') {
    leaveConversation(agents, world, leaving);
  }
}

function leaveReservation(agents: AgentDesk, world: World, leaving: Leaving): void {
  const { user, unanswered = false } = leaving;
  if (user.pendingState !== '') {
    agents.enter(user, user.pendingState, { reasonCodeId: user.pendingReasonCodeId });
  } else if (unanswered && world.deployment === 'uccx') {
    const reasonCodeId = world.reasonCodes.systemId('no-answer', 'NOT_READY');
    agents.enter(user, 'NOT_READY', { reasonCodeId });
  } else {
    agents.enter(user, 'READY');
  }
}

function leaveConversation(
  agents: AgentDesk,
  world: World,
  { user, mustWrapUp = false }: Leaving,
): void {
  const { pendingState, pendingReasonCodeId } = user;
  if (mustWrapUp) {
    agents.enter(user, wrapUpState(user, world), { pendingState, pendingReasonCodeId });
    return;
  }
  const next = pendingState === '' ? stateAfter(user) : pendingState;
  agents.enter(user, next, { reasonCodeId: pendingReasonCodeId });
}

function wrapUpState({ pendingState, stateBeforeCall }: User, world: World): AgentState {
  const wanted = pendingState === '' ? stateBeforeCall : pendingState;
  return world.deployment === 'ucce' && wanted === 'READY' ? 'WORK_READY' : 'WORK';
}

function stateAfter({ stateBeforeCall }: User): 'READY' | 'NOT_READY' {
  return stateBeforeCall === 'READY' ? 'READY' : 'NOT_READY';
}
