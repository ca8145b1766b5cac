import {
  type Agent,
  type Dialog,
  type Notification,
  type Queue,
  type Snapshot,
} from 'finesse-tunnel';
import { firstText } from '../display/first-text';
import { addCall, addState, type AgentHistory, endOtherCalls, NO_HISTORY } from './agent-history';
import { type HistoryState } from './history-feature';
import { addSample, NO_QUEUE_HISTORY } from './queue-history';

/** Collects what one batch adds; copies each collection once, and only when something is added to it. */
class Draft {
  agents: Map<string, AgentHistory> | undefined;
  queues: Map<string, ReturnType<typeof addSample>> | undefined;
  extensions: Map<string, string> | undefined;

  constructor(private readonly before: HistoryState) {}

  agent(id: string): AgentHistory {
    return (this.agents ?? this.before.agents).get(id) ?? NO_HISTORY;
  }

  setAgent(id: string, history: AgentHistory): void {
    if (history !== this.agent(id)) {
      this.agents ??= new Map(this.before.agents);
      this.agents.set(id, history);
    }
  }

  agentAt(extension: string): string | undefined {
    return (this.extensions ?? this.before.extensions).get(extension);
  }

  setExtension(extension: string, id: string): void {
    if (this.agentAt(extension) !== id) {
      this.extensions ??= new Map(this.before.extensions);
      this.extensions.set(extension, id);
    }
  }

  addQueue(id: string, { statistics = {} }: Queue, at: number): void {
    if (statistics.callsInQueue === undefined) {
      return;
    }
    this.queues ??= new Map(this.before.queues);
    const history = this.queues.get(id) ?? NO_QUEUE_HISTORY;
    const { callsInQueue, agentsReady } = statistics;
    this.queues.set(
      id,
      addSample(history, { at, waiting: told(callsInQueue), ready: told(agentsReady) }),
    );
  }

  finish(): HistoryState {
    const { agents, queues, extensions } = this;
    return agents === undefined && queues === undefined && extensions === undefined
      ? this.before
      : {
          ...this.before,
          agents: agents ?? this.before.agents,
          queues: queues ?? this.before.queues,
          extensions: extensions ?? this.before.extensions,
        };
  }
}

/** Adds what a batch of notifications tells about agents, their calls, and queues. */
export function rememberNotifications(
  state: HistoryState,
  notifications: readonly Notification[],
): HistoryState {
  const draft = new Draft(state);
  for (const notification of notifications) {
    remember(draft, notification);
  }
  return draft.finish();
}

/** Adds what a REST answer tells; calls that are missing in it have ended meanwhile. */
export function rememberSnapshot(
  state: HistoryState,
  snapshot: Snapshot,
  receivedAt: number,
): HistoryState {
  const draft = new Draft(state);
  switch (snapshot.kind) {
    case 'user':
      rememberAgent(draft, snapshot.agent);
      break;
    case 'team-users':
      snapshot.agents.forEach((agent) => rememberAgent(draft, agent));
      break;
    case 'dialogs': {
      const { agentId, dialogs } = snapshot;
      dialogs.forEach((dialog) => rememberDialog(draft, dialog, { at: receivedAt, isOver: false }));
      const going = new Set(dialogs.map(({ id }) => id));
      draft.setAgent(agentId, endOtherCalls(draft.agent(agentId), going, receivedAt));
      break;
    }
    case 'queue':
      draft.addQueue(snapshot.queue.id, snapshot.queue, receivedAt);
      break;
    case 'queues':
      snapshot.queues.forEach((queue) => draft.addQueue(queue.id, queue, receivedAt));
      break;
    case 'dialog':
      if (snapshot.dialog !== undefined) {
        rememberDialog(draft, snapshot.dialog, { at: receivedAt, isOver: false });
      }
      break;
    case 'media':
    case 'system-info':
    case 'custom':
      break;
  }
  return draft.finish();
}

function remember(draft: Draft, notification: Notification): void {
  const { event, receivedAt } = notification;
  switch (notification.kind) {
    case 'user':
      rememberAgent(draft, notification.agent);
      break;
    case 'team-users':
      notification.agents.forEach((agent) => rememberAgent(draft, agent));
      break;
    case 'dialogs':
      notification.dialogs.forEach((dialog) =>
        rememberDialog(draft, dialog, { at: receivedAt, isOver: event === 'DELETE' }),
      );
      break;
    case 'dialog':
      rememberDialog(draft, notification.dialog, { at: receivedAt, isOver: event === 'DELETE' });
      break;
    case 'queue':
      draft.addQueue(notification.queue.id, notification.queue, receivedAt);
      break;
    default:
      break;
  }
}

function rememberAgent(draft: Draft, agent: Agent): void {
  const { id, state, stateChangeTime, extension, reasonCode } = agent;
  if (extension !== undefined && extension !== '') {
    draft.setExtension(extension, id);
  }
  if (state !== undefined && stateChangeTime !== undefined) {
    const reason = firstText(reasonCode?.label, reasonCode?.code?.toString());
    draft.setAgent(id, addState(draft.agent(id), { state, since: stateChangeTime, reason }));
  }
}

/** A dialog is a call of each agent who takes part, from when they joined until they, or all, have left. */
function rememberDialog(
  draft: Draft,
  dialog: Dialog,
  { at, isOver }: { readonly at: number; readonly isOver: boolean },
): void {
  for (const { mediaAddress = '', startTime, state, stateChangeTime } of dialog.participants ??
    []) {
    const agentId = draft.agentAt(mediaAddress);
    const isOverheard =
      dialog.mediaProperties?.callType === 'SUPERVISOR_MONITOR' &&
      dialog.fromAddress !== mediaAddress;
    if (agentId !== undefined && !isOverheard) {
      const hasLeft = isOver || state === 'DROPPED';
      const call = {
        id: dialog.id,
        from: startTime ?? at,
        to: hasLeft ? (stateChangeTime ?? at) : undefined,
        queue: dialog.mediaProperties?.queueName ?? '',
        fromAddress: dialog.fromAddress ?? '',
        toAddress: dialog.toAddress ?? '',
      };
      draft.setAgent(agentId, addCall(draft.agent(agentId), call));
    }
  }
}

/** -1 means that nobody is assigned: no figure at all. */
function told(count: number | undefined): number | undefined {
  return count === undefined || count < 0 ? undefined : count;
}
