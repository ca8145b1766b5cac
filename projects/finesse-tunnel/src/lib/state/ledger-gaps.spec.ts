import type { Notification } from '../model/notification';
import { LedgerBook } from './ledger-book';

const NODE = '/finesse/api/User/2101';

function told(state: string, stateChangeTime: number): Notification {
  const envelope = {
    node: NODE,
    event: 'PUT',
    requestId: '',
    source: NODE,
    receivedAt: 1,
  } as const;
  const xml = `<user>${state} ${String(stateChangeTime)}</user>`;
  return { ...envelope, kind: 'user', xml, agent: { id: '2101', state, stateChangeTime } };
}

describe('the gaps of a ledger', () => {
  it('keep the times of their own recovery when others follow', () => {
    const book = new LedgerBook();
    for (const at of [1_000, 2_000]) {
      book.subscribed(NODE, at);
      book.lost(at + 100, 'connection-lost');
      book.subscribed(NODE, at + 200);
      book.snapshotTaken({ node: NODE, purpose: 'subscribed', at: at + 300 }, []);
    }

    const times = book
      .read()
      .nodes[0]?.gaps.map(({ subscribedAt, repairedAt }) => [subscribedAt, repairedAt]);

    expect(times).toEqual([
      [1_200, 1_300],
      [2_200, 2_300],
    ]);
  });

  it('leave what was told before them known, so that what comes again counts as doubled', () => {
    const book = new LedgerBook();
    book.subscribed(NODE, 1_000);
    book.saw(told('READY', 10));
    book.lost(2_000, 'connection-lost');
    book.paused(NODE);
    book.subscribed(NODE, 3_000);
    book.saw(told('READY', 10));

    expect(book.read().nodes[0]?.duplicates).toBe(1);
  });
});

describe('a node that was given up', () => {
  it('begins anew with the next watcher', () => {
    const book = new LedgerBook();
    book.subscribed(NODE, 1_000);
    book.saw(told('READY', 10));
    book.unsubscribed(NODE);
    book.subscribed(NODE, 3_000);
    book.saw(told('READY', 10));

    expect(book.read().nodes[0]?.duplicates).toBe(0);
  });
});
