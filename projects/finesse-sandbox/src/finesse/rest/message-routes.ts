import type { ContactCenter } from '../contact-center';
import { done, refuse, type Result } from '../finesse-error';
import { isAdministrator, supervises } from '../permissions';
import type { TeamMessage } from '../team-messages';
import type { User } from '../user';
import type { World } from '../world';
import { messageElement } from '../write-team-message';
import { element, type XmlElement } from '../xml-element';
import type { ApiCall, ApiRoutes } from './api-call';
import { badRequest, invalidInput, parameterMissing, unauthorizedRole } from './api-errors';
import { teamNotFound } from './team-routes';
import { type BodyElement, childOf, textOf } from './xml-body';

const LONGEST_CONTENT = 255;

/** TeamMessage, under both names that the guide prints. */
export function addMessageRoutes(routes: ApiRoutes, contactCenter: ContactCenter): void {
  for (const path of ['/TeamMessage', '/TeamMessages']) {
    routes.add(path, {
      GET: (call) => list(contactCenter, call),
      POST: (call) => create(contactCenter, call),
    });
  }
  routes.add('/TeamMessage/:id', {
    GET: (call) => {
      const message = visible(contactCenter, call);
      return message.ok ? done(messageElement(message.value, contactCenter.world)) : message;
    },
    DELETE: (call) => remove(contactCenter, call),
  });
}

function list({ messages, world }: ContactCenter, { caller }: ApiCall): Result<XmlElement> {
  const seen = messages.all().filter((message) => maySee(caller, message));
  return done(
    element(
      'TeamMessages',
      seen.map((message) => messageElement(message, world)),
    ),
  );
}

function create(contactCenter: ContactCenter, { body, caller }: ApiCall): Result {
  if (!isAdministrator(caller) && caller.supervisedTeamIds.length === 0) {
    return unauthorizedRole(caller.id);
  }
  if (body?.name !== 'TeamMessage') {
    return badRequest('The body must be a TeamMessage element');
  }
  const content = textOf(body, 'content');
  const duration = textOf(body, 'duration');
  if (content === undefined || duration === undefined) {
    return parameterMissing(content === undefined ? 'content' : 'duration');
  }
  if (content.length > LONGEST_CONTENT) {
    return invalidInput('content', `At most ${LONGEST_CONTENT.toString()} characters`);
  }
  if (!/^[1-9]\d{0,5}$/.test(duration)) {
    return invalidInput('duration');
  }
  const teamIds = readTeams(contactCenter.world, caller, body);
  if (!teamIds.ok) {
    return teamIds;
  }
  const created = contactCenter.messages.create({
    createdBy: caller.id,
    content,
    duration: Number(duration),
    teamIds: teamIds.value,
  });
  return created.ok ? done(undefined) : created;
}

function readTeams(world: World, caller: User, body: BodyElement): Result<readonly string[]> {
  const teamIds = (childOf(body, 'teams')?.children ?? []).map(({ text }) => text);
  if (teamIds.length === 0) {
    return parameterMissing('teams');
  }
  for (const id of teamIds) {
    if (!world.teams.has(id)) {
      return teamNotFound(id);
    }
    if (!isAdministrator(caller) && !supervises(caller, id)) {
      return unauthorizedRole(caller.id);
    }
  }
  return done(teamIds);
}

function remove(contactCenter: ContactCenter, call: ApiCall): Result {
  const message = visible(contactCenter, call);
  if (!message.ok) {
    return message;
  }
  const isTheirs = message.value.createdBy === call.caller.id || isAdministrator(call.caller);
  return isTheirs ? contactCenter.messages.remove(call.id) : unauthorizedRole(call.caller.id);
}

function visible({ messages }: ContactCenter, { caller, id }: ApiCall): Result<TeamMessage> {
  const message = messages.get(id);
  return message !== undefined && maySee(caller, message)
    ? done(message)
    : refuse(404, 'Not Found', { message: 'No such team message', data: id });
}

function maySee(caller: User, { createdBy, teamIds }: TeamMessage): boolean {
  const isTold = teamIds.some((id) => id === caller.teamId || supervises(caller, id));
  return isTold || createdBy === caller.id || isAdministrator(caller);
}
