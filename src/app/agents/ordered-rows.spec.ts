import { agentRow, type AgentRow } from './agent-row';
import { type AgentFilter, type AgentOrder, filterRows, sortRows } from './agent-row-order';
import { orderedRows } from './ordered-rows';

const STATES = ['READY', 'TALKING', 'NOT_READY', 'WORK'];
const EVERYBODY: AgentFilter = { text: '', teamId: '', state: '' };
const READY: AgentFilter = { ...EVERYBODY, state: 'READY' };
const BY_NAME: AgentOrder = { column: 'name', isDescending: false };
const BY_STATE: AgentOrder = { column: 'state', isDescending: true };

function row(n: number, turn = 0): AgentRow {
  const agent = { id: String(n), state: STATES[(n + turn) % 4] ?? '', stateChangeTime: turn };
  return { ...agentRow(agent), name: `Person ${(n * 37) % 101}` };
}

const rows = (count: number): readonly AgentRow[] =>
  Array.from({ length: count }, (_, n) => row(n));
const plainly = (all: readonly AgentRow[], filter: AgentFilter, order: AgentOrder) =>
  sortRows(filterRows(all, filter), order);

describe('orderedRows', () => {
  for (const { given, filter, order } of [
    { given: 'everybody by name', filter: EVERYBODY, order: BY_NAME },
    { given: 'those who are ready, by state', filter: READY, order: BY_STATE },
  ]) {
    it(`gives ${given} as if all were sorted anew, whatever changed`, () => {
      const ordered = orderedRows();
      let all = rows(60);
      ordered(all, filter, order);

      for (let turn = 1; turn <= 20; turn++) {
        const changed = [(turn * 7) % 60, (turn * 13) % 60, (turn * 31) % 60];
        all = all.map((known, n) => (changed.includes(n) ? row(n, turn) : known));

        expect(ordered(all, filter, order)).toEqual(plainly(all, filter, order));
      }
    });
  }

  it('follows those who come and those who leave', () => {
    const ordered = orderedRows();
    const all = rows(60);
    ordered(all, EVERYBODY, BY_NAME);

    const more = [...all, row(60), row(61)];
    const fewer = more.filter((_, n) => n !== 58);

    expect(ordered(more, EVERYBODY, BY_NAME)).toEqual(plainly(more, EVERYBODY, BY_NAME));
    expect(ordered(fewer, EVERYBODY, BY_NAME)).toEqual(plainly(fewer, EVERYBODY, BY_NAME));
    expect(ordered([], EVERYBODY, BY_NAME)).toEqual([]);
  });

  it('starts again with another filter or order', () => {
    const ordered = orderedRows();
    const all = rows(20);
    ordered(all, EVERYBODY, BY_NAME);

    expect(ordered(all, READY, BY_NAME)).toEqual(plainly(all, READY, BY_NAME));
    expect(ordered(all, READY, BY_STATE)).toEqual(plainly(all, READY, BY_STATE));
  });

  it('gives the same list while nothing changes', () => {
    const ordered = orderedRows();
    const all = rows(20);

    const first = ordered(all, EVERYBODY, BY_NAME);

    expect(ordered([...all], EVERYBODY, BY_NAME)).toBe(first);
  });

  it('does not sort those anew who stayed as they are', () => {
    let looks = 0;
    const watched = (known: AgentRow): AgentRow => ({
      ...known,
      get name() {
        looks++;
        return known.name;
      },
    });
    const ordered = orderedRows();
    const all = rows(1000).map(watched);
    ordered(all, EVERYBODY, BY_NAME);
    looks = 0;

    ordered(
      all.map((known, n) => (n === 500 ? row(n, 1) : known)),
      EVERYBODY,
      BY_NAME,
    );

    expect(looks).toBeLessThan(50);
  });
});
