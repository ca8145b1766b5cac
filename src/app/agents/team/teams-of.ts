import { type Agent } from 'finesse-tunnel';
import { firstText } from '../../display/first-text';
import { type AgentRow } from '../agent-row';

/** A team to choose. */
export interface TeamChoice {
  readonly id: string;
  readonly name: string;
}

/** The teams of whoever is signed in, of the agents, and the one that a link names, by name. */
export function teamsOf(
  rows: readonly AgentRow[],
  self: Agent | undefined,
  chosen: string,
): readonly TeamChoice[] {
  const names = new Map<string, string>();
  if (chosen !== '') {
    names.set(chosen, chosen);
  }
  for (const { id, name } of self?.teams ?? []) {
    names.set(id, firstText(name, id));
  }
  for (const { teamId, team } of rows) {
    if (teamId !== '') {
      names.set(teamId, team);
    }
  }
  return [...names]
    .map(([id, name]) => ({ id, name }))
    .sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
}
