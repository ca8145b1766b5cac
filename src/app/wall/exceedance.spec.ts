import { exceedances } from './exceedance';

const NOW = 10_000_000;
const minutesAgo = (minutes: number) => NOW - minutes * 60_000;

describe('exceedances', () => {
  it('names agents that are longer in a state than its threshold, the longest first', () => {
    const agents = [
      { id: '1', firstName: 'Mara', state: 'NOT_READY', stateChangeTime: minutesAgo(16) },
      { id: '2', firstName: 'Odo', state: 'NOT_READY', stateChangeTime: minutesAgo(14) },
      { id: '3', firstName: 'Ines', state: 'WORK_READY', stateChangeTime: minutesAgo(20) },
      { id: '4', firstName: 'Bo', state: 'READY', stateChangeTime: minutesAgo(300) },
    ];

    const found = exceedances(
      { agents, queues: [] },
      { notReadyMinutes: 15, wrapUpMinutes: 5 },
      NOW,
    );

    expect(found.map(({ subject }) => subject)).toEqual(['Ines', 'Mara']);
  });

  it('names queues by calls or by the first caller, before any agent', () => {
    const statistics = (calls: number, seconds: number) => ({
      callsInQueue: calls,
      startTimeOfLongestCallInQueue: NOW - seconds * 1000,
    });
    const queues = [
      { id: '10', name: 'Sales', statistics: statistics(9, 1) },
      { id: '11', name: 'Support', statistics: statistics(1, 61) },
      { id: '12', name: 'Quiet', statistics: statistics(5, 60) },
      { id: '13', name: 'Nobody', statistics: { callsInQueue: -1 } },
    ];
    const agents = [{ id: '1', state: 'HOLD', stateChangeTime: minutesAgo(90) }];

    const found = exceedances(
      { agents, queues },
      { callsWaiting: 5, waitSeconds: 60, holdMinutes: 3 },
      NOW,
    );

    expect(found.map(({ subject }) => subject)).toEqual(['Support', 'Sales', '1']);
  });

  it('names nothing where there is no threshold or no time', () => {
    const agents = [
      { id: '1', state: 'TALKING', stateChangeTime: 0 },
      { id: '2', state: 'HOLD' },
    ];

    expect(exceedances({ agents, queues: [] }, { holdMinutes: 3 }, NOW)).toEqual([]);
  });
});
