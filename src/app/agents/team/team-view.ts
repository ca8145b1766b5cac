import { type AgentFilter, type AgentOrder } from '../agent-row-order';
import { TEAM_COLUMNS, type TeamColumn } from './team-columns';

/** How the rows are put together. */
export type TeamGrouping = 'none' | 'state' | 'team';

/** How high the rows are. */
export type TeamDensity = 'comfortable' | 'compact';

/** Everything about the team table that a link can say. */
export interface TeamView {
  readonly filter: AgentFilter;
  readonly order: AgentOrder;
  readonly grouping: TeamGrouping;
  readonly density: TeamDensity;
  /** Only those whose time in state is over a limit. */
  readonly onlyMarked: boolean;
  /** Nothing chosen: what fits the screen. */
  readonly columns: readonly TeamColumn[] | undefined;
}

/** The parameters of a link, as the router has them. */
export type ViewParams = Readonly<Record<string, unknown>>;

/** The view without any parameter. */
export const USUAL_VIEW: TeamView = {
  filter: { text: '', teamId: '', state: '' },
  order: { column: 'name', isDescending: false },
  grouping: 'none',
  density: 'comfortable',
  onlyMarked: false,
  columns: undefined,
};

/** Reads a view from a link. A word that no version of this page wrote counts as not there. */
export function readTeamView(params: ViewParams): TeamView {
  const { q, team, state, sort, group, density, over, columns } = params;
  return {
    filter: { text: textOf(q), teamId: textOf(team), state: textOf(state) },
    order: readOrder(textOf(sort)),
    grouping: group === 'state' || group === 'team' ? group : USUAL_VIEW.grouping,
    density: density === 'compact' ? density : USUAL_VIEW.density,
    onlyMarked: over === 'limit',
    columns: readColumns(textOf(columns)),
  };
}

/** Writes a view as parameters of a link. What is as usual is left out: `null` takes it away. */
export function writeTeamView(view: TeamView): Readonly<Record<string, string | null>> {
  const { filter, order, grouping, density, onlyMarked, columns } = view;
  const sort = `${order.isDescending ? '-' : ''}${order.column}`;
  return {
    q: filter.text || null,
    team: filter.teamId || null,
    state: filter.state || null,
    sort: sort === USUAL_VIEW.order.column ? null : sort,
    group: grouping === 'none' ? null : grouping,
    density: density === 'comfortable' ? null : density,
    over: onlyMarked ? 'limit' : null,
    columns: columns === undefined ? null : columns.join(','),
  };
}

function readOrder(sort: string): TeamView['order'] {
  const isDescending = sort.startsWith('-');
  const column = columnOf(isDescending ? sort.slice(1) : sort);
  return column === undefined ? USUAL_VIEW.order : { column, isDescending };
}

/** The known ones in their order on the screen; the name is always there, or a row would be nobody's. */
function readColumns(text: string): readonly TeamColumn[] | undefined {
  const wanted = text.split(',').filter((word) => columnOf(word) !== undefined);
  return wanted.length === 0
    ? undefined
    : TEAM_COLUMNS.map(({ id }) => id).filter((id) => id === 'name' || wanted.includes(id));
}

function columnOf(word: string): TeamColumn | undefined {
  return TEAM_COLUMNS.find(({ id }) => id === word)?.id;
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
