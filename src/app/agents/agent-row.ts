import { type Agent, type Dialog } from 'finesse-tunnel';
import { agentName } from '../display/agent-name';
import { agentStateLook } from '../display/agent-state-look';
import { firstText } from '../display/first-text';

/** One call of an agent, as text. */
export interface AgentCall {
  readonly id: string;
  /** Queue and the other party, as far as they are known. */
  readonly text: string;
  /** Since when this agent is in it, on the server's clock. */
  readonly since: number | undefined;
}

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
  /** All current calls in words. */
  readonly call: string;
  readonly calls: readonly AgentCall[];
  /** Nothing that would tell of a change is subscribed any more. */
  readonly isStale: boolean;
}

/** What a line shows besides the agent. */
export interface AgentRowFacts {
  readonly dialogs?: readonly Dialog[] | undefined;
  readonly isStale?: boolean;
}

/** The dialogs by the extension of each party that has not left them. Whom a supervisor listens to has no call by that. */
export function dialogsByExtension(
  dialogs: readonly Dialog[],
): ReadonlyMap<string, readonly Dialog[]> {
  const found = new Map<string, Dialog[]>();
  for (const dialog of dialogs) {
    for (const { mediaAddress, state } of dialog.participants ?? []) {
      if (mediaAddress !== undefined && state !== 'DROPPED' && !isOverheard(dialog, mediaAddress)) {
        const others = found.get(mediaAddress);
        if (others === undefined) {
          found.set(mediaAddress, [dialog]);
        } else if (!others.includes(dialog)) {
          others.push(dialog);
        }
      }
    }
  }
  return found;
}

/** Makes the line of one agent. */
export function agentRow(
  agent: Agent,
  { dialogs = [], isStale = false }: AgentRowFacts = {},
): AgentRow {
  const calls = dialogs.map((dialog) => agentCall(dialog, agent.extension));
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
    call: calls.map(({ text }) => text).join('; '),
    calls,
    isStale,
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

function isOverheard({ fromAddress, mediaProperties }: Dialog, extension: string): boolean {
  return mediaProperties?.callType === 'SUPERVISOR_MONITOR' && fromAddress !== extension;
}

function agentCall(dialog: Dialog, extension: string | undefined): AgentCall {
  const own = dialog.participants?.find(({ mediaAddress }) => mediaAddress === extension);
  return { id: dialog.id, text: callText(dialog, extension), since: own?.startTime };
}

function reasonText({ reasonCode, pendingState }: Agent): string {
  const code = reasonCode?.code;
  const reason = firstText(reasonCode?.label, code === undefined ? undefined : `Code ${code}`);
  const pending = pendingState ? `then ${agentStateLook(pendingState).word.toLowerCase()}` : '';
  return [reason, pending].filter((part) => part !== '').join(', ');
}
