import { agentRow } from '../agent-row';
import { teamCsv } from './team-csv';

const SINCE = Date.UTC(2026, 2, 2, 8, 15, 30);
const MARA = agentRow({
  id: '1001001',
  firstName: 'Mara',
  lastName: 'Lindqvist',
  state: 'NOT_READY',
  stateChangeTime: SINCE,
  extension: '54101',
});

const lines = (csv: string): readonly string[] => csv.replace('\uFEFF', '').trim().split('\r\n');

describe('teamCsv', () => {
  it('writes the columns that are shown, in their order', () => {
    expect(lines(teamCsv([MARA], ['extension', 'name', 'state'], SINCE))).toEqual([
      'Name,State,Ext.',
      'Mara Lindqvist,Not ready,54101',
    ]);
  });

  it('tells the time in state as beginning and as whole seconds', () => {
    expect(lines(teamCsv([MARA], ['since'], SINCE + 61_900))).toEqual([
      'Time,Seconds in state',
      '2026-03-02T08:15:30.000Z,61',
    ]);
  });

  it('leaves an unknown time empty, and never counts backwards', () => {
    expect(lines(teamCsv([agentRow({ id: '1' })], ['id', 'since'], 0))[1]).toBe(',,1');
    expect(lines(teamCsv([MARA], ['since'], SINCE - 5000))[1]).toContain(',0');
  });
});
