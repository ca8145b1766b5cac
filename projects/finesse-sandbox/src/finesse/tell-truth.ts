import type { CallRouter } from './call-router';
import type { Dialog } from './dialog';
import { isoTime } from './iso-time';
import type { QueueBoard } from './queue-board';
import type { Task } from './task';
import type { TrueAgent, TrueDialog, TrueQueue, TrueTask } from './truth';
import { isAgent, type User } from './user';
import type { World } from './world';

/** The truth about everything but the notifications. */
export function tellTruth(
  world: World,
  board: QueueBoard,
  router: CallRouter,
): {
  readonly agents: readonly TrueAgent[];
  readonly queues: readonly TrueQueue[];
  readonly dialogs: readonly TrueDialog[];
  readonly tasks: readonly TrueTask[];
} {
  const queues = [...world.queues.values()].map((queue) => ({
    id: queue.id,
    name: queue.name,
    statistics: board.statistics(queue),
    waiting: [...router.waitingIn(queue.id).keys()],
  }));
  return {
    agents: [...world.users.values()].filter(isAgent).map(trueAgent),
    queues,
    dialogs: [...world.dialogs.values()].map(trueDialog),
    tasks: [...world.tasks.values()].map(trueTask),
  };
}

function trueAgent(user: User): TrueAgent {
  return {
    id: user.id,
    state: user.state,
    stateChangeTime: isoTime(user.stateChangeTime),
    reasonCodeId: user.reasonCodeId,
    pendingState: user.pendingState,
    extension: user.extension,
    teamId: user.teamId,
    dialogs: user.dialogIds,
  };
}

function trueTask({ id, medium, state, agentId }: Task): TrueTask {
  return { id, mediaId: medium.id, state, agentId: agentId ?? null };
}

function trueDialog(dialog: Dialog): TrueDialog {
  return {
    id: dialog.id,
    state: dialog.state,
    fromAddress: dialog.fromAddress,
    toAddress: dialog.toAddress,
    queueId: dialog.queueId ?? null,
    participants: dialog.participants.map(({ mediaAddress, state }) => ({ mediaAddress, state })),
  };
}
