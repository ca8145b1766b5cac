import { queueRow, queueRows } from './queue-row';

describe('queueRow', () => {
  it('adds both kinds of wrap-up', () => {
    const row = queueRow({
      id: '41',
      statistics: { agentsWrapUpReady: 2, agentsWrapUpNotReady: 1 },
    });

    expect(row.wrapUp).toBe(3);
  });

  it('calls a queue unassigned whose counts are -1, and shows none of them', () => {
    const row = queueRow({
      id: '41',
      statistics: { callsInQueue: -1, agentsReady: -1, agentsWrapUpReady: -1 },
    });

    expect([row.isUnassigned, row.waiting, row.ready, row.wrapUp]).toEqual([
      true,
      undefined,
      undefined,
      undefined,
    ]);
  });

  it('tells an empty queue from an unknown one', () => {
    expect(queueRow({ id: '41', statistics: { callsInQueue: 0 } }).waiting).toBe(0);
    expect(queueRow({ id: '41' }).waiting).toBeUndefined();
  });

  it('falls back on the id where there is no name', () => {
    expect(queueRow({ id: '41', name: '' }).name).toBe('41');
  });
});

describe('queueRows', () => {
  it('sorts by name, numbers by value', () => {
    const rows = queueRows([
      { id: '1', name: 'Line 10' },
      { id: '2', name: 'Line 9' },
    ]);

    expect(rows.map(({ name }) => name)).toEqual(['Line 9', 'Line 10']);
  });
});
