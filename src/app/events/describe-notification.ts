import {
  type Agent,
  type Dialog,
  type Notification,
  type Queue,
  type TeamUsersNotification,
} from 'finesse-tunnel';
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
        ? $localize`:@@event.agent-removed:${nameOf(known, notification.agent.id)}:agent: was removed`
        : agentChange(notification.agent, known.get(notification.agent.id));
    case 'team-users':
      return notification.agents.length === 1 && !notification.snapshot
        ? notification.agents.map((agent) => agentChange(agent, known.get(agent.id))).join('; ')
        : teamText(notification);
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
        ? $localize`:@@event.queue-removed:Queue ${queueName(notification.queue)}:queue: was removed`
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
      const names = notification.queues.map(queueName).join(', ');
      const agent = nameOf(known, notification.agentId);
      return notification.event === 'DELETE'
        ? $localize`:@@event.queues-taken:Queues taken from ${agent}:agent:: ${names}:queues:`
        : $localize`:@@event.queues-given:Queues given to ${agent}:agent:: ${names}:queues:`;
    }
    case 'media':
      return `${notification.media.name ?? notification.media.id}: ${word(notification.media.state ?? '')}`;
    case 'system-info':
      return serverText(notification.systemInfo.status);
    case 'api-errors':
      return notification.errors
        .map(({ errorType, errorMessage }) => [errorType, errorMessage].filter(Boolean).join(': '))
        .join('; ');
    case 'team-message':
      return $localize`:@@event.team-message:Message: ${notification.teamMessage.content ?? ''}:text:`;
    case 'devices':
      return $localize`:@@event.devices:Devices told: ${notification.devices.length}:count:`;
    case 'unknown':
      return $localize`:@@event.unknown:${notification.resource}:resource:: not known to this version`;
  }
}

function agentChange(told: Agent, before: KnownAgent | undefined): string {
  const now = learn(before, told);
  const pending = told.pendingState
    ? $localize`:@@event.then:, then ${word(told.pendingState).toLocaleLowerCase()}:state:`
    : '';
  const reason = told.reasonCode?.label ? ` (${told.reasonCode.label})` : '';
  if (told.state === undefined) {
    return $localize`:@@event.data-changed:${now.name}:agent:: data changed${pending}:pending:`;
  }
  const change =
    before?.state === undefined || before.state === told.state
      ? word(told.state)
      : `${word(before.state)} → ${word(told.state)}`;
  return `${now.name}: ${change}${reason}${pending}`;
}

function dialogsChange(event: string, dialogs: readonly Dialog[], name: string): string {
  const calls = dialogs.map(dialogText).join('; ') || $localize`:@@event.no-call:No call`;
  return event === 'DELETE'
    ? $localize`:@@event.call-ended:${name}:agent:: ${calls}:calls: ended`
    : $localize`:@@event.call-arrived:${name}:agent:: ${calls}:calls: arrived`;
}

function dialogText({ id, fromAddress, toAddress, mediaProperties }: Dialog): string {
  const parties =
    fromAddress && toAddress
      ? `${fromAddress} → ${toAddress}`
      : $localize`:@@event.dialog:Dialog ${id}:id:`;
  return mediaProperties?.queueName ? `${parties} (${mediaProperties.queueName})` : parties;
}

function queueChange(queue: Queue): string {
  const { callsInQueue, agentsReady } = queue.statistics ?? {};
  if (callsInQueue === -1) {
    return $localize`:@@event.queue-unassigned:${queueName(queue)}:queue:: nobody is assigned`;
  }
  return $localize`:@@event.queue-figures:${queueName(queue)}:queue:: ${callsInQueue ?? '–'}:waiting: waiting, ${agentsReady ?? '–'}:ready: ready`;
}

function queueName({ id, name }: Queue): string {
  return firstText(name, id);
}

function nameOf(known: KnownAgents, id: string): string {
  return firstText(known.get(id)?.name, id, $localize`:@@event.somebody:Somebody`);
}

function word(state: string): string {
  return agentStateLook(state).word;
}

function teamText({ team, teamId, agents }: TeamUsersNotification): string {
  const name = firstText(team?.name, teamId);
  return agents.length === 1
    ? $localize`:@@event.team.one:Team ${name}:team:: 1 agent told`
    : $localize`:@@event.team.many:Team ${name}:team:: ${agents.length}:count: agents told`;
}

function serverText(status: string | undefined): string {
  switch (status) {
    case 'IN_SERVICE':
      return $localize`:@@event.in-service:Finesse is in service`;
    case 'OUT_OF_SERVICE':
      return $localize`:@@event.out-of-service:Finesse is out of service`;
    default:
      return $localize`:@@event.server-changed:Finesse told about itself: ${status ?? '–'}:status:`;
  }
}

/** A word of Finesse's for a dialog, which has none in the language: `WRAPPING_UP` → `Wrapping up`. */
function wordOf(constant: string | undefined): string {
  if (constant === undefined || constant === '') {
    return $localize`:@@state.unknown:Unknown`;
  }
  return constant.charAt(0) + constant.slice(1).toLowerCase().replaceAll('_', ' ');
}
