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
import type { Queue } from '../model/queue';
import type { ContactCenter } from './contact-center';
import { ContactCenterDraft, heardFrom } from './contact-center-draft';
import { lastChangeOf } from './last-change-of';
import type { Removal } from './stored-entities';

/**
 * Applies notifications in their order, and copies each collection once at most.
 *
 * They may come late, twice, or for nodes nobody asked for. The server's `stateChangeTime` decides: what is older
 * than the known state of the same agent or dialog is ignored, equal times let the last one win, no time is accepted.
 * What a node took back comes back only with news.
 */
export function foldNotifications(
  before: ContactCenter,
  notifications: readonly Notification[],
): ContactCenter {
  const draft = new ContactCenterDraft(before);
  for (const notification of notifications) {
    fold(draft, notification);
  }
  return draft.finish();
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
      if (!draft.isLate(notification.systemInfo)) {
        draft.tellSystemInfo(notification.systemInfo, notification.receivedAt);
      }
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
  const { agent, event, node } = notification;
  if (event === 'DELETE') {
    // The agent is gone for everybody, and so is the word of every node.
    for (const teller of [node, ...(draft.agents.get(agent.id)?.nodes ?? [])]) {
      draft.agents.takeBack(agent.id, { node: teller, revision: draft.revision });
    }
  } else {
    tellAgent(draft, agent, notification);
  }
}

function foldTeamUsers(draft: ContactCenterDraft, notification: TeamUsersNotification): void {
  const { agents, event, node, snapshot, team, teamId } = notification;
  const { revision } = draft;
  for (const agent of agents) {
    if (event === 'DELETE') {
      draft.agents.takeBack(agent.id, { node, revision });
    } else {
      tellAgent(draft, ofTeam(agent, teamId, team?.name), notification);
    }
  }
  if (snapshot && event !== 'DELETE') {
    const present = new Set(agents.map(({ id }) => id));
    for (const { id, nodes } of draft.agents.all()) {
      if (nodes.includes(node) && !present.has(id)) {
        draft.agents.takeBack(id, { node, revision });
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
  { event, node, receivedAt }: Message,
): void {
  const known = draft.agents.get(agent.id);
  if (known !== undefined && isOlderThan(agent, known)) {
    return;
  }
  const removal = draft.agents.removal(agent.id, node);
  if (removal !== undefined && isOver(removal, { event, changedAt: agent.stateChangeTime })) {
    return;
  }
  const heard = heardFrom(known, node, draft.revision);
  draft.agents.set(
    known === undefined
      ? { ...agent, toldAt: receivedAt, ...heard }
      : // What mergeAgent makes is new, and a second copy of every field would double the cost of an event.
        Object.assign(mergeAgent(known, agent), { toldAt: receivedAt, ...heard }),
  );
}

type Message = Pick<Notification, 'event' | 'node' | 'receivedAt'>;

/**
 * Whether what is told is older than its end, so that it must not bring the thing back. Without a time to compare, only
 * what came anew (`POST`) does.
 */
function isOver(
  removal: Removal,
  { event, changedAt }: { readonly event: string; readonly changedAt: number | undefined },
): boolean {
  return changedAt === undefined || removal.changedAt === undefined
    ? event !== 'POST'
    : changedAt <= removal.changedAt;
}

function foldDialogs(
  draft: ContactCenterDraft,
  notification: DialogsNotification | DialogNotification,
): void {
  const dialogs = notification.kind === 'dialogs' ? notification.dialogs : [notification.dialog];
  for (const dialog of dialogs) {
    if (notification.event === 'DELETE') {
      endDialog(draft, dialog, notification.node);
    } else {
      tellDialog(draft, dialog, notification);
    }
  }
}

/** A second notice of the end must not end a dialog that was offered again since. */
function endDialog(draft: ContactCenterDraft, dialog: Dialog, node: string): void {
  const changedAt = lastChangeOf(dialog);
  const last = draft.dialogs.lastRemoval(dialog.id, node)?.changedAt;
  if (changedAt === undefined || last === undefined || changedAt > last) {
    draft.dialogs.takeBack(dialog.id, { node, revision: draft.revision, changedAt });
  }
}

function tellDialog(
  draft: ContactCenterDraft,
  dialog: Dialog,
  { event, node, receivedAt }: Message,
): void {
  const changedAt = lastChangeOf(dialog);
  const removal = draft.dialogs.removal(dialog.id, node);
  if (removal !== undefined && isOver(removal, { event, changedAt })) {
    return;
  }
  const known = draft.dialogs.get(dialog.id);
  const heard = heardFrom(known, node, draft.revision);
  const isOlder = known !== undefined && (changedAt ?? Infinity) < (lastChangeOf(known) ?? 0);
  if (!isOlder) {
    draft.dialogs.set({ ...known, ...dialog, toldAt: receivedAt, ...heard });
  } else if (heard.nodes !== known.nodes) {
    draft.dialogs.set({ ...known, ...heard });
  }
}

function foldQueue(draft: ContactCenterDraft, notification: QueueNotification): void {
  const { event, node, queue } = notification;
  if (event === 'DELETE') {
    for (const teller of [node, ...(draft.queues.get(queue.id)?.nodes ?? [])]) {
      draft.queues.takeBack(queue.id, { node: teller, revision: draft.revision });
    }
  } else {
    tellQueue(draft, queue, notification);
  }
}

function foldQueues(draft: ContactCenterDraft, notification: QueuesNotification): void {
  const { event, node, queues } = notification;
  for (const queue of queues) {
    if (event === 'DELETE') {
      draft.queues.takeBack(queue.id, { node, revision: draft.revision });
    } else {
      tellQueue(draft, queue, notification);
    }
  }
}

function tellQueue(
  draft: ContactCenterDraft,
  queue: Queue,
  { event, node, receivedAt }: Message,
): void {
  const removal = draft.queues.removal(queue.id, node);
  if (removal !== undefined && isOver(removal, { event, changedAt: undefined })) {
    return;
  }
  const known = draft.queues.get(queue.id);
  const heard = heardFrom(known, node, draft.revision);
  draft.queues.set({ ...known, ...queue, toldAt: receivedAt, ...heard });
}
