import { type Agent, type Queue } from 'finesse-tunnel';
import { type AlertRule } from '../settings/alert-rule';
import { type AlertFacts } from './alert-facts';
import { type Alerts, evaluateAlerts, isQuiet } from './evaluate-alerts';

const T0 = new Date(2026, 0, 5, 12, 0).getTime();

const RULE: AlertRule = {
  id: 'r',
  name: 'Many calls',
  isOn: true,
  metric: 'calls-waiting',
  comparison: 'above',
  threshold: 5,
  state: '',
  scope: '',
  forSeconds: 10,
  margin: 2,
};

const queue = (callsInQueue: number, id = '41'): Queue => ({
  id,
  name: `Queue ${id}`,
  statistics: { callsInQueue },
});

function facts(seconds: number, part: Partial<AlertFacts> = {}): AlertFacts {
  const now = T0 + seconds * 1000;
  const connection = { phase: 'connected', since: T0 } as const;
  return { agents: [], queues: [], connection, now, serverNow: now, ...part };
}

/** Looks at one queue again and again; tells `fired` and `cleared` with the second. */
function watch(rule: AlertRule, waiting: readonly (readonly [second: number, calls: number])[]) {
  let alerts: Alerts = new Map();
  return waiting.flatMap(([second, calls]) => {
    const found = evaluateAlerts(alerts, [rule], facts(second, { queues: [queue(calls)] }));
    alerts = found.alerts;
    return [
      ...found.fired.map(() => `fired at ${second}`),
      ...found.cleared.map(() => `cleared at ${second}`),
    ];
  });
}

