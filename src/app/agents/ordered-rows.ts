import { type AgentRow } from './agent-row';
import {
  type AgentFilter,
  type AgentOrder,
  compareRows,
  filterRows,
  sortRows,
} from './agent-row-order';

/** Finds and sorts rows; see {@link orderedRows}. */
export type OrderedRows = (
  rows: readonly AgentRow[],
  filter: AgentFilter,
  order: AgentOrder,
) => readonly AgentRow[];

interface Answer {
  readonly rows: readonly AgentRow[];
  readonly filter: AgentFilter;
  readonly order: AgentOrder;
  readonly result: readonly AgentRow[];
}

/**
 * Makes a view of rows that remembers its last answer: rows that are the same objects keep their place, and only
 * those that came, left or changed are looked at and put in order. Comparing names as people do is slow; thousands a frame
 * would fill it.
 */
export function orderedRows(): OrderedRows {
  let last: Answer | undefined;
  return (rows, filter, order) => {
    const isSameView = last?.filter === filter && last.order === order;
    const result =
      isSameView && last !== undefined ? updated(last, rows) : all(rows, filter, order);
    last = { rows, filter, order, result };
    return result;
  };
}

function all(
  rows: readonly AgentRow[],
  filter: AgentFilter,
  order: AgentOrder,
): readonly AgentRow[] {
  return sortRows(filterRows(rows, filter), order);
}

function updated(last: Answer, rows: readonly AgentRow[]): readonly AgentRow[] {
  const { filter, order, result } = last;
  const came = rows.filter((row, index) => row !== last.rows[index]);
  const gone = new Set(last.rows.filter((row, index) => row !== rows[index]));
  if (came.length === 0 && gone.size === 0) {
    return result;
  }
  if (came.length > rows.length / 4) {
    return all(rows, filter, order);
  }
  const kept = result.filter((row) => !gone.has(row));
  return merged(kept, all(came, filter, order), compareRows(order));
}

/** Puts a few rows that are in order among many that are: a binary search for each of the few. */
function merged(
  many: readonly AgentRow[],
  few: readonly AgentRow[],
  compare: (a: AgentRow, b: AgentRow) => number,
): readonly AgentRow[] {
  const result: AgentRow[] = [];
  let from = 0;
  for (const row of few) {
    let low = from;
    let high = many.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = many[middle];
      if (other !== undefined && compare(other, row) < 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    for (; from < low; from++) {
      const other = many[from];
      if (other !== undefined) {
        result.push(other);
      }
    }
    result.push(row);
  }
  return result.concat(many.slice(from));
}
