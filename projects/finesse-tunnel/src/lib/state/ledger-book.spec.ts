import type { EntityChange } from '../model/ledger';
import type { Notification } from '../model/notification';
import { LEDGER_LIMITS, LedgerBook } from './ledger-book';

const NODE = '/finesse/api/User/2101';
const CHANGE: EntityChange = { entity: 'agent', id: '2101', change: 'changed', fields: ['state'] };

function told(state: string, stateChangeTime: number, receivedAt: number): Notification {
  return {
    kind: 'user',
    node: NODE,
    event: 'PUT',
    requestId: '',
    source: NODE,
    receivedAt,
    xml: `<user>${state} ${String(stateChangeTime)}</user>`,
    agent: { id: '2101', state, stateChangeTime },
  };
}

function setup() {
  const book = new LedgerBook();
  book.subscribed(NODE, 1_000);
  return { book, node: () => book.read().nodes[0] };
}

describe('LedgerBook', () => {
  it('counts what was seen, twice and late, by the clock of the server', () => {
    const { book, node } = setup();

    book.saw(told('READY', 10, 2_000));
    book.saw(told('READY', 10, 2_001));
    book.saw(told('TALKING', 20, 2_002));
    book.saw(told('READY', 10, 2_003));
    book.saw(told('TALKING', 20, 2_004));

    expect(node()).toEqual(
      jasmine.objectContaining({
        subscribedSince: 1_000,
        events: 5,
        duplicates: 2,
        outOfOrder: 1,
        lastEventAt: 2_004,
      }),
    );
  });

  it('does not count what came on a node nobody subscribed', () => {
    const book = new LedgerBook();

    book.saw(told('READY', 10, 2_000));

    expect(book.read()).toEqual({ lastProofOfLifeAt: 2_000, nodes: [], nodesForgotten: 0 });
  });

  it('tells a gap from the last proof of life on, whatever node it came on, to the snapshot that repaired it', () => {
    const { book, node } = setup();
    book.heard(3_000);

    book.lost(9_000, 'connection-lost');
    expect(node()?.subscribedSince).toBeUndefined();
    book.subscribed(NODE, 12_000);
    book.snapshotTaken({ node: NODE, purpose: 'subscribed', at: 12_100 }, [CHANGE]);

    expect(node()?.gaps).toEqual([
      {
        from: 3_000,
        noticedAt: 9_000,
        cause: 'connection-lost',
        subscribedAt: 12_000,
        repairedAt: 12_100,
      },
    ]);
    expect(node()?.repairs).toEqual([{ ...CHANGE, at: 12_100, found: 'after-gap' }]);
    expect(node()?.mismatches).toBe(0);
  });

  it('calls the first snapshot of a node no repair', () => {
    const { book, node } = setup();

    book.snapshotTaken({ node: NODE, purpose: 'subscribed', at: 2_000 }, [CHANGE]);

    expect(node()?.repairs).toEqual([]);
  });

  it('counts what an audit found as mismatches', () => {
    const { book, node } = setup();

    book.snapshotTaken({ node: NODE, purpose: 'audit', at: 2_000 }, [CHANGE, CHANGE]);
    book.snapshotTaken({ node: NODE, purpose: 'audit', at: 3_000 }, []);

    expect(node()).toEqual(
      jasmine.objectContaining({ audits: 2, mismatches: 2, lastAuditAt: 3_000 }),
    );
    expect(node()?.repairs.map(({ found }) => found)).toEqual(['by-audit', 'by-audit']);
  });

  it('sees no gap where nobody wanted to hear', () => {
    const { book, node } = setup();

    book.unsubscribed(NODE);
    book.lost(9_000, 'connection-lost');

    expect(node()?.gaps).toEqual([]);
  });

  it('forgets the oldest of everything, and counts it', () => {
    const { book, node } = setup();
    for (let i = 0; i < LEDGER_LIMITS.gaps + 3; i++) {
      book.lost(10_000 + i, undefined);
      book.subscribed(NODE, 20_000 + i);
    }
    const many = Array.from({ length: LEDGER_LIMITS.repairs + 2 }, () => CHANGE);
    book.snapshotTaken({ node: NODE, purpose: 'subscribed', at: 30_000 }, many);

    expect(node()?.gaps.length).toBe(LEDGER_LIMITS.gaps);
    expect(node()?.gaps[0]?.noticedAt).toBe(10_003);
    expect(node()?.gapsForgotten).toBe(3);
    expect(node()?.repairs.length).toBe(LEDGER_LIMITS.repairs);
    expect(node()?.repairsForgotten).toBe(2);
    for (let i = 0; i < LEDGER_LIMITS.nodes; i++) {
      book.subscribed(`/node/${String(i)}`, 40_000);
    }
    expect(book.read().nodes.length).toBe(LEDGER_LIMITS.nodes);
    expect(book.read().nodesForgotten).toBe(1);
  });

  it('is plain data', () => {
    const { book } = setup();
    book.saw(told('READY', 10, 2_000));

    expect(JSON.parse(JSON.stringify(book.read()))).toEqual(book.read());
  });
});
