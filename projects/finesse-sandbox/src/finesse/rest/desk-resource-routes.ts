import { FINESSE_API } from 'finesse-tunnel/protocol';
import type { ContactCenter } from '../contact-center';
import { done, refuse, type Result } from '../finesse-error';
import { isAdministrator, supervises } from '../permissions';
import type { User } from '../user';
import { element, type XmlElement } from '../xml-element';
import type { ApiCall, ApiRoutes } from './api-call';
import {
  badRequest,
  invalidInput,
  invalidUser,
  parameterMissing,
  unauthorizedRole,
} from './api-errors';
import { teamNotFound } from './team-routes';
import { visibleUser } from './user-routes';
import { textOf } from './xml-body';

const CONTACTS = [
  ['Lantern', 'Repairs', '+15550171', 'Broken lanterns'],
  ['Harbour', 'Office', '+15550172', ''],
  ['Lost & Found', 'Desk', '+15550173', 'Umbrellas <mostly>'],
] as const;
const COLUMNS = ['callVariable1', 'callVariable2', 'callVariable3'] as const;
const LAYOUT = `<finesseLayout xmlns="http://www.cisco.com/vtg/finesse">
  <layout>
    <role>Agent</role>
    <page><gadget>/desktop/scripts/js/callcontrol.js</gadget></page>
  </layout>
</finesseLayout>`;

/** What a desktop reads once and shows: phone books, layouts, devices. And the log it sends. */
export function addDeskResourceRoutes(routes: ApiRoutes, contactCenter: ContactCenter): void {
  const about = (call: ApiCall, write: (user: User) => XmlElement): Result<XmlElement> => {
    const user = visibleUser(contactCenter, call);
    return user.ok ? done(write(user.value)) : user;
  };
  routes.add('/User/:id/PhoneBooks', {
    GET: (call) => about(call, () => element('PhoneBooks', [phoneBook()])),
  });
  routes.add('/PhoneBook/:id/Contacts', {
    GET: ({ id }) =>
      id === '1'
        ? done(element('Contacts', contacts()))
        : refuse(404, 'Not Found', { message: 'No such phone book', data: id }),
  });
  routes.add('/User/:id/MediaPropertiesLayout', { GET: (call) => about(call, propertiesLayout) });
  routes.add('/User/:id/MediaPropertiesLayouts', {
    GET: (call) => about(call, () => element('MediaPropertiesLayouts', [propertiesLayout()])),
  });
  routes.add('/LayoutConfig/default', {
    GET: ({ caller }) =>
      isAdministrator(caller) ? done(layoutConfig()) : unauthorizedRole(caller.id),
  });
  routes.add('/TeamResource/:id/LayoutConfig', {
    GET: (call) => teamLayout(contactCenter, call),
  });
  routes.add('/Devices', { GET: (call) => devices(contactCenter, call) });
  routes.add('/User/:id/ClientLog', { POST: (call) => clientLog(contactCenter, call) });
}

function phoneBook(): XmlElement {
  return element('PhoneBook', [
    element('uri', `${FINESSE_API}/PhoneBook/1`),
    element('name', 'Everybody outside'),
    element('type', 'GLOBAL'),
    element('contacts', contacts()),
  ]);
}

function contacts(): XmlElement[] {
  return CONTACTS.map(([firstName, lastName, phoneNumber, description], index) =>
    element('Contact', [
      element('firstName', firstName),
      element('lastName', lastName),
      element('phoneNumber', phoneNumber),
      element('description', description),
      element('uri', `${FINESSE_API}/PhoneBook/1/Contact/${(index + 1).toString()}`),
    ]),
  );
}

function propertiesLayout(): XmlElement {
  const entry = (name: string) =>
    element('entry', [element('displayName', name), element('mediaProperty', name)]);
  return element('MediaPropertiesLayout', [
    element('uri', `${FINESSE_API}/MediaPropertiesLayout/1`),
    element('name', 'Default Layout'),
    element('type', 'DEFAULT'),
    element('header', [entry('callVariable1')]),
    element('column', COLUMNS.map(entry)),
    element('column', [entry('user.tier')]),
  ]);
}

function layoutConfig(): XmlElement {
  return element('LayoutConfig', [
    element('uri', `${FINESSE_API}/LayoutConfig/default`),
    element('layoutxml', LAYOUT),
  ]);
}

function teamLayout({ world }: ContactCenter, { caller, id }: ApiCall): Result<XmlElement> {
  if (!world.teams.has(id)) {
    return teamNotFound(id);
  }
  const isTheirs = caller.teamId === id || supervises(caller, id) || isAdministrator(caller);
  return isTheirs ? done(layoutConfig()) : unauthorizedRole(caller.id);
}

/** The phones that answer under an extension; everybody has one of them. */
function devices({ world }: ContactCenter, { query }: ApiCall): Result<XmlElement> {
  const extension = query['extension'];
  if (extension === undefined || extension === '') {
    return parameterMissing('extension');
  }
  const known = world.userAt(extension) === undefined ? [] : [extension];
  return done(
    element(
      'Devices',
      known.map((number) =>
        element('Device', [
          element('deviceId', `SEP${number.padStart(12, '0')}`),
          element('deviceType', '30006'),
          element('deviceTypeName', 'IP Phone'),
        ]),
      ),
    ),
  );
}

/** Taken and thrown away: it may hold what customers said. */
function clientLog(contactCenter: ContactCenter, call: ApiCall): Result {
  const user = visibleUser(contactCenter, call);
  if (!user.ok) {
    return user;
  }
  if (user.value.id !== call.caller.id) {
    return invalidUser(call.caller.id);
  }
  if (call.body?.name !== 'ClientLog') {
    return badRequest('The body must be a ClientLog element');
  }
  return textOf(call.body, 'logData') === undefined ? invalidInput('logData') : done(undefined);
}
