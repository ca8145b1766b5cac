import { parseNode } from 'finesse-tunnel/protocol';
import type { User } from './user';
import type { World } from './world';
import { teamOfMessageNode } from './write-team-message';

/** Whether somebody may subscribe to a node. */
export type Access = 'ok' | 'item-not-found' | 'forbidden';

/** Whether one user may look at another: oneself, the supervisor of the other's team, the administrator. */
export function maySee(viewer: User, other: User): boolean {
  return viewer.id === other.id || isAdministrator(viewer) || supervises(viewer, other.teamId);
}

/** Whether this user supervises that team. */
export function supervises(user: User, teamId: string): boolean {
  return user.supervisedTeamIds.includes(teamId);
}

/** Whether this user may see and ask for everything. */
export function isAdministrator(user: User): boolean {
  return user.roles.includes('Administrator');
}

/** Decides about a subscription. Which refusals the real product makes is not documented; these are the strict reading. */
export function accessTo(world: World, user: User, node: string): Access {
  const teamId = teamOfMessageNode(node);
  if (teamId !== undefined) {
    return world.teams.has(teamId)
      ? allowed(isAdministrator(user) || supervises(user, teamId) || user.teamId === teamId)
      : 'item-not-found';
  }
  const name = parseNode(node);
  if (!name.ok) {
    return 'item-not-found';
  }
  switch (name.value.kind) {
    case 'system-info':
      return 'ok';
    case 'queue':
      return world.deployment === 'ucce' && world.queues.has(name.value.id)
        ? 'ok'
        : 'item-not-found';
    case 'team-users':
      return accessToTeam(world, user, name.value.id);
    case 'dialog':
      return accessToDialog(world, user, name.value.id);
    case 'user':
    case 'user-dialogs':
    case 'user-media-dialogs':
    case 'user-media':
    case 'user-queues': {
      const other = world.users.get(name.value.id);
      return other === undefined ? 'item-not-found' : allowed(maySee(user, other));
    }
  }
}

function accessToTeam(world: World, user: User, teamId: string): Access {
  return world.teams.has(teamId)
    ? allowed(isAdministrator(user) || supervises(user, teamId))
    : 'item-not-found';
}

function accessToDialog(world: World, user: User, dialogId: string): Access {
  const dialog = world.dialogs.get(dialogId);
  const task = world.tasks.get(dialogId);
  if (dialog === undefined && task === undefined) {
    return 'item-not-found';
  }
  const parties = dialog?.participants ?? [{ agentId: task?.agentId }];
  const agents = parties.flatMap(({ agentId }) => world.users.get(agentId ?? '') ?? []);
  return allowed(isAdministrator(user) || agents.some((agent) => maySee(user, agent)));
}

function allowed(isAllowed: boolean): Access {
  return isAllowed ? 'ok' : 'forbidden';
}
