import type { FinesseResource } from '../model/finesse-resource';
import type { Notification, NotificationEnvelope } from '../model/notification';
import { resourceId } from './resource-id';

/**
 * Makes a notification of the resource it carries. The payload decides the kind; the node only says whether an
 * agent is told of as a member of a team, and whose dialogs or queues they are.
 *
 * @returns `undefined` for resources that are never published.
 */
export function notificationOf(
  resource: FinesseResource,
  envelope: NotificationEnvelope,
): Notification | undefined {
  switch (resource.kind) {
    case 'user':
    case 'users':
    case 'team':
      return agentsNotification(resource, envelope);
    case 'dialogs':
    case 'dialog':
    case 'queues':
      return { ...envelope, ...resource, agentId: idFrom(envelope, 'User') };
    case 'queue':
    case 'media':
    case 'system-info':
    case 'api-errors':
    case 'team-message':
    case 'devices':
      return { ...envelope, ...resource };
    case 'reason-codes':
    case 'wrap-up-reasons':
    case 'phone-books':
    case 'media-list':
    case 'team-messages':
      return undefined;
  }
}

function agentsNotification(
  resource: Extract<FinesseResource, { kind: 'user' | 'users' | 'team' }>,
  envelope: NotificationEnvelope,
): Notification {
  const teamId = idFrom(envelope, 'Team');
  switch (resource.kind) {
    case 'user':
      return resourceId(envelope.node, 'Team') === ''
        ? { ...envelope, ...resource }
        : teamUsers(envelope, { teamId, agents: [resource.agent], snapshot: false });
    case 'users':
      return teamUsers(envelope, { teamId, agents: resource.agents, snapshot: false });
    case 'team': {
      const { team } = resource;
      const { agents = [], id } = team;
      const snapshot = team.agents !== undefined && envelope.event !== 'DELETE';
      return { ...teamUsers(envelope, { teamId: id, agents, snapshot }), team };
    }
  }
}

type TeamUsers = Extract<Notification, { kind: 'team-users' }>;

function teamUsers(
  envelope: NotificationEnvelope,
  told: Pick<TeamUsers, 'teamId' | 'agents' | 'snapshot'>,
): TeamUsers {
  return { ...envelope, kind: 'team-users', ...told };
}

function idFrom({ node, source }: NotificationEnvelope, collection: string): string {
  return resourceId(node, collection) || resourceId(source, collection);
}
