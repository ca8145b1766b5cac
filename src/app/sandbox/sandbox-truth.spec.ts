import { readFaults, readRefusal, readTruth } from './sandbox-truth';

describe('readTruth', () => {
  it('reads agents, queues, and calls with the parties that are still in them', () => {
    const truth = readTruth({
      agents: [{ id: '1001001', state: 'TALKING', extension: '1001001', teamId: '31' }],
      queues: [{ id: '41', name: 'Teapots' }],
      dialogs: [
        {
          id: '7',
          state: 'ACTIVE',
          fromAddress: '+15550100',
          toAddress: '41',
          participants: [
            { mediaAddress: '1001001', state: 'ACTIVE' },
            { mediaAddress: '1001004', state: 'DROPPED' },
          ],
        },
      ],
    });

    expect(truth.agents[0]).toEqual({ id: '1001001', state: 'TALKING', extension: '1001001' });
    expect(truth.queues).toEqual([{ id: '41', name: 'Teapots' }]);
    expect(truth.calls[0]?.parties).toEqual([{ address: '1001001', state: 'ACTIVE' }]);
  });

  for (const answer of [undefined, 'no', [], { agents: 'many', dialogs: [null, 4] }]) {
    it(`finds nothing in ${JSON.stringify(answer)}`, () => {
      expect(readTruth(answer)).toEqual({ agents: [], calls: [], queues: [] });
    });
  }
});

describe('readFaults', () => {
  it('reads a list, an empty one too, and takes nothing else for one', () => {
    expect(readFaults([])).toEqual([]);
    expect(
      readFaults([{ id: 'f1', kind: 'cut', seconds: 3, since: '2030-01-02T00:00:00.000Z' }]),
    ).toEqual([{ id: 'f1', kind: 'cut', node: '', since: Date.UTC(2030, 0, 2), seconds: 3 }]);
    expect(readFaults({ faults: [] })).toBeUndefined();
    expect(readFaults('<html>')).toBeUndefined();
  });
});

describe('readRefusal', () => {
  it('quotes the control API alone', () => {
    expect(readRefusal({ error: 'There is no fault 9.' })).toBe('There is no fault 9.');
    expect(readRefusal('<ApiErrors/>')).toBeUndefined();
  });
});
