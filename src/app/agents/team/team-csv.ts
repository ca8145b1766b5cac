import { csvText } from '../../display/csv-text';
import { type AgentRow } from '../agent-row';
import { TEAM_COLUMNS, type TeamColumn } from './team-columns';

/**
 * Writes the rows as CSV, with the columns that are shown. A time in state is told as its beginning (ISO 8601) and
 * as seconds, both empty when unknown.
 */
export function teamCsv(
  rows: readonly AgentRow[],
  columns: readonly TeamColumn[],
  now: number,
): string {
  const titles = TEAM_COLUMNS.filter(({ id }) => columns.includes(id)).flatMap(({ id, title }) =>
    id === 'since' ? [title, $localize`:@@team.csv.seconds:Seconds in state`] : [title],
  );
  return csvText([titles, ...rows.map((row) => cellsOf(row, columns, now))]);
}

function cellsOf(
  row: AgentRow,
  columns: readonly TeamColumn[],
  now: number,
): readonly (string | number)[] {
  return TEAM_COLUMNS.filter(({ id }) => columns.includes(id)).flatMap(({ id }) => {
    switch (id) {
      case 'since':
        return row.since === undefined
          ? ['', '']
          : [new Date(row.since).toISOString(), Math.max(0, Math.floor((now - row.since) / 1000))];
      case 'state':
        return [row.stateWord];
      default:
        return [row[id]];
    }
  });
}
