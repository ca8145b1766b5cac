import { isOlderThan } from '../model/is-older-than';
import { mergeAgent } from '../model/merge-agent';
import type { Agent } from '../model/agent';
import type { Dialog } from '../model/dialog';
import type {
  DialogNotification,
  DialogsNotification,
  Notification,
  QueueNotification,
  QueuesNotification,
  TeamUsersNotification,
  UserNotification,
} from '../model/notification';
import type { ContactCenter } from './contact-center';
import { ContactCenterDraft, takeBack, withNode } from './contact-center-draft';
import { lastChangeOf } from './last-change-of';

/**
 * Applies notifications in their order, and copies each collection once at most.
 *
 * They may come late, twice, or for nodes nobody asked for. The server's `stateChangeTime` decides: what is older
 * than the known state of the same agent or dialog is ignored, equal times let the last one win, no time is accepted.
 */
export function foldNotifications(
  before: ContactCenter,
  notifications: readonly Notification[],
): ContactCenter {
  const draft = new ContactCenterDraft(before);
  let now = 0;
  for (const notification of notifications) {
    now = Math.max(now, notification.receivedAt);
    fold(draft, notification);
  }
  return draft.finish(now);
}

function fold(draft: ContactCenterDraft, notification: Notification): void {
  switch (notification.kind) {
    case 'user':
      foldUser(draft, notification);
      break;
    case 'team-users':
      foldTeamUsers(draft, notification);
      break;
    case 'dialogs':
    case 'dialog':
      foldDialogs(draft, notification);
      break;
    case 'queue':
      foldQueue(draft, notification);
      break;
    case 'queues':
      foldQueues(draft, notification);
      break;
    case 'system-info':
      draft.tellSystemInfo(notification.systemInfo, notification.receivedAt);
      break;
    // The rest changes no agent, dialog or queue; `watch` and `notifications$` carry it.
    case 'media':
    case 'api-errors':
    case 'team-message':
    case 'devices':
    case 'unknown':
      break;
  }
}

function foldUser(draft: ContactCenterDraft, notification: UserNotification): void {
  const { agent, event, receivedAt } = notification;
  if (event === 'DELETE') {
    draft.agents.remove({ id: agent.id, at: receivedAt });
  } else {
    tellAgent(draft, agent, notification);
  }
}

function foldTeamUsers(draft: ContactCenterDraft, notification: TeamUsersNotification): void {
  const { agents, event, node, receivedAt, snapshot, team, teamId } = notification;
  for (const agent of agents) {
    if (event === 'DELETE') {
      takeBack(draft.agents, agent.id, { node, at: receivedAt });
    } else {
      tellAgent(draft, ofTeam(agent, teamId, team?.name), notification);
    }
  }
  if (snapshot && event !== 'DELETE') {
    const present = new Set(agents.map(({ id }) => id));
    for (const { id, nodes } of draft.agents.all()) {
      if (nodes.includes(node) && !present.has(id)) {
        takeBack(draft.agents, id, { node, at: receivedAt });
      }
    }
  }
}

/** A summary does not name the team; the node it came on does. */
export function ofTeam(agent: Agent, teamId: string, teamName: string | undefined): Agent {
  if (teamId === '' || agent.teamId !== undefined) {
    return agent;
  }
  return { teamId, ...(teamName === undefined ? {} : { teamName }), ...agent };
}

function tellAgent(
  draft: ContactCenterDraft,
  agent: Agent,
  { node, receivedAt }: { readonly node: string; readonly receivedAt: number },
): void {
  const known = draft.agents.get(agent.id);
  const nodes = withNode(known, node);
  if (known === undefined) {
    draft.agents.set({ ...agent, toldAt: receivedAt, nodes });
  } else if (!isOlderThan(agent, known)) {
    // What mergeAgent makes is new, and a second copy of every field would double the cost of an event.
    draft.agents.set(Object.assign(mergeAgent(known, agent), { toldAt: receivedAt, nodes }));
  }
}

function foldDialogs(
  draft: ContactCenterDraft,
  notification: DialogsNotification | DialogNotification,
): void {
  const { event, node, receivedAt } = notification;
  const dialogs = notification.kind === 'dialogs' ? notification.dialogs : [notification.dialog];
  for (const dialog of dialogs) {
    const changedAt = lastChangeOf(dialog);
    if (event === 'DELETE') {
      const last = changedAt === undefined ? {} : { changedAt };
      takeBack(draft.dialogs, dialog.id, { node, at: receivedAt, ...last });
    } else if (event === 'POST' || !isOver(draft, dialog)) {
      tellDialog(draft, dialog, { node, receivedAt });
    }
  }
}

/** Whether a change is older than the end of its dialog: a late one must not bring the dialog back. */
function isOver(draft: ContactCenterDraft, dialog: Dialog): boolean {
  const removal =
    draft.dialogs.get(dialog.id) === undefined ? draft.dialogs.removal(dialog.id) : undefined;
  if (removal === undefined) {
    return false;
  }
  const changedAt = lastChangeOf(dialog);
  return changedAt === undefined || changedAt <= (removal.changedAt ?? Infinity);
}

function tellDialog(
  draft: ContactCenterDraft,
  dialog: Dialog,
  { node, receivedAt }: { readonly node: string; readonly receivedAt: number },
): void {
  const known = draft.dialogs.get(dialog.id);
  const nodes = withNode(known, node);
  const isOlder =
    known !== undefined && (lastChangeOf(dialog) ?? Infinity) < (lastChangeOf(known) ?? 0);
  if (!isOlder) {
    draft.dialogs.set({ ...known, ...dialog, toldAt: receivedAt, nodes });
  } else if (nodes !== known.nodes) {
    draft.dialogs.set({ ...known, nodes });
  }
}

function foldQueue(draft: ContactCenterDraft, notification: QueueNotification): void {
  const { event, node, queue, receivedAt } = notification;
  if (event === 'DELETE') {
    draft.queues.remove({ id: queue.id, at: receivedAt });
  } else {
    const known = draft.queues.get(queue.id);
    draft.queues.set({ ...known, ...queue, toldAt: receivedAt, nodes: withNode(known, node) });
  }
}

function foldQueues(draft: ContactCenterDraft, notification: QueuesNotification): void {
  const { event, node, queues, receivedAt } = notification;
  for (const queue of queues) {
    if (event === 'DELETE') {
      takeBack(draft.queues, queue.id, { node, at: receivedAt });
    } else {
      const known = draft.queues.get(queue.id);
      draft.queues.set({ ...known, ...queue, toldAt: receivedAt, nodes: withNode(known, node) });
    }
  }
}
