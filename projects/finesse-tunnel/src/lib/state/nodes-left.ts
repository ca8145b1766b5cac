import type { ContactCenter } from './contact-center';
import { ContactCenterDraft } from './contact-center-draft';
import type { EntityDraft, Stored } from './stored-entities';

/** How many agents, and queues, are kept that no watched node tells of any more. */
export const UNWATCHED_KEPT = 1_000;

/**
 * What is left when the last watcher of some nodes is gone.
 *
 * A dialog goes with the last node that told it, as it would end unseen. Agents and queues stay, so that whoever comes
 * back to a list finds it as it was; beyond {@link UNWATCHED_KEPT} those go that were told first.
 */
export function nodesLeft(
  before: ContactCenter,
  left: readonly string[],
  isWatched: (node: string) => boolean,
): ContactCenter {
  const draft = new ContactCenterDraft(before);
  for (const { id, nodes } of draft.dialogs.all()) {
    for (const node of left.filter((other) => nodes.includes(other))) {
      draft.dialogs.leave(id, node);
    }
  }
  forgetFirst(draft.agents, isWatched);
  forgetFirst(draft.dialogs, isWatched);
  forgetFirst(draft.queues, isWatched);
  return draft.finish();
}

function forgetFirst<T extends Stored>(
  draft: EntityDraft<T>,
  isWatched: (node: string) => boolean,
): void {
  const unwatched = draft.all().filter(({ nodes }) => !nodes.some(isWatched));
  if (unwatched.length > UNWATCHED_KEPT) {
    const byAge = unwatched.sort((a, b) => Math.max(...a.revisions) - Math.max(...b.revisions));
    for (const { id } of byAge.slice(0, -UNWATCHED_KEPT)) {
      draft.forget(id);
    }
  }
}
