import type { XmlElement } from 'finesse-tunnel/xml';
import type { TeamMessage, TeamMessageAuthor } from '../model/team-message';
import { list, object, text, uri, word } from './field-kinds';
import { fieldReader, type Reading } from './field-table';
import { identified } from './identified';

/** Reads a supervisor's broadcast. `undefined` if nothing says which one it is. */
export function readTeamMessage(element: XmlElement, reading: Reading): TeamMessage | undefined {
  return identified(readMessageFields(element, reading), 'TeamMessage', reading);
}

const readAuthor = fieldReader<TeamMessageAuthor>({
  id: word(),
  firstName: text(),
  lastName: text(),
});

const readMessageFields = fieldReader<TeamMessage>({
  id: word(),
  uri: uri(),
  createdBy: object(readAuthor),
  createdAt: word(),
  duration: word(),
  content: text(),
  teamIds: list(word('team'), 'teams'),
});
