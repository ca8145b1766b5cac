import { type NodeLedger, type TunnelLedger } from 'finesse-tunnel';
import { nodeHealth } from '../display/node-health';

/** What all nodes have in common, added up. */
export interface LedgerSums {
  readonly nodes: number;
  readonly events: number;
  /** Losses of the connection that any node noticed, not counted for each node anew. */
  readonly losses: number;
  readonly openNodes: number;
  readonly duplicates: number;
  readonly outOfOrder: number;
  readonly repairs: number;
  readonly audits: number;
  readonly mismatches: number;
}

/** Adds a ledger up. */
export function ledgerSums({ nodes }: TunnelLedger): LedgerSums {
  const sum = (of: (node: NodeLedger) => number) =>
    nodes.reduce((total, node) => total + of(node), 0);
  return {
    nodes: nodes.length,
    events: sum(({ events }) => events),
    losses: new Set(nodes.flatMap(({ gaps }) => gaps.map(({ noticedAt }) => noticedAt))).size,
    openNodes: nodes.filter((node) => nodeHealth(node) === 'open').length,
    duplicates: sum(({ duplicates }) => duplicates),
    outOfOrder: sum(({ outOfOrder }) => outOfOrder),
    repairs: sum(({ repairs, repairsForgotten }) => repairs.length + repairsForgotten),
    audits: sum(({ audits }) => audits),
    mismatches: sum(({ mismatches }) => mismatches),
  };
}

/** Whether anything but plain events is noted of a node. */
export function isNotable(node: NodeLedger): boolean {
  const { gaps, gapsForgotten, duplicates, outOfOrder, repairs, mismatches } = node;
  return gaps.length + gapsForgotten + duplicates + outOfOrder + repairs.length + mismatches > 0;
}
