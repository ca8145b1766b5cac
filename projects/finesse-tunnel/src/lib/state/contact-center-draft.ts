import type { SystemInfo } from '../model/system-info';
import type { ContactCenter } from './contact-center';
import { lastChangeOf } from './last-change-of';
import { EntityDraft, type Noted } from './stored-entities';
import type { StoredAgent, StoredDialog, StoredQueue, Told } from './told';

/** Collects what one batch changes in the whole contact centre; see {@link EntityDraft}. */
export class ContactCenterDraft {
  readonly agents: EntityDraft<StoredAgent & Noted>;
  readonly dialogs: EntityDraft<StoredDialog & Noted>;
  readonly queues: EntityDraft<StoredQueue & Noted>;
  /** The number of this batch. */
  readonly revision: number;
  readonly #before: ContactCenter;
  #systemInfo: SystemInfo | undefined;
  #serverClockSkewMs: number;

  constructor(before: ContactCenter) {
    this.#before = before;
    this.revision = before.revision + 1;
    this.agents = new EntityDraft(before.agents, ({ stateChangeTime }) => stateChangeTime);
    this.dialogs = new EntityDraft(before.dialogs, lastChangeOf);
    this.queues = new EntityDraft(before.queues, () => undefined);
    this.#systemInfo = before.systemInfo;
    this.#serverClockSkewMs = before.serverClockSkewMs;
  }

  /** Whether the server said later things about itself already: it tells its own time with each. */
  isLate({ currentTimestamp }: SystemInfo): boolean {
    const known = this.#systemInfo?.currentTimestamp;
    return known !== undefined && currentTimestamp !== undefined && currentTimestamp <= known;
  }

  /** Takes what the server says about itself; absent fields keep their value. */
  tellSystemInfo(told: SystemInfo, receivedAt: number): void {
    this.#systemInfo = { ...this.#systemInfo, ...told };
    if (told.currentTimestamp !== undefined) {
      this.#serverClockSkewMs = told.currentTimestamp - receivedAt;
    }
  }

  /** The contact centre after the batch; the same object when nothing changed. */
  finish(): ContactCenter {
    const after: ContactCenter = {
      agents: this.agents.finish(this.revision),
      dialogs: this.dialogs.finish(this.revision),
      queues: this.queues.finish(this.revision),
      revision: this.revision,
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

/** Who told of an entity and when, with what `node` tells in `revision`. */
export function heardFrom(
  known: (Told & Noted) | undefined,
  node: string,
  revision: number,
): Noted & Pick<Told, 'nodes'> {
  if (known === undefined) {
    return { nodes: [node], revisions: [revision] };
  }
  const { nodes, revisions } = known;
  const place = nodes.indexOf(node);
  if (place === -1) {
    return { nodes: [...nodes, node], revisions: [...revisions, revision] };
  }
  // The answer to an old request is older than what was told since.
  return {
    nodes,
    revisions: revisions.map((last, index) => (index === place ? Math.max(last, revision) : last)),
  };
}
