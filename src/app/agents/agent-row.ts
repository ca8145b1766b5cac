import { type Agent, type Dialog } from 'finesse-tunnel';
import { agentName } from '../display/agent-name';
import { firstText } from '../display/first-text';
import { agentStateLook } from '../display/agent-state-look';

/** One line of the agents table, as text. */
export interface AgentRow {
  readonly id: string;
  readonly name: string;
  readonly state: string;
  readonly stateWord: string;
  /** When the state began, on the server's clock. */
  readonly since: number | undefined;
  readonly reason: string;
  readonly teamId: string;
  readonly team: string;
  readonly extension: string;
  readonly call: string;
}

/** The dialogs by the extension of each party that has not left them. */
export function dialogsByExtension(dialogs: readonly Dialog[]): ReadonlyMap<string, Dialog> {
  const found = new Map<string, Dialog>();
  for (const dialog of dialogs) {
    for (const { mediaAddress, state } of dialog.participants ?? []) {
      if (mediaAddress !== undefined && state !== 'DROPPED') {
        found.set(mediaAddress, dialog);
      }
    }
  }
  return found;
}

/** Makes the line of one agent. */
export function agentRow(agent: Agent, dialog: Dialog | undefined): AgentRow {
  return {
    id: agent.id,
    name: agentName(agent),
    state: agent.state ?? 'UNKNOWN',
    stateWord: agentStateLook(agent.state).word,
    since: agent.stateChangeTime,
    reason: reasonText(agent),
    teamId: agent.teamId ?? '',
    team: firstText(agent.teamName, agent.teamId),
    extension: agent.extension ?? '',
    call: dialog === undefined ? '' : callText(dialog, agent.extension),
  };
}

/** Names a call by its queue and the other party. */
export function callText(dialog: Dialog, extension: string | undefined): string {
  const { fromAddress, toAddress, mediaProperties } = dialog;
  const other = fromAddress === extension ? toAddress : fromAddress;
  return [mediaProperties?.queueName, other]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
}

function reasonText({ reasonCode, pendingState }: Agent): string {
  const code = reasonCode?.code;
  const reason = firstText(reasonCode?.label, code === undefined ? undefined : `Code ${code}`);
  const pending = pendingState ? `then ${agentStateLook(pendingState).word.toLowerCase()}` : '';
  return [reason, pending].filter((part) => part !== '').join(', ');
}
