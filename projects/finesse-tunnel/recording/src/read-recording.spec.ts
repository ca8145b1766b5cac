import { readRecording, type RecordingReading } from './read-recording';

const HEADER =
  '{"format":"finesse-tunnel-recording","version":1,"startedAt":1000,"personalData":"replaced"}';
const STATUS = '{"at":0,"kind":"status","status":{"phase":"connected","attempt":1,"since":900}}';
const EVENT =
  '{"at":5,"kind":"event","node":"/finesse/api/User/agent1","xml":"<Update><data><user><loginId>agent1</loginId>' +
  '<state>READY</state></user></data><event>PUT</event></Update>"}';
const END = '{"at":9,"kind":"end","entries":2}';
const GOOD = [HEADER, STATUS, EVENT, END, ''];

function read(lines: readonly string[]): Promise<RecordingReading> {
  return readRecording(lines.join('\n'));
}

function changed(line: number, text: string): readonly string[] {
  return GOOD.map((before, index) => (index === line - 1 ? text : before));
}

describe('readRecording', () => {
  it('reads entries and what their documents tell', async () => {
    const reading = await read(GOOD);
    if (!reading.ok) {
      throw new Error(reading.problem.detail);
    }
    const { recording, damage } = reading;

    expect(damage).toBeUndefined();
    expect(recording.startedAt).toBe(1000);
    expect(recording.durationMs).toBe(9);
    expect(recording.entries.map(({ kind }) => kind)).toEqual(['status', 'event']);
    expect(recording.entries[1]).toEqual(
      jasmine.objectContaining({
        notifications: [jasmine.objectContaining({ kind: 'user', receivedAt: 1005 })],
      }),
    );
  });

  it('takes the line ends of Windows and a byte order mark', async () => {
    expect((await readRecording('\uFEFF' + GOOD.join('\r\n'))).ok).toBeTrue();
  });

  const refused: readonly {
    readonly given: string;
    readonly lines: readonly string[];
    readonly code: string;
    readonly line: number;
    readonly detail: string;
  }[] = [
    { given: 'nothing', lines: [''], code: 'not-a-recording', line: 1, detail: 'format' },
    {
      given: 'another file',
      lines: ['{"a":1}'],
      code: 'not-a-recording',
      line: 1,
      detail: 'format',
    },
    {
      given: 'another version',
      lines: changed(1, HEADER.replace('"version":1', '"version":2')),
      code: 'other-version',
      line: 1,
      detail: 'version 2; version 1',
    },
    {
      given: 'a line that is no JSON',
      lines: changed(2, '{"at":'),
      code: 'no-json',
      line: 2,
      detail: 'JSON',
    },
    {
      given: 'an unknown kind',
      lines: changed(2, '{"at":0,"kind":"constructor"}'),
      code: 'bad-entry',
      line: 2,
      detail: 'entry.kind must be one of',
    },
    {
      given: 'a field of the wrong kind',
      lines: changed(
        2,
        '{"at":0,"kind":"snapshot","node":"n","requestedAt":1,"snapshot":{"kind":"user","agent":{"id":"1","state":5}}}',
      ),
      code: 'bad-entry',
      line: 2,
      detail: 'entry.snapshot.agent.state must be a text',
    },
    {
      given: 'a snapshot of a kind that only a prototype has',
      lines: changed(
        2,
        '{"at":0,"kind":"snapshot","node":"n","requestedAt":1,"snapshot":{"kind":"constructor"}}',
      ),
      code: 'bad-entry',
      line: 2,
      detail: 'entry.snapshot.kind must be one of',
    },
    {
      given: 'a missing field',
      lines: changed(2, '{"at":0,"kind":"status"}'),
      code: 'bad-entry',
      line: 2,
      detail: 'entry.status is missing',
    },
    {
      given: 'a malformed document',
      lines: changed(3, '{"at":5,"kind":"event","node":"n","xml":"<Update>"}'),
      code: 'bad-entry',
      line: 3,
      detail: 'XML refused',
    },
    {
      given: 'a time that goes back',
      lines: changed(3, EVENT.replace('"at":5', '"at":-1')),
      code: 'time-goes-back',
      line: 3,
      detail: 'at is -1',
    },
  ];
  for (const { given, lines, code, line, detail } of refused) {
    it(`refuses ${given}, and says where`, async () => {
      const reading = await read(lines);

      expect(reading.ok).toBeFalse();
      expect(reading.ok ? undefined : reading.problem).toEqual({
        code: jasmine.anything(),
        line,
        detail: jasmine.stringContaining(detail),
      });
      expect(reading.ok ? '' : reading.problem.code).toBe(code as never);
    });
  }

  const damaged: readonly {
    readonly given: string;
    readonly lines: readonly string[];
    readonly code: 'cut-short' | 'miscounted';
    readonly line: number;
    readonly entries: number;
  }[] = [
    {
      given: 'breaks off in a line',
      lines: [HEADER, STATUS, EVENT.slice(0, 40)],
      code: 'cut-short',
      line: 3,
      entries: 1,
    },
    { given: 'has no end', lines: [HEADER, STATUS, EVENT], code: 'cut-short', line: 3, entries: 2 },
    { given: 'lacks a line', lines: [HEADER, EVENT, END], code: 'miscounted', line: 3, entries: 1 },
  ];
  for (const { given, lines, code, line, entries } of damaged) {
    it(`loads what is there of one that ${given}, and says so`, async () => {
      const reading = await read(lines);

      expect(reading.ok ? reading.recording.entries.length : -1).toBe(entries);
      expect(reading.ok ? [reading.damage?.code, reading.damage?.line] : []).toEqual([code, line]);
    });
  }

  it('gives others a turn in a long one, tells how far it is, and can be aborted', async () => {
    const abort = new AbortController();
    const shares: number[] = [];
    const long = [HEADER, ...Array.from({ length: 60_000 }, () => EVENT)].join('\n');
    const reading = readRecording(long, {
      signal: abort.signal,
      progress: (share) => {
        shares.push(share);
        abort.abort(new Error('enough'));
      },
    });

    await expectAsync(reading).toBeRejectedWithError('enough');
    expect(shares[0]).toBeLessThan(1);
  });
});
