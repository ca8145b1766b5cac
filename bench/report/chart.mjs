// A bar chart as a mermaid block, which is drawn wherever the document is read.

/** Bars of a table's medians; nothing for a table of one row, or one that is not to be drawn. */
export function chart({ title, unit, isDrawn, rows }) {
  if (rows.length < 2 || !isDrawn) {
    return '';
  }
  const names = rows.map(({ name }) => JSON.stringify(name)).join(', ');
  const values = rows.map(({ median }) => Number(median.toPrecision(3))).join(', ');
  return [
    '```mermaid',
    'xychart-beta horizontal',
    `  title ${JSON.stringify(title)}`,
    `  x-axis [${names}]`,
    `  y-axis ${JSON.stringify(unit)}`,
    `  bar [${values}]`,
    '```',
  ].join('\n');
}
