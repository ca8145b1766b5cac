import { type NodeLedger } from 'finesse-tunnel';
import { nodeHealth } from './node-health';

const WHOLE: NodeLedger = {
  node: '/finesse/api/Team/31/Users',
  subscribedSince: 1,
  events: 3,
  duplicates: 0,
  outOfOrder: 0,
  gaps: [],
  gapsForgotten: 0,
  repairs: [],
  repairsForgotten: 0,
  audits: 0,
  mismatches: 0,
};
const GAP = { from: 2, noticedAt: 3 };

describe('nodeHealth', () => {
  for (const { given, ledger, health } of [
    { given: 'never lost', ledger: WHOLE, health: 'whole' },
    {
      given: 'lost and read anew',
      ledger: { ...WHOLE, gaps: [{ ...GAP, repairedAt: 5 }] },
      health: 'repaired',
    },
    { given: 'lost too often to list', ledger: { ...WHOLE, gapsForgotten: 2 }, health: 'repaired' },
    {
      given: 'subscribed again, not read yet',
      ledger: { ...WHOLE, gaps: [{ ...GAP, subscribedAt: 4 }] },
      health: 'open',
    },
  ] as const) {
    it(`is ${health} when the node was ${given}`, () => {
      expect(nodeHealth(ledger)).toBe(health);
    });
  }

  it('is silent when nobody is subscribed', () => {
    const { subscribedSince: _, ...unsubscribed } = WHOLE;

    expect(nodeHealth(unsubscribed)).toBe('silent');
  });
});
