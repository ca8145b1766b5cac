import { type Recording, type RecordingEntry } from 'finesse-tunnel/recording';
import { type AlertRule } from '../settings/alert-rule';
import { backTest } from './back-test';

const T0 = 1_700_000_000_000;

const RULE: AlertRule = {
  id: 'calls',
  name: 'Many calls',
  isOn: true,
  metric: 'calls-waiting',
  comparison: 'above',
  threshold: 3,
  state: '',
  scope: '',
  forSeconds: 5,
  margin: 0,
};

const waiting = (at: number, callsInQueue: number): RecordingEntry => ({
  at,
  kind: 'snapshot',
  node: '/finesse/api/Queue/41',
  requestedAt: T0 + at,
  snapshot: { kind: 'queue', queue: { id: '41', name: 'Q', statistics: { callsInQueue } } },
});

const recording = (...entries: RecordingEntry[]): Recording => ({
  startedAt: T0,
  entries,
  durationMs: entries.at(-1)?.at ?? 0,
});

describe('a back-test', () => {
  it('says when a rule would have told something, and when it would have been over', async () => {
    const hits = await backTest(
      [RULE],
      recording(waiting(0, 1), waiting(10_000, 9), waiting(40_000, 2), waiting(60_000, 2)),
    );

    expect(hits.map(({ firedAt, clearedAt }) => [firedAt - T0, (clearedAt ?? 0) - T0])).toEqual([
      [15_000, 40_000],
    ]);
  });

  it('tells of what did not end within the recording', async () => {
    const [hit] = await backTest([RULE], recording(waiting(0, 9), waiting(8_000, 9)));

    expect(hit?.firedAt).toBe(T0 + 5_000);
    expect(hit?.clearedAt).toBeUndefined();
  });

  it('finds nothing in an empty recording', async () => {
    expect(await backTest([RULE], recording())).toEqual([]);
  });
});
