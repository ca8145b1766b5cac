import type { SystemInfo } from '../model/system-info';
import type { ContactCenter } from './contact-center';
import { EntityDraft, type Stored } from './stored-entities';
import type { StoredAgent, StoredDialog, StoredQueue, Told } from './told';

/** Collects what one batch changes in the whole contact centre; see {@link EntityDraft}. */
export class ContactCenterDraft {
  readonly agents: EntityDraft<StoredAgent>;
  readonly dialogs: EntityDraft<StoredDialog>;
  readonly queues: EntityDraft<StoredQueue>;
  readonly #before: ContactCenter;
  #systemInfo: SystemInfo | undefined;
  #serverClockSkewMs: number;

  constructor(before: ContactCenter) {
    this.#before = before;
    this.agents = new EntityDraft(before.agents);
    this.dialogs = new EntityDraft(before.dialogs);
    this.queues = new EntityDraft(before.queues);
    this.#systemInfo = before.systemInfo;
    this.#serverClockSkewMs = before.serverClockSkewMs;
  }

  /** Takes what the server says about itself; absent fields keep their value. */
  tellSystemInfo(told: SystemInfo, receivedAt: number): void {
    this.#systemInfo = { ...this.#systemInfo, ...told };
    if (told.currentTimestamp !== undefined) {
      this.#serverClockSkewMs = told.currentTimestamp - receivedAt;
    }
  }

  /** The contact centre after the batch; the same object when nothing changed. */
  finish(now: number): ContactCenter {
    const after: ContactCenter = {
      agents: this.agents.finish(now),
      dialogs: this.dialogs.finish(now),
      queues: this.queues.finish(now),
      systemInfo: this.#systemInfo,
      serverClockSkewMs: this.#serverClockSkewMs,
    };
    const before = this.#before;
    const isSame =
      after.agents === before.agents &&
      after.dialogs === before.dialogs &&
      after.queues === before.queues &&
      after.systemInfo === before.systemInfo &&
      after.serverClockSkewMs === before.serverClockSkewMs;
    return isSame ? before : after;
  }
}

/** The nodes of an entity with one more; the same array when it is there already. */
export function withNode(known: Told | undefined, node: string): readonly string[] {
  if (known === undefined) {
    return [node];
  }
  return known.nodes.includes(node) ? known.nodes : [...known.nodes, node];
}

/** Takes one node's word for an entity back; the entity goes with its last node. */
export function takeBack<T extends Stored>(
  draft: EntityDraft<T>,
  id: string,
  {
    node,
    at,
    changedAt,
  }: { readonly node: string; readonly at: number; readonly changedAt?: number },
): void {
  const known = draft.get(id);
  const nodes = known?.nodes.filter((other) => other !== node) ?? [];
  if (known === undefined || nodes.length === 0) {
    draft.remove({ id, at, ...(changedAt === undefined ? {} : { changedAt }) });
  } else {
    draft.set({ ...known, nodes });
  }
}
