import { type Agent, type Dialog, type Notification, type Queue } from 'finesse-tunnel';
import { agentStateLook } from '../display/agent-state-look';
import { firstText } from '../display/first-text';
import { type KnownAgent, type KnownAgents, learn } from './known-agents';

/**
 * Says in a few words what a notification changed.
 *
 * @param known - The agents as they were before it.
 */
export function describeNotification(notification: Notification, known: KnownAgents): string {
  switch (notification.kind) {
    case 'user':
      return notification.event === 'DELETE'
        ? `${nameOf(known, notification.agent.id)} was removed`
        : agentChange(notification.agent, known.get(notification.agent.id));
    case 'team-users':
      return notification.agents.length === 1 && !notification.snapshot
        ? notification.agents.map((agent) => agentChange(agent, known.get(agent.id))).join('; ')
        : `Team ${notification.team?.name ?? notification.teamId}: ${notification.agents.length} agents told`;
    case 'dialogs':
      return dialogsChange(
        notification.event,
        notification.dialogs,
        nameOf(known, notification.agentId),
      );
    case 'dialog':
      return `${dialogText(notification.dialog)}: ${wordOf(notification.dialog.state)}`;
    case 'queue':
      return notification.event === 'DELETE'
        ? `Queue ${queueName(notification.queue)} was removed`
        : queueChange(notification.queue);
    case 'queues':
    case 'media':
    case 'system-info':
    case 'api-errors':
    case 'team-message':
    case 'devices':
    case 'unknown':
      return describeOther(notification, known);
  }
}

type Other = Exclude<
  Notification,
  { kind: 'user' | 'team-users' | 'dialogs' | 'dialog' | 'queue' }
>;

function describeOther(notification: Other, known: KnownAgents): string {
  switch (notification.kind) {
    case 'queues': {
      const verb = notification.event === 'DELETE' ? 'taken from' : 'given to';
      const names = notification.queues.map(queueName).join(', ');
      return `Queues ${verb} ${nameOf(known, notification.agentId)}: ${names}`;
    }
    case 'media':
      return `${notification.media.name ?? 'Media'}: ${wordOf(notification.media.state)}`;
    case 'system-info':
      return `Finesse is ${wordOf(notification.systemInfo.status).toLowerCase()}`;
    case 'api-errors':
      return notification.errors
        .map(({ errorType, errorMessage }) => [errorType, errorMessage].filter(Boolean).join(': '))
        .join('; ');
    case 'team-message':
      return `Message: ${notification.teamMessage.content ?? ''}`;
    case 'devices':
      return `${notification.devices.length} devices told`;
    case 'unknown':
      return `${notification.resource}: not known to this version`;
  }
}

function agentChange(told: Agent, before: KnownAgent | undefined): string {
  const now = learn(before, told);
  const pending = told.pendingState ? `, then ${word(told.pendingState).toLowerCase()}` : '';
  const reason = told.reasonCode?.label ? ` (${told.reasonCode.label})` : '';
  if (told.state === undefined) {
    return `${now.name}: data changed${pending}`;
  }
  const change =
    before?.state === undefined || before.state === told.state
      ? word(told.state)
      : `${word(before.state)} → ${word(told.state)}`;
  return `${now.name}: ${change}${reason}${pending}`;
}

function dialogsChange(event: string, dialogs: readonly Dialog[], name: string): string {
  const calls = dialogs.map(dialogText).join('; ') || 'No call';
  return event === 'DELETE' ? `${name}: ${calls} ended` : `${name}: ${calls} arrived`;
}

function dialogText({ id, fromAddress, toAddress, mediaProperties }: Dialog): string {
  const parties = fromAddress && toAddress ? `${fromAddress} → ${toAddress}` : `Dialog ${id}`;
  return mediaProperties?.queueName ? `${parties} (${mediaProperties.queueName})` : parties;
}

function queueChange(queue: Queue): string {
  const { callsInQueue, agentsReady } = queue.statistics ?? {};
  if (callsInQueue === -1) {
    return `${queueName(queue)}: nobody is assigned`;
  }
  return `${queueName(queue)}: ${callsInQueue ?? '–'} waiting, ${agentsReady ?? '–'} ready`;
}

function queueName({ id, name }: Queue): string {
  return firstText(name, id);
}

function nameOf(known: KnownAgents, id: string): string {
  return firstText(known.get(id)?.name, id, 'Somebody');
}

function word(state: string): string {
  return agentStateLook(state).word;
}

/** `OUT_OF_SERVICE` → `Out of service`. */
function wordOf(constant: string | undefined): string {
  if (constant === undefined || constant === '') {
    return 'Unknown';
  }
  return constant.charAt(0) + constant.slice(1).toLowerCase().replaceAll('_', ' ');
}
