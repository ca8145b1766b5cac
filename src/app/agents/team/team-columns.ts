/** A column of the team table. */
export type TeamColumn =
  'name' | 'state' | 'since' | 'reason' | 'team' | 'extension' | 'call' | 'id';

/** How a column is shown. */
export interface TeamColumnLook {
  readonly id: TeamColumn;
  readonly title: string;
  /** A track of the grid. */
  readonly width: string;
}

/** All columns, in the order in which they stand. */
export const TEAM_COLUMNS: readonly TeamColumnLook[] = [
  { id: 'name', title: $localize`:@@team.column.name:Name`, width: 'minmax(100px, 1.2fr)' },
  { id: 'state', title: $localize`:@@team.column.state:State`, width: 'minmax(112px, 0.7fr)' },
  { id: 'since', title: $localize`:@@team.column.since:Time`, width: '88px' },
  { id: 'reason', title: $localize`:@@team.column.reason:Reason`, width: 'minmax(90px, 1fr)' },
  { id: 'team', title: $localize`:@@team.column.team:Team`, width: 'minmax(100px, 0.7fr)' },
  { id: 'extension', title: $localize`:@@team.column.extension:Ext.`, width: '84px' },
  {
    id: 'call',
    title: $localize`:@@team.column.call:Current calls`,
    width: 'minmax(150px, 1.6fr)',
  },
  { id: 'id', title: $localize`:@@team.column.id:Agent ID`, width: '96px' },
];

/** What is shown until somebody chooses. */
export const USUAL_COLUMNS: readonly TeamColumn[] = [
  'name',
  'state',
  'since',
  'reason',
  'team',
  'extension',
  'call',
];

/** What is shown on a telephone until somebody chooses. */
export const NARROW_COLUMNS: readonly TeamColumn[] = ['name', 'state', 'since'];
