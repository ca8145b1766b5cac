import { agentRow, type AgentRow } from './agent-row';
import { type AgentColumn, filterRows, nextOrder, sortRows } from './agent-row-order';

const row = (id: string, change: Partial<AgentRow>): AgentRow => ({
  ...agentRow({ id }),
  ...change,
});

const ROWS = [
  row('1', {
    name: 'Åsa',
    state: 'READY',
    stateWord: 'Ready',
    since: 300,
    team: 'B',
    teamId: '2',
    reason: '',
  }),
  row('2', {
    name: 'bo',
    state: 'TALKING',
    stateWord: 'Talking',
    since: undefined,
    team: 'A',
    teamId: '1',
    reason: 'Lunch',
  }),
  row('3', {
    name: 'Cy',
    state: 'READY',
    stateWord: 'Ready',
    since: 100,
    team: 'A',
    teamId: '1',
    reason: 'Break',
  }),
];

const ids = (rows: readonly AgentRow[]): string => rows.map(({ id }) => id).join('');
const sorted = (column: AgentColumn, isDescending = false): string =>
  ids(sortRows(ROWS, { column, isDescending }));

describe('sortRows', () => {
  it('sorts names as people do, not by code points', () => {
    expect(sorted('name')).toBe('123');
    expect(sorted('name', true)).toBe('321');
  });

  it('sorts the shortest time first, and an unknown one last either way', () => {
    expect(sorted('since')).toBe('132');
    expect(sorted('since', true)).toBe('312');
  });

  it('sorts empty cells last either way', () => {
    expect(sorted('reason')).toBe('321');
    expect(sorted('reason', true)).toBe('231');
  });

  it('sorts equals by name', () => {
    expect(sorted('team')).toBe('231');
    expect(sorted('state')).toBe('132');
  });
});

describe('filterRows', () => {
  for (const { filter, found } of [
    { filter: { text: '', teamId: '', state: '' }, found: '123' },
    { filter: { text: ' LUNCH ', teamId: '', state: '' }, found: '2' },
    { filter: { text: '', teamId: '1', state: '' }, found: '23' },
    { filter: { text: '', teamId: '1', state: 'READY' }, found: '3' },
    { filter: { text: 'nobody', teamId: '', state: '' }, found: '' },
  ]) {
    it(`finds "${found}" for ${JSON.stringify(filter)}`, () => {
      expect(ids(filterRows(ROWS, filter))).toBe(found);
    });
  }
});

describe('nextOrder', () => {
  it('turns the order of the same column, and begins upwards on another', () => {
    const first = nextOrder({ column: 'name', isDescending: false }, 'state');
    const second = nextOrder(first, 'state');

    expect(first).toEqual({ column: 'state', isDescending: false });
    expect(second).toEqual({ column: 'state', isDescending: true });
    expect(nextOrder(second, 'state')).toEqual(first);
  });

  it('begins with the longest time, as that is what one looks for', () => {
    const first = nextOrder({ column: 'name', isDescending: false }, 'since');

    expect(first).toEqual({ column: 'since', isDescending: true });
    expect(nextOrder(first, 'since').isDescending).toBeFalse();
  });
});
