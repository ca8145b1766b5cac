import type { ContactCenter } from '../contact-center';
import { done, refuse, type Result } from '../finesse-error';
import type { MediaWish } from '../media-desk';
import type { User } from '../user';
import { mediaElement } from '../write-media';
import { taskElement } from '../write-task';
import { element, type XmlElement } from '../xml-element';
import type { ApiCall, ApiRoutes } from './api-call';
import {
  badRequest,
  invalidInput,
  invalidUser,
  notImplemented,
  parameterMissing,
} from './api-errors';
import { visibleUser } from './user-routes';
import { type BodyElement, textOf } from './xml-body';

const STATES = ['LOGIN', 'READY', 'NOT_READY', 'LOGOUT'] as const;

/** The media that are no voice, and an agent's tasks in them. Unified CCE alone has them. */
export function addMediaRoutes(routes: ApiRoutes, contactCenter: ContactCenter): void {
  routes.add('/User/:id/Media', {
    GET: (call) =>
      onCce(contactCenter, call, ({ id }) => {
        const all = contactCenter.media.all(id);
        return done(
          element(
            'MediaList',
            all.map((medium) => mediaElement(medium, contactCenter.world)),
          ),
        );
      }),
  });
  routes.add('/User/:id/Media/:subId', {
    GET: (call) => getMedium(contactCenter, call),
    PUT: (call) => putMedium(contactCenter, call),
  });
  routes.add('/User/:id/Dialogs/Media', {
    GET: (call) =>
      onCce(contactCenter, call, ({ id }) =>
        done(
          element(
            'Dialogs',
            contactCenter.tasks.of(id).map((task) => taskElement('Dialog', task)),
          ),
        ),
      ),
  });
}

function onCce<T>(
  contactCenter: ContactCenter,
  call: ApiCall,
  answer: (user: User) => Result<T>,
): Result<T> {
  if (contactCenter.deployment === 'uccx') {
    return notImplemented('Media');
  }
  const user = visibleUser(contactCenter, call);
  return user.ok ? answer(user.value) : user;
}

function getMedium(contactCenter: ContactCenter, call: ApiCall): Result<XmlElement> {
  return onCce(contactCenter, call, ({ id: userId }) => {
    const medium = contactCenter.media.get({ userId, mediumId: call.subId });
    return medium === undefined
      ? mediumNotFound(call.subId)
      : done(mediaElement(medium, contactCenter.world));
  });
}

function putMedium(contactCenter: ContactCenter, call: ApiCall): Result {
  const { caller, body, subId: mediumId } = call;
  return onCce(contactCenter, call, (user) => {
    if (user.id !== caller.id) {
      return invalidUser(caller.id);
    }
    const place = { userId: user.id, mediumId };
    if (contactCenter.media.get(place) === undefined) {
      return mediumNotFound(mediumId);
    }
    if (body?.name !== 'Media') {
      return badRequest('The body must be a Media element');
    }
    const wish = readWish(body);
    if (!wish.ok) {
      return wish;
    }
    contactCenter.requestInMedia(user.id, () => contactCenter.media.request(place, wish.value));
    return done(undefined);
  });
}

function mediumNotFound(mediumId: string): Result<never> {
  return refuse(404, 'Not Found', { message: 'UNKNOWN_MRD', data: mediumId });
}

function readWish(body: BodyElement): Result<MediaWish> {
  const word = textOf(body, 'state');
  const state = STATES.find((known) => known === word);
  const routable = textOf(body, 'routable');
  if (word === undefined && routable === undefined) {
    return parameterMissing('state');
  }
  if (word !== undefined && state === undefined) {
    return invalidInput('state');
  }
  if (routable !== undefined && routable !== 'true' && routable !== 'false') {
    return invalidInput('routable');
  }
  const reasonCodeId = Number(textOf(body, 'reasonCodeId') ?? '-1');
  const options = state === 'LOGIN' ? readOptions(body) : done({});
  if (!options.ok) {
    return options;
  }
  return done({
    options: options.value,
    ...(state === undefined ? {} : { state }),
    ...(routable === undefined ? {} : { routable: routable === 'true' }),
    ...(Number.isInteger(reasonCodeId) && reasonCodeId > 0 ? { reasonCodeId } : {}),
  });
}

function readOptions(body: BodyElement): Result<NonNullable<MediaWish['options']>> {
  const limit = textOf(body, 'maxDialogLimit') ?? '1';
  const interruptAction = textOf(body, 'interruptAction') ?? 'ACCEPT';
  const dialogLogoutAction = textOf(body, 'dialogLogoutAction') ?? 'CLOSE';
  if (!/^([1-9]|10)$/.test(limit)) {
    return invalidInput('maxDialogLimit');
  }
  if (interruptAction !== 'ACCEPT' && interruptAction !== 'IGNORE') {
    return invalidInput('interruptAction');
  }
  if (dialogLogoutAction !== 'CLOSE' && dialogLogoutAction !== 'TRANSFER') {
    return invalidInput('dialogLogoutAction');
  }
  return done({ maxDialogLimit: Number(limit), interruptAction, dialogLogoutAction });
}
