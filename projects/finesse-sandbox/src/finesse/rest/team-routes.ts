import type { ContactCenter } from '../contact-center';
import { done, refuse } from '../finesse-error';
import { isAdministrator, supervises } from '../permissions';
import type { Team } from '../team';
import { teamElement, teamFacts } from '../write-team';
import { element, type XmlElement } from '../xml-element';
import type { ApiCall, ApiRoutes } from './api-call';
import { unauthorizedRole } from './api-errors';

/** Team, with everybody in it. */
export function addTeamRoutes(routes: ApiRoutes, contactCenter: ContactCenter): void {
  routes.add('/Team/:id', { GET: (call) => getTeam(contactCenter, call) });
  routes.add('/Teams', {
    GET: ({ caller }) =>
      isAdministrator(caller)
        ? done(element('Teams', [...contactCenter.world.teams.values()].map(teamWithoutUsers)))
        : unauthorizedRole(caller.id),
  });
}

/** Nobody knows a team of that id. */
export function teamNotFound(id: string) {
  return refuse(404, 'TeamId Not Found', { message: `${id} is an invalid teamId`, data: id });
}

function getTeam(contactCenter: ContactCenter, { caller, id, query }: ApiCall) {
  const { world } = contactCenter;
  const hasSlash = contactCenter.hasQuirk('trailing-slashes');
  const team = world.teams.get(id);
  if (team === undefined) {
    return teamNotFound(id);
  }
  if (!isAdministrator(caller) && !supervises(caller, id)) {
    return unauthorizedRole(caller.id);
  }
  const users = team.userIds
    .flatMap((userId) => world.users.get(userId) ?? [])
    .filter(({ state }) => state !== 'LOGOUT' || query['includeLoggedOutAgents'] !== 'false');
  return done(teamElement('Team', team, { users, world, withSlash: hasSlash }));
}

function teamWithoutUsers(team: Team): XmlElement {
  return element('Team', teamFacts(team));
}
