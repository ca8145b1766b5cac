/** A cell that a spreadsheet takes for a formula, or that hides one behind a blank (OWASP, "CSV Injection"). */
const FORMULA = /^(?:[\t\r]|\s*[=+\-@\uFF0B\uFF0D\uFF1D\uFF20])/;
/** Makes spreadsheets read the file as UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

/**
 * Writes lines of cells as CSV (RFC 4180) that opens in a spreadsheet and runs nothing there: text that begins like
 * a formula gets an apostrophe before it. Numbers stay numbers.
 */
export function csvText(lines: readonly (readonly (string | number)[])[]): string {
  return BYTE_ORDER_MARK + lines.map((cells) => cells.map(cellText).join(',') + '\r\n').join('');
}

function cellText(cell: string | number): string {
  if (typeof cell === 'number') {
    return String(cell);
  }
  const text = FORMULA.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