describe('a rule', () => {
  it('tells what goes beyond its threshold for long enough, once', () => {
    expect(
      watch(RULE, [
        [0, 6],
        [9, 7],
        [10, 7],
        [20, 9],
      ]),
    ).toEqual(['fired at 10']);
  });

  it('tells nothing that is at its threshold, nor what came back in time', () => {
    expect(
      watch(RULE, [
        [0, 5],
        [20, 5],
      ]),
    ).toEqual([]);
    expect(
      watch(RULE, [
        [0, 6],
        [5, 5],
        [9, 6],
        [15, 6],
      ]),
    ).toEqual([]);
  });

  it('is over when it has come back by its margin, not before', () => {
    expect(
      watch(RULE, [
        [0, 6],
        [10, 6],
        [11, 5],
        [12, 4],
        [13, 3],
      ]),
    ).toEqual(['fired at 10', 'cleared at 13']);
  });

  it('looks downwards, too', () => {
    const below: AlertRule = {
      ...RULE,
      comparison: 'below',
      threshold: 2,
      forSeconds: 0,
      margin: 1,
    };

    expect(
      watch(below, [
        [0, 2],
        [1, 1],
        [2, 2],
        [3, 3],
      ]),
    ).toEqual(['fired at 1', 'cleared at 3']);
  });

  it('is silent in quiet hours, and tells after them what still holds', () => {
    const quiet = { from: '11:00', to: '12:01' };

    expect(
      watch({ ...RULE, quiet }, [
        [0, 9],
        [30, 9],
        [59, 9],
        [60, 9],
      ]),
    ).toEqual(['fired at 60']);
  });

  it('that is off looks at nothing, and takes back what it told', () => {
    const told = evaluateAlerts(
      new Map(),
      [{ ...RULE, forSeconds: 0 }],
      facts(0, { queues: [queue(9)] }),
    );
    const off = evaluateAlerts(
      told.alerts,
      [{ ...RULE, isOn: false }],
      facts(1, { queues: [queue(9)] }),
    );

    expect(told.fired.length).toBe(1);
    expect(off.alerts.size).toBe(0);
    expect(off.cleared.length).toBe(1);
  });

  it('keeps the acknowledgement until it is over', () => {
    const rule = { ...RULE, forSeconds: 0 };
    const { alerts } = evaluateAlerts(new Map(), [rule], facts(0, { queues: [queue(9)] }));
    const seen = new Map(
      [...alerts].map(([key, alert]) => [key, { ...alert, acknowledgedAt: T0 }]),
    );
    const still = evaluateAlerts(seen, [rule], facts(1, { queues: [queue(8)] }));
    const over = evaluateAlerts(still.alerts, [rule], facts(2, { queues: [queue(0)] }));
    const again = evaluateAlerts(over.alerts, [rule], facts(3, { queues: [queue(9)] }));

    expect([...still.alerts.values()][0]?.acknowledgedAt).toBe(T0);
    expect([...again.alerts.values()][0]?.acknowledgedAt).toBeUndefined();
    expect(again.fired.length).toBe(1);
  });

  const agent = (id: string, state: string, minutes = 0): Agent => ({
    id,
    state,
    teamId: id < '5' ? '31' : '32',
    stateChangeTime: T0 - minutes * 60_000,
  });
  const agents = [agent('1', 'READY'), agent('2', 'NOT_READY', 20), agent('6', 'NOT_READY', 5)];
  const cases: readonly {
    readonly looksAt: string;
    readonly rule: Partial<AlertRule>;
    readonly part: Partial<AlertFacts>;
    readonly told: readonly string[];
  }[] = [
    {
      looksAt: 'one queue of several',
      rule: { scope: '42', threshold: 1 },
      part: { queues: [queue(9), queue(9, '42'), queue(-1, '43')] },
      told: ['Queue 42 9'],
    },
    {
      looksAt: 'the longest wait, on the server’s clock',
      rule: { metric: 'longest-wait', threshold: 60 },
      part: {
        serverNow: T0 + 5_000,
        queues: [
          {
            id: '41',
            name: 'Q',
            statistics: { callsInQueue: 1, startTimeOfLongestCallInQueue: T0 - 70_000 },
          },
        ],
      },
      told: ['Q 75'],
    },
    {
      looksAt: 'too few who are ready',
      rule: { metric: 'agents-ready', comparison: 'below', threshold: 2 },
      part: { agents },
      told: ['All agents 1'],
    },
    {
      looksAt: 'those of one team who are not ready',
      rule: { metric: 'agents-not-ready', threshold: 0, scope: '32' },
      part: { agents },
      told: ['32 1'],
    },
    {
      looksAt: 'each agent’s time in a state',
      rule: { metric: 'time-in-state', state: 'NOT_READY', threshold: 10 },
      part: { agents },
      told: ['2 20'],
    },
    {
      looksAt: 'a connection that is away',
      rule: { metric: 'no-connection', threshold: 30 },
      part: { connection: { phase: 'reconnecting', since: T0 - 31_000 } },
      told: ['Connection 31'],
    },
    {
      looksAt: 'nobody at all',
      rule: { metric: 'agents-ready', comparison: 'below', threshold: 2 },
      part: {},
      told: [],
    },
  ];
  for (const { looksAt, rule, part, told } of cases) {
    it(`looks at ${looksAt}`, () => {
      const { fired } = evaluateAlerts(
        new Map(),
        [{ ...RULE, forSeconds: 0, ...rule }],
        facts(0, part),
      );

      expect(fired.map(({ subject, value }) => `${subject} ${value}`)).toEqual([...told]);
    });
  }
});

describe('quiet hours', () => {
  const at = (hours: number, minutes = 0) => new Date(2026, 0, 5, hours, minutes).getTime();
  const night = { quiet: { from: '22:00', to: '06:30' } };

  it('go over midnight', () => {
    expect([at(21, 59), at(22), at(3), at(6, 29), at(6, 30)].map((t) => isQuiet(night, t))).toEqual(
      [false, true, true, true, false],
    );
  });

  it('are none where they begin when they end, or where there are none', () => {
    expect(isQuiet({ quiet: { from: '08:00', to: '08:00' } }, at(8))).toBeFalse();
    expect(isQuiet({}, at(8))).toBeFalse();
  });
});
