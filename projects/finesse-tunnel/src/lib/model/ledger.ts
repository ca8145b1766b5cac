import type { ConnectionErrorCode } from './connection-status';

/** A time in which a node may have told something that nobody heard. Milliseconds since 1970, local clock. */
export interface LedgerGap {
  /** The last proof of life before it: the last thing the server was heard to say, about whatever node. */
  readonly from: number;
  /** When the loss was noticed. */
  readonly noticedAt: number;
  /** Why the connection was lost, if that is known. */
  readonly cause?: ConnectionErrorCode;
  /** When the node was subscribed again: from then on events come. */
  readonly subscribedAt?: number;
  /** When a snapshot had replaced what was missed; absent as long as none was laid in. */
  readonly repairedAt?: number;
}

/** One thing that a snapshot told otherwise than the state held it. */
export interface EntityChange {
  readonly entity: 'agent' | 'dialog' | 'queue';
  readonly id: string;
  readonly change: 'added' | 'changed' | 'removed';
  /** What was different; fields that the state did not know before are not among them. */
  readonly fields: readonly string[];
}

/** A change that a snapshot made, with when and why it was taken. */
export interface LedgerRepair extends EntityChange {
  readonly at: number;
  /** After a gap, or in an audit, where it counts as a mismatch. */
  readonly found: 'after-gap' | 'by-audit';
}

/** What is known about the reliability of one node since it was first subscribed. */
export interface NodeLedger {
  readonly node: string;
  /** Absent while it is not subscribed. */
  readonly subscribedSince?: number;
  readonly lastEventAt?: number;
  readonly events: number;
  /** Notifications that repeated the one before about the same thing. */
  readonly duplicates: number;
  /** Notifications about a state older than the one told before, by the server's `stateChangeTime`. */
  readonly outOfOrder: number;
  /** The latest gaps, the oldest first. */
  readonly gaps: readonly LedgerGap[];
  /** Gaps that are not listed any more. */
  readonly gapsForgotten: number;
  /** What snapshots put right, the oldest first. */
  readonly repairs: readonly LedgerRepair[];
  readonly repairsForgotten: number;
  /** Times the state was compared with a snapshot while nothing was amiss. */
  readonly audits: number;
  /** Things that were different in one of those. */
  readonly mismatches: number;
  readonly lastAuditAt?: number;
}

/** The record of everything that was heard, missed and put right. Plain data: `JSON.stringify` exports it. */
export interface TunnelLedger {
  /** When the server was last heard at all. */
  readonly lastProofOfLifeAt?: number;
  /** The nodes, in the order in which they were first subscribed. */
  readonly nodes: readonly NodeLedger[];
  /** Nodes that are not listed any more, as too many came. */
  readonly nodesForgotten: number;
}
