// docs/performance.md: each stage rewrites the section between its own markers and leaves the rest alone.
import { readFileSync, writeFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { at } from '../../scripts/workspace.mjs';
import { budgetOf, isKept } from '../harness/budgets.mjs';
import { chart } from './chart.mjs';
import { number, spread } from './numbers.mjs';

const FILE = at('docs/performance.md');

/** Writes a stage's section. */
export async function writeDocument(result) {
  const text = readFileSync(FILE, 'utf8');
  const begin = `<!-- bench:${result.name} -->`;
  const end = `<!-- /bench:${result.name} -->`;
  const from = text.indexOf(begin);
  const to = text.indexOf(end);
  if (from < 0 || to < from) {
    throw new Error(
      `docs/performance.md has no ${begin} … ${end} for the result to stand between.`,
    );
  }
  const section = `${begin}\n\n${sectionOf(result)}\n\n`;
  const options = await resolveConfig(FILE);
  const whole = text.slice(0, from) + section + text.slice(to);
  writeFileSync(FILE, await format(whole, { ...options, parser: 'markdown' }));
}

function sectionOf({ on, rounds, ratios, tables }) {
  const note = `${on}. ${rounds === 1 ? 'One round' : `${rounds} rounds, median and range`}.`;
  return [note, ratioTable(ratios), ...tables.flatMap((t) => [rowTable(t), chart(t)])].join('\n\n');
}

function ratioTable(ratios) {
  return markdown(
    ['id', 'ratio', 'median', 'range', 'limit', 'kept'],
    ratios.map((ratio) => [
      ratio.id,
      ratio.what,
      number(ratio.median),
      spread(ratio),
      budgetOf(ratio.id),
      { true: 'yes', false: '**no**' }[isKept(ratio)] ?? '',
    ]),
  );
}

function rowTable({ title, unit, base, rows }) {
  return markdown(
    [title, unit, 'range', `× ${base}`],
    rows.map((row) => [row.name, number(row.median), spread(row), number(row.ratio)]),
  );
}

function markdown(head, rows) {
  return [head, head.map((_, i) => (i === 0 ? '---' : '--:')), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}
