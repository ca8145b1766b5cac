import { agentRow } from '../agent-row';
import { groupRows, type TeamItem } from './group-rows';

const ROWS = [
  agentRow({ id: '1', state: 'LOGOUT', teamId: '9', teamName: 'Pier 10' }),
  agentRow({ id: '2', state: 'READY', teamId: '8', teamName: 'Pier 9' }),
  agentRow({ id: '3', state: 'LEVITATING' }),
  agentRow({ id: '4', state: 'READY', teamId: '9', teamName: 'Pier 10' }),
];

const shown = (items: readonly TeamItem[]): readonly string[] =>
  items.map((item) => (item.kind === 'group' ? `${item.name} ${item.size}` : item.row.id));

describe('groupRows', () => {
  it('leaves the rows alone when nothing is to be grouped', () => {
    expect(shown(groupRows(ROWS, 'none'))).toEqual(['1', '2', '3', '4']);
  });

  it('keeps the item of a row that has not changed', () => {
    const [first] = groupRows(ROWS, 'none');

    expect(groupRows(ROWS.slice(0, 1), 'none')[0]).toBe(first);
  });

  it('puts states in the order of a shift, unknown ones last, and keeps the order inside', () => {
    expect(shown(groupRows(ROWS, 'state'))).toEqual([
      'Ready 2',
      '2',
      '4',
      'Signed out 1',
      '1',
      'LEVITATING 1',
      '3',
    ]);
  });

  it('puts teams in the order of their names, numbers by value, and names those of no team', () => {
    expect(shown(groupRows(ROWS, 'team'))).toEqual([
      'No team 1',
      '3',
      'Pier 9 1',
      '2',
      'Pier 10 2',
      '1',
      '4',
    ]);
  });

  it('gives each line a key of its own', () => {
    const keys = groupRows([agentRow({ id: 'READY', state: 'READY' })], 'state').map((i) => i.key);

    expect(new Set(keys).size).toBe(2);
  });
});
