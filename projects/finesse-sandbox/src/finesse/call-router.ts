import type { Dialog } from './dialog';
import type { User } from './user';

/** Knows, for each queue, who is ready the longest and who waits the longest. Every step costs the same however many agents there are. */
export class CallRouter {
  // Sets and maps keep the order of insertion, which here is the order of waiting.
  private readonly ready = new Map<string, Set<string>>();
  private readonly waiting = new Map<string, Map<string, number>>();

  /** Follows an agent into or out of READY. */
  agentChanged(before: User, after: User): void {
    if (before.state === after.state) {
      return;
    }
    for (const queueId of after.queueIds) {
      const ready = this.readyFor(queueId);
      ready.delete(after.id);
      if (after.state === 'READY') {
        ready.add(after.id);
      }
    }
  }

  /** The agents ready for this queue, the longest ready first. */
  readyFor(queueId: string): Set<string> {
    return entry(this.ready, queueId, () => new Set<string>());
  }

  enqueue(dialog: Dialog): void {
    if (dialog.queueId !== undefined) {
      this.waitingIn(dialog.queueId).set(dialog.id, dialog.startTime);
    }
  }

  leaveQueue(dialog: Dialog): void {
    if (dialog.queueId !== undefined) {
      this.waitingIn(dialog.queueId).delete(dialog.id);
    }
  }

  /** Dialogs that wait in this queue with the time they came, the longest first. */
  waitingIn(queueId: string): Map<string, number> {
    return entry(this.waiting, queueId, () => new Map<string, number>());
  }

  /** The call this agent takes next: the one that waits the longest in any of the agent's queues. */
  nextCallFor(user: User): string | undefined {
    let longest: readonly [string, number] | undefined;
    for (const queueId of user.queueIds) {
      const [first] = this.waitingIn(queueId);
      if (first !== undefined && (longest === undefined || first[1] < longest[1])) {
        longest = first;
      }
    }
    return longest?.[0];
  }
}

function entry<T>(map: Map<string, T>, key: string, make: () => T): T {
  const known = map.get(key);
  if (known !== undefined) {
    return known;
  }
  const made = make();
  map.set(key, made);
  return made;
}
