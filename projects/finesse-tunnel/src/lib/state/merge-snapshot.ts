import { isOlderThan } from '../model/is-older-than';
import { mergeAgent } from '../model/merge-agent';
import type { Agent } from '../model/agent';
import type { Dialog } from '../model/dialog';
import type { Queue } from '../model/queue';
import type { Snapshot } from '../model/snapshot';
import type { ContactCenter } from './contact-center';
import { ContactCenterDraft, heardFrom } from './contact-center-draft';
import { ofTeam } from './fold-notifications';
import { lastChangeOf } from './last-change-of';
import type { EntityDraft, Noted, Stored } from './stored-entities';

/** A REST answer, with what is needed to tell whether a notification knows better. */
export interface DatedSnapshot {
  /** The node whose resource it is. */
  readonly node: string;
  readonly snapshot: Snapshot;
  /** When the request left, in milliseconds since 1970 on the local clock: to show, it decides nothing. */
  readonly requestedAt: number;
  readonly receivedAt: number;
  /** The state's revision when the request left; absent: the present one, as if nothing came in between. */
  readonly requestedIn?: number;
}

type Request = Required<Omit<DatedSnapshot, 'snapshot'>>;

/**
 * Lays a REST answer into what notifications told.
 *
 * Whatever was told before the request left is older than the answer, even if the server's clock went back since. Of
 * what was told after that the newer one wins, and what left meanwhile stays away. What the node once told and the list
 * does not hold any more goes.
 */
export function mergeSnapshot(
  before: ContactCenter,
  { snapshot, ...request }: DatedSnapshot,
): ContactCenter {
  const draft = new ContactCenterDraft(before);
  const dated: Request = { requestedIn: before.revision, ...request };
  const leaving = { ...dated, revision: draft.revision };
  switch (snapshot.kind) {
    case 'user':
      mergeAgents(draft, [snapshot.agent], dated);
      break;
    case 'team-users':
      mergeTeam(draft, snapshot, leaving);
      break;
    case 'dialogs':
      mergeDialogs(draft, snapshot.dialogs, dated);
      removeMissing(draft.dialogs, snapshot.dialogs, leaving);
      break;
    case 'dialog': {
      const found = snapshot.dialog === undefined ? [] : [snapshot.dialog];
      mergeDialogs(draft, found, dated);
      removeMissing(draft.dialogs, found, leaving);
      break;
    }
    case 'queue':
      mergeQueues(draft, [snapshot.queue], dated);
      break;
    case 'queues':
      mergeQueues(draft, snapshot.queues, dated);
      removeMissing(draft.queues, snapshot.queues, leaving);
      break;
    case 'system-info':
      draft.tellSystemInfo(snapshot.systemInfo, dated.receivedAt);
      break;
    case 'media':
    case 'custom':
      break;
  }
  return draft.finish();
}

function mergeTeam(
  draft: ContactCenterDraft,
  { team: { id, name }, agents }: Extract<Snapshot, { kind: 'team-users' }>,
  leaving: Request & { readonly revision: number },
): void {
  mergeAgents(
    draft,
    agents.map((agent) => ofTeam(agent, id, name)),
    leaving,
  );
  removeMissing(draft.agents, agents, leaving);
}

function mergeAgents(draft: ContactCenterDraft, agents: readonly Agent[], request: Request): void {
  const { node, requestedAt: toldAt, requestedIn } = request;
  for (const agent of agents) {
    const known = draft.agents.get(agent.id);
    const heard = heardFrom(known, node, requestedIn);
    if (leftSince(draft.agents, agent.id, request)) {
      continue;
    }
    if (known === undefined) {
      draft.agents.set({ ...agent, toldAt, ...heard });
    } else if (!isToldSince(known, request) || isOlderThan(known, agent)) {
      draft.agents.set({ ...mergeAgent(known, agent), toldAt, ...heard });
    } else {
      // Too old to decide, but it may tell what summaries leave out.
      draft.agents.set({ ...mergeAgent(agent, known), toldAt: known.toldAt, ...heard });
    }
  }
}

function mergeDialogs(
  draft: ContactCenterDraft,
  dialogs: readonly Dialog[],
  request: Request,
): void {
  const { node, requestedAt: toldAt, requestedIn } = request;
  for (const dialog of dialogs) {
    const known = draft.dialogs.get(dialog.id);
    const heard = heardFrom(known, node, requestedIn);
    if (leftSince(draft.dialogs, dialog.id, request)) {
      continue;
    }
    const isNews =
      known === undefined ||
      !isToldSince(known, request) ||
      (lastChangeOf(dialog) ?? 0) > (lastChangeOf(known) ?? 0);
    draft.dialogs.set(isNews ? { ...known, ...dialog, toldAt, ...heard } : { ...known, ...heard });
  }
}

function mergeQueues(draft: ContactCenterDraft, queues: readonly Queue[], request: Request): void {
  const { node, requestedAt: toldAt, requestedIn } = request;
  for (const queue of queues) {
    const known = draft.queues.get(queue.id);
    const heard = heardFrom(known, node, requestedIn);
    if (leftSince(draft.queues, queue.id, request)) {
      continue;
    }
    draft.queues.set(
      known !== undefined && isToldSince(known, request)
        ? { ...queue, ...known, ...heard }
        : { ...known, ...queue, toldAt, ...heard },
    );
  }
}

/** Whether any node told of it after the request left. */
function isToldSince({ revisions }: Noted, { requestedIn }: Request): boolean {
  return revisions.some((revision) => revision > requestedIn);
}

function leftSince<T extends Stored>(
  draft: EntityDraft<T>,
  id: string,
  { node, requestedIn }: Request,
): boolean {
  return (draft.removal(id, node)?.revision ?? 0) > requestedIn;
}

function removeMissing<T extends Stored>(
  draft: EntityDraft<T>,
  listed: readonly { readonly id: string }[],
  { node, requestedIn, revision }: Request & { readonly revision: number },
): void {
  const present = new Set(listed.map(({ id }) => id));
  for (const { id, nodes, revisions } of draft.all()) {
    const told = revisions[nodes.indexOf(node)];
    if (told !== undefined && told <= requestedIn && !present.has(id)) {
      draft.takeBack(id, { node, revision });
    }
  }
}
