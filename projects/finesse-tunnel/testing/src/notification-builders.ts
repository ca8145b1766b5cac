import type {
  Agent,
  ApiError,
  Device,
  Dialog,
  Media,
  Queue,
  SystemInfo,
  Team,
  TeamMessage,
} from 'finesse-tunnel';
import {
  dialogNode,
  queueNode,
  systemInfoNode,
  teamUsersNode,
  userDialogsNode,
  userMediaNode,
  userNode,
  userQueuesNode,
} from 'finesse-tunnel/protocol';
import { type UpdateOptions, updateXml } from './update-xml';

/** What a test may say about a notification besides its resource. */
export type Told = Partial<UpdateOptions>;

/** An agent changed: for `userNode(id)`, and as a summary for `teamUsersNode(teamId)`. */
export function userUpdate(agent: Agent, told: Told = {}): string {
  return updateXml('user', agent, { source: userNode(agent.id), ...told });
}

/** A whole team: for `teamUsersNode(id)`. */
export function teamUpdate(team: Team, told: Told = {}): string {
  const source = teamUsersNode(team.id).replace(/\/Users$/, '');
  return updateXml('team', team, { source, ...told });
}

/** Dialogs came (`POST`, the default) or left (`DELETE`): for `userDialogsNode(agentId)`. */
export function dialogsUpdate(
  agentId: string,
  dialogs: readonly Dialog[],
  told: Told = {},
): string {
  const source = userDialogsNode(agentId);
  return updateXml('dialogs', dialogs, { event: 'POST', source, ...told });
}

/** Something inside a dialog changed: for `userDialogsNode(agentId)`. */
export function dialogUpdate(dialog: Dialog, told: Told = {}): string {
  return updateXml('dialog', dialog, { source: dialogNode(dialog.id), ...told });
}

/** Statistics of a queue: for `queueNode(id)`. */
export function queueUpdate(queue: Queue, told: Told = {}): string {
  return updateXml('Queue', queue, { source: queueNode(queue.id), ...told });
}

/** Queues were given to an agent (`POST`, the default) or taken away: for `userQueuesNode(agentId)`. */
export function queuesUpdate(agentId: string, queues: readonly Queue[], told: Told = {}): string {
  const source = userQueuesNode(agentId);
  return updateXml('Queues', queues, { event: 'POST', source, ...told });
}

/** An agent's state in a media routing domain: for `userMediaNode(agentId)`. */
export function mediaUpdate({ agentId, ...media }: Media, told: Told = {}): string {
  const source = `${userMediaNode(agentId)}/${media.id}`;
  return updateXml('Media', media, { source, ...told });
}

/** The server's own state: for `systemInfoNode()`. */
export function systemInfoUpdate(systemInfo: SystemInfo, told: Told = {}): string {
  return updateXml('systemInfo', systemInfo, { source: systemInfoNode(), ...told });
}

/** A request failed after it was accepted: for the node of what it was about, which `source` names too. */
export function apiErrorsUpdate(
  errors: readonly ApiError[],
  told: Told & { readonly source: string },
): string {
  return updateXml('apiErrors', errors, told);
}

/** A supervisor wrote to teams. */
export function teamMessageUpdate({ teamIds, ...message }: TeamMessage, told: Told = {}): string {
  const source = `/finesse/api/TeamMessage/${message.id}`;
  return updateXml(
    'TeamMessage',
    { ...message, teams: teamIds },
    { event: 'POST', source, ...told },
  );
}

/** The telephones of an agent changed. */
export function devicesUpdate(
  agentId: string,
  devices: readonly Device[],
  told: Told = {},
): string {
  return updateXml('devices', devices, { source: `${userNode(agentId)}/Devices`, ...told });
}
