import type { ContactCenter } from '../contact-center';
import { done, refuse, type Result } from '../finesse-error';
import { isAdministrator, supervises } from '../permissions';
import type { ReasonCategory, ReasonCode } from '../reason-code';
import { reasonCodeElement } from '../write-user';
import type { XmlElement } from '../xml-element';
import type { ApiCall, ApiRoutes, RestApiOptions } from './api-call';
import { invalidInput, parameterMissing, unauthorizedRole } from './api-errors';
import { teamNotFound } from './team-routes';
import { visibleUser } from './user-routes';

/** The reason code lists: of a user, of a team, and all of them. */
export function addReasonCodeRoutes(routes: ApiRoutes, options: RestApiOptions): void {
  const { contactCenter } = options;
  routes.add('/User/:id/ReasonCodes', {
    GET: (call) => {
      const user = visibleUser(contactCenter, call);
      return user.ok ? offeredTo(contactCenter, call, user.value.teamId) : user;
    },
  });
  routes.add('/User/:id/ReasonCode/:subId', {
    GET: (call) => oneOfUser(contactCenter, call),
  });
  routes.add('/TeamResource/:id/ReasonCodes', {
    GET: (call) => {
      const { caller, id } = call;
      if (!contactCenter.world.teams.has(id)) {
        return teamNotFound(id);
      }
      const isTheirs = caller.teamId === id || supervises(caller, id) || isAdministrator(caller);
      return isTheirs ? offeredTo(contactCenter, call, id) : unauthorizedRole(caller.id);
    },
  });
  routes.add('/ReasonCodes', { GET: (call) => allCodes(options, call) });
}

function offeredTo({ world }: ContactCenter, call: ApiCall, teamId: string): Result<XmlElement> {
  const category = readCategory(call);
  return category.ok
    ? done(list(category.value, world.reasonCodes.offered(category.value, teamId)))
    : category;
}

function oneOfUser(contactCenter: ContactCenter, call: ApiCall): Result<XmlElement> {
  const user = visibleUser(contactCenter, call);
  if (!user.ok) {
    return user;
  }
  const code = contactCenter.world.reasonCodes.get(Number(call.subId));
  const isTheirs = code !== undefined && (code.forAll || code.teamIds.includes(user.value.teamId));
  return isTheirs
    ? done(reasonCodeElement('ReasonCode', code))
    : refuse(404, 'Not Found', { message: 'No such reason code', data: call.subId });
}

function allCodes(
  { contactCenter, systemInfo }: RestApiOptions,
  call: ApiCall,
): Result<XmlElement> {
  if (!isAdministrator(call.caller)) {
    return unauthorizedRole(call.caller.id);
  }
  const { xmppDomain, secondaryNode } = systemInfo();
  if (secondaryNode?.host === xmppDomain && contactCenter.deployment === 'ucce') {
    const message = 'Configuration is served by the primary node alone';
    return refuse(403, 'Forbidden', { message });
  }
  const { all } = contactCenter.world.reasonCodes;
  if (call.query['category'] === 'ALL') {
    return done(list('ALL', all));
  }
  const category = readCategory(call);
  return category.ok
    ? done(
        list(
          category.value,
          all.filter((code) => code.category === category.value),
        ),
      )
    : category;
}

function readCategory({ query }: ApiCall): Result<ReasonCategory> {
  const category = query['category'];
  if (category === undefined || category === '') {
    return parameterMissing('category');
  }
  return category === 'NOT_READY' || category === 'LOGOUT'
    ? done(category)
    : invalidInput('category');
}

function list(category: string, codes: readonly ReasonCode[]): XmlElement {
  return {
    name: 'ReasonCodes',
    attributes: { category },
    content: codes.map((code) => reasonCodeElement('ReasonCode', code)),
  };
}
