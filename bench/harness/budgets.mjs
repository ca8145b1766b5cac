// Limits on ratios: bench/budgets.json, by the ratio's id. A ratio without an entry is only told.
import { readFileSync } from 'node:fs';

const BUDGETS = JSON.parse(readFileSync(new URL('../budgets.json', import.meta.url), 'utf8'));

/** The limit of a ratio as text, or nothing. */
export function budgetOf(id) {
  const { min, max } = BUDGETS[id] ?? {};
  if (min === undefined && max === undefined) {
    return '';
  }
  return min === undefined ? `≤ ${max}` : `≥ ${min}`;
}

/** What a size may not exceed in `npm run verify` until it keeps its limit; `undefined` for what is no size. */
export function guardOf(id) {
  return BUDGETS[id]?.guard;
}

/** Whether a ratio keeps its limit; `undefined` when it has none. */
export function isKept({ id, median }) {
  const budget = BUDGETS[id];
  return budget && median >= (budget.min ?? -Infinity) && median <= (budget.max ?? Infinity);
}
