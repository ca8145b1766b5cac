import { FINESSE_API } from 'finesse-tunnel/protocol';
import type { ContactCenter } from '../contact-center';
import { done, type Result } from '../finesse-error';
import { isAdministrator, maySee } from '../permissions';
import type { User } from '../user';
import { dialogElement } from '../write-dialog';
import { userElement } from '../write-user';
import { WRAP_UP_REASONS } from '../world';
import { element } from '../xml-element';
import type { ApiCall, ApiRoutes } from './api-call';
import { invalidUser, unauthorizedRole, userNotFound } from './api-errors';
import { postDialog } from './post-dialog';
import { putUser } from './user-requests';

/** User and what hangs below it. */
export function addUserRoutes(routes: ApiRoutes, contactCenter: ContactCenter): void {
  routes.add('/Users', {
    GET: ({ caller }) =>
      isAdministrator(caller)
        ? done(element('Users', everybody(contactCenter)))
        : unauthorizedRole(caller.id),
  });
  routes.add('/User/:id', {
    GET: (call) =>
      about(contactCenter, call, (user) => userElement('User', user, contactCenter.world)),
    PUT: (call) => putUser(contactCenter, call),
  });
  routes.add('/User/:id/Dialogs', {
    GET: (call) => about(contactCenter, call, (user) => dialogsOf(contactCenter, user)),
    POST: (call) => postDialog(contactCenter, call),
  });
  routes.add('/User/:id/Queues', {
    GET: (call) => queuesOf(contactCenter, call),
  });
  routes.add('/User/:id/WrapUpReasons', {
    GET: (call) => about(contactCenter, call, () => wrapUpReasons()),
  });
}

/** The user a path names, provided the caller may look. */
export function visibleUser(contactCenter: ContactCenter, { caller, id }: ApiCall): Result<User> {
  const user = contactCenter.user(id);
  if (user === undefined) {
    return userNotFound();
  }
  return maySee(caller, user) ? done(user) : invalidUser(caller.id);
}

function about<T>(
  contactCenter: ContactCenter,
  call: ApiCall,
  write: (user: User) => T,
): Result<T> {
  const user = visibleUser(contactCenter, call);
  return user.ok ? done(write(user.value)) : user;
}

function everybody({ world }: ContactCenter) {
  return [...world.users.values()].map((user) => userElement('User', user, world));
}

function dialogsOf({ world }: ContactCenter, user: User) {
  const dialogs = user.dialogIds.flatMap((id) => world.dialogs.get(id) ?? []);
  return element(
    'Dialogs',
    dialogs.map((dialog) => dialogElement('Dialog', dialog)),
  );
}

/** For a supervisor: the queues of everybody in the teams supervised, and those of the own team. */
function queuesOf(contactCenter: ContactCenter, { id }: ApiCall) {
  const user = contactCenter.user(id);
  return user === undefined
    ? userNotFound()
    : done(contactCenter.board.listElement(contactCenter.world.queuesOf(user)));
}

function wrapUpReasons() {
  const reasons = WRAP_UP_REASONS.map((label, index) =>
    element('WrapUpReason', [
      element('label', label),
      element('forAll', 'true'),
      element('uri', `${FINESSE_API}/WrapUpReason/${index + 1}`),
    ]),
  );
  return element('WrapUpReasons', reasons);
}
