import { queueNode, userQueuesNode } from 'finesse-tunnel/protocol';
import type { Desk } from './agent-desk';
import type { CallRouter } from './call-router';
import { type CallType, isQueueCall } from './dialog';
import { isoTime } from './iso-time';
import type { Queue, QueueStatistics } from './queue';
import type { User } from './user';
import { QUEUE_FIGURES, queueElement, queueUpdate } from './write-queue';
import { updateElement } from './write-update';
import { element, type XmlElement } from './xml-element';

// Finesse looks at its queues this often.
const REFRESH_MS = 10_000;

type Figure = Exclude<keyof QueueStatistics, 'startTimeOfLongestCallInQueue'>;

/** The figures of all queues as Finesse tells them: taken every 10 s, published when they differ. */
export class QueueBoard {
  private cancel: () => void = () => undefined;
  private readonly taken = new Map<string, QueueStatistics>();

  constructor(
    private readonly desk: Desk,
    private readonly router: CallRouter,
  ) {
    for (const queue of desk.world.queues.values()) {
      this.taken.set(queue.id, this.count(queue));
    }
    this.keepRefreshing();
  }

  /** Looks again 10 s from now: whoever sets a play going calls this, so that figures fall into it at the same places. */
  restart(): void {
    this.cancel();
    this.keepRefreshing();
  }

  statistics(queue: Queue): QueueStatistics {
    return this.taken.get(queue.id) ?? this.count(queue);
  }

  /** Queues with their figures, as `User/{id}/Queues` lists them; Unified CCX tells the figures elsewhere. */
  listElement(queues: readonly Queue[]): XmlElement {
    const { deployment } = this.desk.world;
    const list = queues.map((queue) =>
      deployment === 'ucce' ? queueElement(queue, this.statistics(queue)) : queueElement(queue),
    );
    return element('Queues', list);
  }

  /** Gives an agent these queues; who is told of other queues by it hears which came and which went. */
  assign(userId: string, queueIds: readonly string[]): void {
    const { world } = this.desk;
    const concerned = [...world.users.values()].filter(
      (user) =>
        user.id === userId ||
        user.supervisedTeamIds.some((id) => world.teams.get(id)?.userIds.includes(userId)),
    );
    const before = new Map(concerned.map((user) => [user.id, world.queuesOf(user)]));
    world.assign(userId, queueIds);
    for (const { id } of concerned) {
      const user = world.users.get(id);
      const now = user === undefined ? [] : world.queuesOf(user);
      this.tellChange(id, before.get(id) ?? [], now);
    }
  }

  private tellChange(userId: string, before: readonly Queue[], now: readonly Queue[]): void {
    const missingIn = (list: readonly Queue[]) => (queue: Queue) =>
      !list.some(({ id }) => id === queue.id);
    const source = userQueuesNode(userId);
    for (const { event, queues } of [
      { event: 'POST', queues: now.filter(missingIn(before)) },
      { event: 'DELETE', queues: before.filter(missingIn(now)) },
    ] as const) {
      if (queues.length > 0) {
        const list = this.listElement(queues);
        this.desk.publisher.publish(source, () => updateElement(list, { event, source }));
      }
    }
  }

  private refresh(): void {
    for (const queue of this.desk.world.queues.values()) {
      const statistics = this.count(queue);
      const before = this.taken.get(queue.id);
      if (before === undefined || differs(before, statistics)) {
        this.taken.set(queue.id, statistics);
        this.publish(queue, statistics);
      }
    }
  }

  private keepRefreshing(): void {
    this.cancel = this.desk.clock.after(REFRESH_MS, () => {
      this.refresh();
      this.keepRefreshing();
    });
  }

  private publish(queue: Queue, statistics: QueueStatistics): void {
    // Unified CCX tells its figures elsewhere, in Live Data.
    if (this.desk.world.deployment === 'ucce') {
      const node = queueNode(queue.id);
      this.desk.publisher.publish(node, () => queueUpdate(queue, statistics));
    }
  }

  private count(queue: Queue): QueueStatistics {
    const isUnassigned = queue.agentIds.length === 0;
    const figures = emptyFigures(isUnassigned ? -1 : 0);
    if (isUnassigned) {
      return { ...figures, startTimeOfLongestCallInQueue: '' };
    }
    for (const id of queue.agentIds) {
      const user = this.desk.world.users.get(id);
      if (user !== undefined && user.state !== 'LOGOUT') {
        figures.agentsLoggedOn++;
        figures[this.figureOf(user, queue)]++;
      }
    }
    const waiting = this.router.waitingIn(queue.id);
    const [longest] = waiting.values();
    return {
      ...figures,
      callsInQueue: waiting.size,
      startTimeOfLongestCallInQueue: isoTime(longest).replace(/\.\d+Z$/, 'Z'),
    };
  }

  private figureOf(user: User, queue: Queue): Figure {
    switch (user.state) {
      case 'READY':
        return 'agentsReady';
      case 'NOT_READY':
        return 'agentsNotReady';
      case 'WORK':
        return 'agentsWrapUpNotReady';
      case 'WORK_READY':
        return 'agentsWrapUpReady';
      case 'TALKING':
      case 'HOLD':
        return this.talkingFigure(user, queue);
      case 'RESERVED':
      case 'RESERVED_OUTBOUND':
      case 'RESERVED_OUTBOUND_PREVIEW':
      case 'UNKNOWN':
      case 'LOGOUT':
        return 'agentsBusyOther';
    }
  }

  private talkingFigure(user: User, queue: Queue): Figure {
    const dialogs = user.dialogIds.flatMap((id) => this.desk.world.dialogs.get(id) ?? []);
    const queueCall = dialogs.find(isQueueCall);
    if (queueCall !== undefined) {
      return queueCall.queueId === queue.id ? 'agentsTalkingInbound' : 'agentsBusyOther';
    }
    const [dialog] = dialogs;
    if (dialog?.callType === 'OUT') {
      return 'agentsTalkingOutbound';
    }
    return isInternal(dialog?.callType) ? 'agentsTalkingInternal' : 'agentsTalkingInbound';
  }
}

function isInternal(callType: CallType | undefined): boolean {
  return callType === 'AGENT_INSIDE' || callType === 'CONSULT' || callType === 'SUPERVISOR_MONITOR';
}

function emptyFigures(value: number): Record<Figure, number> {
  return {
    callsInQueue: value,
    agentsReady: value,
    agentsNotReady: value,
    agentsBusyOther: value,
    agentsLoggedOn: value,
    agentsTalkingInbound: value,
    agentsTalkingOutbound: value,
    agentsTalkingInternal: value,
    agentsWrapUpNotReady: value,
    agentsWrapUpReady: value,
  };
}

function differs(before: QueueStatistics, after: QueueStatistics): boolean {
  return QUEUE_FIGURES.some((figure) => before[figure] !== after[figure]);
}
