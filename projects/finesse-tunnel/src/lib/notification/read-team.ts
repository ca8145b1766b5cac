import type { XmlElement } from 'finesse-tunnel/xml';
import type { Team } from '../model/team';
import { list, object, text, uri, word } from './field-kinds';
import { fieldReader, type Reading } from './field-table';
import { identified } from './identified';
import { readAgent } from './read-agent';

/** Reads a team with its agents. `undefined` if nothing says which team it is. */
export function readTeam(element: XmlElement, reading: Reading): Team | undefined {
  return identified(readTeamFields(element, reading), 'Team', reading);
}

const readTeamFields = fieldReader<Team>({
  id: word(),
  name: text(),
  uri: uri(),
  agents: list(object(readAgent, 'user'), 'users'),
});
