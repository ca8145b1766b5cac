import type { XmlElement } from 'finesse-tunnel/xml';
import type { Agent, AgentSettings, MobileAgent } from '../model/agent';
import type { TeamReference } from '../model/team';
import { integer, list, object, objectOrNull, text, time, uri, word } from './field-kinds';
import { fieldReader, type Reading } from './field-table';
import { identified } from './identified';
import { readDevice } from './read-device';
import { readReasonCode } from './read-reason-code';

/** Reads what the API calls a `User`, whole or as a summary. `undefined` if nothing says who it is. */
export function readAgent(element: XmlElement, reading: Reading): Agent | undefined {
  return identified(readAgentFields(element, reading), 'User', reading);
}

const readSettings = fieldReader<AgentSettings>({
  wrapUpOnIncoming: word(),
  wrapUpOnOutgoing: word(),
  deviceSelection: word(),
});

const readMobileAgent = fieldReader<MobileAgent>({ mode: word(), dialNumber: word() });

const readReferenceFields = fieldReader<TeamReference>({ id: word(), name: text(), uri: uri() });

function readTeamReference(element: XmlElement, reading: Reading): TeamReference | undefined {
  return identified(readReferenceFields(element, reading), 'Team', reading);
}

const readAgentFields = fieldReader<Agent>({
  id: word('loginId'),
  uri: uri(),
  loginName: text(),
  firstName: text(),
  lastName: text(),
  roles: list(word('role')),
  state: word(),
  stateChangeTime: time(),
  pendingState: word(),
  reasonCodeId: integer(),
  reasonCode: objectOrNull(readReasonCode),
  settings: object(readSettings),
  extension: word(),
  mobileAgent: object(readMobileAgent),
  mediaType: word(),
  dialogsUri: uri('dialogs'),
  teamId: word(),
  teamName: text(),
  teams: list(object(readTeamReference, 'team')),
  wrapUpTimerSeconds: integer('wrapUpTimer'),
  skillTargetId: word(),
  activeDeviceId: word(),
  devices: list(object(readDevice, 'device')),
  mediaState: word(),
});
