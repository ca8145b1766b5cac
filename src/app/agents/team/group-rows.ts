import { stateRank } from '../../display/agent-state-look';
import { type AgentRow } from '../agent-row';
import { type TeamGrouping } from './team-view';

/** A line of the table: the head of a group, or an agent. */
export type TeamItem =
  | { readonly kind: 'group'; readonly key: string; readonly name: string; readonly size: number }
  | { readonly kind: 'agent'; readonly key: string; readonly row: AgentRow };

/** Puts rows that are in order into groups, and keeps their order inside each. */
export function groupRows(rows: readonly AgentRow[], grouping: TeamGrouping): readonly TeamItem[] {
  if (grouping === 'none') {
    return rows.map(agentItem);
  }
  const groups = new Map<string, AgentRow[]>();
  for (const row of rows) {
    const key = grouping === 'state' ? row.state : row.teamId;
    const members = groups.get(key);
    if (members === undefined) {
      groups.set(key, [row]);
    } else {
      members.push(row);
    }
  }
  return [...groups]
    .map(([key, members]) => ({ key, name: groupName(members, grouping), members }))
    .sort(
      grouping === 'state'
        ? (a, b) => stateRank(a.key) - stateRank(b.key) || a.name.localeCompare(b.name)
        : (a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }),
    )
    .flatMap(({ key, name, members }) => [
      { kind: 'group' as const, key: `group ${key}`, name, size: members.length },
      ...members.map(agentItem),
    ]);
}

function groupName(members: readonly AgentRow[], grouping: TeamGrouping): string {
  const [first] = members;
  const name = grouping === 'state' ? first?.stateWord : first?.team;
  return name === undefined || name === '' ? $localize`:@@team.group.none:No team` : name;
}

/** The items of rows that are still the same rows: a frame makes new ones for those that changed. */
const ITEMS = new WeakMap<AgentRow, TeamItem>();

function agentItem(row: AgentRow): TeamItem {
  const known = ITEMS.get(row);
  if (known !== undefined) {
    return known;
  }
  const item: TeamItem = { kind: 'agent', key: row.id, row };
  ITEMS.set(row, item);
  return item;
}
