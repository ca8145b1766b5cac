import { type AgentRow } from './agent-row';

/** A column the table can be sorted by. */
export type AgentColumn =
  'name' | 'state' | 'since' | 'reason' | 'team' | 'extension' | 'call' | 'id';

/** By which column, and which way. */
export interface AgentOrder {
  readonly column: AgentColumn;
  readonly isDescending: boolean;
}

/** What is looked for; an empty text means everything. */
export interface AgentFilter {
  readonly text: string;
  readonly teamId: string;
  readonly state: string;
}

const COLLATOR = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Those rows that match. The text is looked for in every column but the time. */
export function filterRows(rows: readonly AgentRow[], filter: AgentFilter): readonly AgentRow[] {
  const text = filter.text.trim().toLowerCase();
  return rows.filter(
    (row) =>
      (filter.teamId === '' || row.teamId === filter.teamId) &&
      (filter.state === '' || row.state === filter.state) &&
      (text === '' || haystack(row).includes(text)),
  );
}

/** The rows in order. Empty cells come last either way; equal ones by name, then id. */
export function sortRows(rows: readonly AgentRow[], order: AgentOrder): readonly AgentRow[] {
  return [...rows].sort(compareRows(order));
}

/** The order as a function that compares two rows. */
export function compareRows(order: AgentOrder): (a: AgentRow, b: AgentRow) => number {
  const direction = order.isDescending ? -1 : 1;
  const compare = order.column === 'since' ? compareSince : compareText(order.column);
  return (a, b) =>
    compare(a, b, direction) || COLLATOR.compare(a.name, b.name) || COLLATOR.compare(a.id, b.id);
}

/** What a click on a column's head leads to. Of times the longest is looked for, so that comes first. */
export function nextOrder(order: AgentOrder, column: AgentColumn): AgentOrder {
  return {
    column,
    isDescending: order.column === column ? !order.isDescending : column === 'since',
  };
}

/** The shortest time in a state first, which is the latest start. */
function compareSince(a: AgentRow, b: AgentRow, direction: number): number {
  if (a.since === undefined || b.since === undefined) {
    return Number(a.since === undefined) - Number(b.since === undefined);
  }
  return (b.since - a.since) * direction;
}

function compareText(column: Exclude<AgentColumn, 'since'>) {
  const field = column === 'state' ? 'stateWord' : column;
  return (a: AgentRow, b: AgentRow, direction: number): number => {
    const [left, right] = [a[field], b[field]];
    if (left === '' || right === '') {
      return Number(left === '') - Number(right === '');
    }
    return COLLATOR.compare(left, right) * direction;
  };
}

function haystack(row: AgentRow): string {
  const { id, name, stateWord, reason, team, extension, call } = row;
  return [id, name, stateWord, reason, team, extension, call].join('\n').toLowerCase();
}
