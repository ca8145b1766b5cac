import { type NodeLedger } from 'finesse-tunnel';
import { isNotable, ledgerSums } from './ledger-sums';

const QUIET: NodeLedger = {
  node: '/finesse/api/User/1001001',
  subscribedSince: 1,
  events: 4,
  duplicates: 0,
  outOfOrder: 0,
  gaps: [],
  gapsForgotten: 0,
  repairs: [],
  repairsForgotten: 0,
  audits: 2,
  mismatches: 0,
};

describe('ledgerSums', () => {
  it('adds the nodes up, and counts a loss that all of them noticed once', () => {
    const gap = { from: 10, noticedAt: 20 };
    const nodes = [
      { ...QUIET, gaps: [gap], duplicates: 1 },
      { ...QUIET, gaps: [{ ...gap, repairedAt: 30 }], repairsForgotten: 5, mismatches: 1 },
    ];

    expect(ledgerSums({ nodes, nodesForgotten: 0 })).toEqual({
      nodes: 2,
      events: 8,
      losses: 1,
      openNodes: 1,
      duplicates: 1,
      outOfOrder: 0,
      repairs: 5,
      audits: 4,
      mismatches: 1,
    });
  });
});

describe('isNotable', () => {
  it('holds for a node with more than plain events', () => {
    expect(isNotable(QUIET)).toBeFalse();
    expect(isNotable({ ...QUIET, outOfOrder: 1 })).toBeTrue();
    expect(isNotable({ ...QUIET, gapsForgotten: 1 })).toBeTrue();
  });
});
