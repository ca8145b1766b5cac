import type { ConnectionErrorCode } from '../model/connection-status';
import type { EntityChange, LedgerGap, NodeLedger, TunnelLedger } from '../model/ledger';
import type { Notification } from '../model/notification';
import { lastChangeOf } from './last-change-of';

/** How much is kept; what is more is counted. */
export const LEDGER_LIMITS = { nodes: 2_000, gaps: 20, repairs: 50, marks: 2_000 } as const;

/** Why a snapshot was taken: because the node was subscribed, or to compare. */
export type SnapshotPurpose = 'subscribed' | 'audit';

interface Mark {
  readonly xml: string;
  readonly changedAt: number | undefined;
}

interface Page {
  ledger: NodeLedger;
  /** The last notification about each thing. */
  readonly marks: Map<string, Mark>;
}

/**
 * Keeps the ledger. Not in the store: it changes with every notification, and nothing is decided by it.
 *
 * Everything it is told comes with its time, in milliseconds since 1970 on the local clock.
 */
export class LedgerBook {
  readonly #pages = new Map<string, Page>();
  #lastProofOfLifeAt: number | undefined;
  #nodesForgotten = 0;

  /** The server said something. */
  heard(at: number): void {
    this.#lastProofOfLifeAt = at;
  }

  subscribed(node: string, at: number): void {
    const page = this.#pageOf(node);
    const gaps = page.ledger.gaps.map((gap) =>
      gap.subscribedAt === undefined ? { ...gap, subscribedAt: at } : gap,
    );
    page.ledger = { ...page.ledger, subscribedSince: at, gaps };
  }

  /** Events stop coming; where that was not wanted, `lost` says so before. */
  paused(node: string): void {
    const page = this.#pages.get(node);
    if (page !== undefined) {
      const { subscribedSince: _ended, ...ledger } = page.ledger;
      page.ledger = ledger;
    }
  }

  /** Nobody watches it any more: what comes now is no loss. */
  unsubscribed(node: string): void {
    this.paused(node);
    this.#pages.get(node)?.marks.clear();
  }

  /** The connection is gone, and with it every subscription. */
  lost(noticedAt: number, cause: ConnectionErrorCode | undefined): void {
    const from = Math.min(this.#lastProofOfLifeAt ?? noticedAt, noticedAt);
    const gap: LedgerGap = { from, noticedAt, ...(cause === undefined ? {} : { cause }) };
    for (const page of this.#pages.values()) {
      const { subscribedSince, ...ledger } = page.ledger;
      if (subscribedSince !== undefined) {
        const gaps = [...ledger.gaps, gap];
        const tooMany = Math.max(0, gaps.length - LEDGER_LIMITS.gaps);
        const gapsForgotten = ledger.gapsForgotten + tooMany;
        page.ledger = { ...ledger, gaps: gaps.slice(tooMany), gapsForgotten };
      }
    }
  }

  saw(notification: Notification): void {
    this.heard(notification.receivedAt);
    const page = this.#pages.get(notification.node);
    if (page === undefined) {
      return;
    }
    const { ledger, marks } = page;
    const key = notification.source;
    const before = marks.get(key);
    const changedAt = changeIn(notification);
    const isDuplicate = before?.xml === notification.xml;
    const isLate = !isDuplicate && (changedAt ?? Infinity) < (before?.changedAt ?? -Infinity);
    if (!isLate) {
      // Taken out first, so that the oldest stands in front.
      marks.delete(key);
      marks.set(key, { xml: notification.xml, changedAt });
      forgetFirst(marks, LEDGER_LIMITS.marks);
    }
    page.ledger = {
      ...ledger,
      events: ledger.events + 1,
      lastEventAt: notification.receivedAt,
      duplicates: ledger.duplicates + (isDuplicate ? 1 : 0),
      outOfOrder: ledger.outOfOrder + (isLate ? 1 : 0),
    };
  }

  /** A snapshot was laid into the state; `changes` is what became different by it. */
  snapshotTaken(
    {
      node,
      purpose,
      at,
    }: { readonly node: string; readonly purpose: SnapshotPurpose; readonly at: number },
    changes: readonly EntityChange[],
  ): void {
    this.heard(at);
    const page = this.#pageOf(node);
    const { ledger } = page;
    if (purpose === 'audit') {
      page.ledger = {
        ...repaired(ledger, changes, { at, found: 'by-audit' }),
        audits: ledger.audits + 1,
        mismatches: ledger.mismatches + changes.length,
        lastAuditAt: at,
      };
    } else if (ledger.gaps.some(isOpen)) {
      const gaps = ledger.gaps.map((gap) => (isOpen(gap) ? { ...gap, repairedAt: at } : gap));
      page.ledger = { ...repaired(ledger, changes, { at, found: 'after-gap' }), gaps };
    }
    // The first snapshot of a node repairs nothing: there was nothing before it.
  }

  /** The ledger as it is now. */
  read(): TunnelLedger {
    return {
      ...(this.#lastProofOfLifeAt === undefined
        ? {}
        : { lastProofOfLifeAt: this.#lastProofOfLifeAt }),
      nodes: [...this.#pages.values()].map(({ ledger }) => ledger),
      nodesForgotten: this.#nodesForgotten,
    };
  }

  #pageOf(node: string): Page {
    const known = this.#pages.get(node);
    if (known !== undefined) {
      return known;
    }
    const page: Page = { ledger: { ...NOTHING_YET, node }, marks: new Map() };
    this.#pages.set(node, page);
    this.#nodesForgotten += forgetFirst(this.#pages, LEDGER_LIMITS.nodes);
    return page;
  }
}

const NOTHING_YET: Omit<NodeLedger, 'node'> = {
  events: 0,
  duplicates: 0,
  outOfOrder: 0,
  gaps: [],
  gapsForgotten: 0,
  repairs: [],
  repairsForgotten: 0,
  audits: 0,
  mismatches: 0,
};

function isOpen({ repairedAt }: LedgerGap): boolean {
  return repairedAt === undefined;
}

function repaired(
  ledger: NodeLedger,
  changes: readonly EntityChange[],
  how: { readonly at: number; readonly found: 'after-gap' | 'by-audit' },
): NodeLedger {
  const repairs = [...ledger.repairs, ...changes.map((change) => ({ ...change, ...how }))];
  const tooMany = Math.max(0, repairs.length - LEDGER_LIMITS.repairs);
  return {
    ...ledger,
    repairs: repairs.slice(tooMany),
    repairsForgotten: ledger.repairsForgotten + tooMany,
  };
}

/** When what a notification tells began, on the server's clock. */
function changeIn(notification: Notification): number | undefined {
  switch (notification.kind) {
    case 'user':
      return notification.agent.stateChangeTime;
    case 'media':
      return notification.media.stateChangeTime;
    case 'dialog':
      return lastChangeOf(notification.dialog);
    case 'team-users':
      return notification.agents.length === 1 ? notification.agents[0]?.stateChangeTime : undefined;
    case 'dialogs':
      return notification.dialogs.length === 1 && notification.dialogs[0] !== undefined
        ? lastChangeOf(notification.dialogs[0])
        : undefined;
    default:
      return undefined;
  }
}

/** Takes the oldest out of a map that holds more than `limit`, and says how many. */
function forgetFirst<K, V>(map: Map<K, V>, limit: number): number {
  let forgotten = 0;
  for (const key of map.keys()) {
    if (map.size <= limit) {
      break;
    }
    map.delete(key);
    forgotten++;
  }
  return forgotten;
}
