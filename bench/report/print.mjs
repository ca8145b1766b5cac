// A stage's result in the terminal: ratios first.
import { budgetOf, isKept } from '../harness/budgets.mjs';
import { number, spread } from './numbers.mjs';

/** Prints ratios, then the tables they come from. */
export function printStage({ name, title, rounds, ratios, tables }) {
  console.log(`${title} (${name}; ${rounds} rounds, median and range)`);
  printRows(
    ['', 'ratio', 'range', 'limit', ''],
    ratios.map((ratio) => [
      `${ratio.id}: ${ratio.what}`,
      number(ratio.median),
      spread(ratio),
      budgetOf(ratio.id),
      isKept(ratio) === false ? 'NOT KEPT' : '',
    ]),
  );
  for (const { title, unit, base, rows } of tables) {
    console.log();
    printRows(
      [title, unit, 'range', `× ${base}`],
      rows.map((row) => [row.name, number(row.median), spread(row), number(row.ratio)]),
    );
  }
  console.log();
}

function printRows(head, rows) {
  const widths = head.map((_, i) => Math.max(...[head, ...rows].map((row) => row[i].length)));
  for (const row of [head, ...rows]) {
    const cells = row.map((cell, i) =>
      i === 0 ? cell.padEnd(widths[i]) : cell.padStart(widths[i]),
    );
    console.log(`  ${cells.join('  ').trimEnd()}`);
  }
}
