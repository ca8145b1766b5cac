import { isOlderThan } from '../model/is-older-than';
import { mergeAgent } from '../model/merge-agent';
import type { Agent } from '../model/agent';
import type { Dialog } from '../model/dialog';
import type { Queue } from '../model/queue';
import type { Snapshot } from '../model/snapshot';
import type { ContactCenter } from './contact-center';
import { ContactCenterDraft, takeBack, withNode } from './contact-center-draft';
import { ofTeam } from './fold-notifications';
import { lastChangeOf } from './last-change-of';
import type { EntityDraft, Stored } from './stored-entities';

/** A REST answer, with what is needed to tell whether a notification knows better. */
export interface DatedSnapshot {
  /** The node whose resource it is. */
  readonly node: string;
  readonly snapshot: Snapshot;
  /** When the request left, in milliseconds since 1970 on the local clock. */
  readonly requestedAt: number;
  readonly receivedAt: number;
}

/**
 * Lays a REST answer into what notifications told.
 *
 * Per resource the newer one wins; what changed while the request was under way is left alone, and so is what left
 * meanwhile. What the node once told and the list does not hold any more goes.
 */
export function mergeSnapshot(before: ContactCenter, dated: DatedSnapshot): ContactCenter {
  const draft = new ContactCenterDraft(before);
  const { snapshot } = dated;
  switch (snapshot.kind) {
    case 'user':
      mergeAgents(draft, [snapshot.agent], dated);
      break;
    case 'team-users': {
      const { id, name } = snapshot.team;
      const agents = snapshot.agents.map((agent) => ofTeam(agent, id, name));
      mergeAgents(draft, agents, dated);
      removeMissing(draft.agents, agents, dated);
      break;
    }
    case 'dialogs':
      mergeDialogs(draft, snapshot.dialogs, dated);
      removeMissing(draft.dialogs, snapshot.dialogs, dated);
      break;
    case 'dialog': {
      const found = snapshot.dialog === undefined ? [] : [snapshot.dialog];
      mergeDialogs(draft, found, dated);
      removeMissing(draft.dialogs, found, dated);
      break;
    }
    case 'queue':
      mergeQueues(draft, [snapshot.queue], dated);
      break;
    case 'queues':
      mergeQueues(draft, snapshot.queues, dated);
      removeMissing(draft.queues, snapshot.queues, dated);
      break;
    case 'system-info':
      draft.tellSystemInfo(snapshot.systemInfo, dated.receivedAt);
      break;
    case 'media':
    case 'custom':
      break;
  }
  return draft.finish(dated.receivedAt);
}

function mergeAgents(
  draft: ContactCenterDraft,
  agents: readonly Agent[],
  { node, requestedAt }: DatedSnapshot,
): void {
  for (const agent of agents) {
    const known = draft.agents.get(agent.id);
    const nodes = withNode(known, node);
    if (known === undefined) {
      if (!leftSince(draft.agents, agent.id, requestedAt)) {
        draft.agents.set({ ...agent, toldAt: requestedAt, nodes });
      }
    } else if (isNewsAbout(known, agent, requestedAt)) {
      draft.agents.set({ ...mergeAgent(known, agent), toldAt: requestedAt, nodes });
    } else {
      // Too old to decide, but it may tell what summaries leave out.
      draft.agents.set({ ...mergeAgent(agent, known), toldAt: known.toldAt, nodes });
    }
  }
}

function isNewsAbout(
  known: Agent & { readonly toldAt: number },
  told: Agent,
  requestedAt: number,
): boolean {
  if (isOlderThan(known, told)) {
    return true;
  }
  return !isOlderThan(told, known) && known.toldAt < requestedAt;
}

function mergeDialogs(
  draft: ContactCenterDraft,
  dialogs: readonly Dialog[],
  { node, requestedAt }: DatedSnapshot,
): void {
  for (const dialog of dialogs) {
    const known = draft.dialogs.get(dialog.id);
    const nodes = withNode(known, node);
    if (known === undefined) {
      if (!leftSince(draft.dialogs, dialog.id, requestedAt)) {
        draft.dialogs.set({ ...dialog, toldAt: requestedAt, nodes });
      }
      continue;
    }
    const isOlder = (lastChangeOf(dialog) ?? 0) < (lastChangeOf(known) ?? 0);
    draft.dialogs.set(
      isOlder || known.toldAt >= requestedAt
        ? { ...known, nodes }
        : { ...known, ...dialog, toldAt: requestedAt, nodes },
    );
  }
}

function mergeQueues(
  draft: ContactCenterDraft,
  queues: readonly Queue[],
  { node, requestedAt }: DatedSnapshot,
): void {
  for (const queue of queues) {
    const known = draft.queues.get(queue.id);
    const nodes = withNode(known, node);
    if (known === undefined && leftSince(draft.queues, queue.id, requestedAt)) {
      continue;
    }
    draft.queues.set(
      known !== undefined && known.toldAt >= requestedAt
        ? { ...queue, ...known, nodes }
        : { ...known, ...queue, toldAt: requestedAt, nodes },
    );
  }
}

function leftSince<T extends Stored>(
  draft: EntityDraft<T>,
  id: string,
  requestedAt: number,
): boolean {
  const removal = draft.removal(id);
  return removal !== undefined && removal.at >= requestedAt;
}

function removeMissing<T extends Stored>(
  draft: EntityDraft<T>,
  listed: readonly { readonly id: string }[],
  { node, requestedAt, receivedAt }: DatedSnapshot,
): void {
  const present = new Set(listed.map(({ id }) => id));
  for (const { id, nodes, toldAt } of draft.all()) {
    if (nodes.includes(node) && !present.has(id) && toldAt < requestedAt) {
      takeBack(draft, id, { node, at: receivedAt });
    }
  }
}
