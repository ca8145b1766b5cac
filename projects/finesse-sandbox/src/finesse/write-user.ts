import { FINESSE_API, userDialogsNode, userNode } from 'finesse-tunnel/protocol';
import { isoTime } from './iso-time';
import type { ReasonCode } from './reason-code';
import type { User } from './user';
import type { World } from './world';
import { element, type XmlElement } from './xml-element';

/** How long wrapping up may take before the system ends it. */
export const WRAP_UP_SECONDS = 120;

/** A user as `GET User` (name `User`) and notifications (name `user`) tell it. */
export function userElement(name: 'User' | 'user', user: User, world: World): XmlElement {
  const team = world.teams.get(user.teamId);
  return element(name, [
    element('dialogs', userDialogsNode(user.id)),
    element('extension', user.extension),
    element('firstName', user.firstName),
    element('lastName', user.lastName),
    element('loginId', user.id),
    element('loginName', user.loginName),
    element('mediaType', '1'),
    ...mobileAgent(user),
    element('pendingState', user.pendingState),
    ...reasonOf(user, world, true),
    element(
      'roles',
      user.roles.map((role) => element('role', role)),
    ),
    element('settings', [
      element('wrapUpOnIncoming', 'REQUIRED'),
      element('wrapUpOnOutgoing', 'NOT_ALLOWED'),
    ]),
    element('state', user.state),
    element('stateChangeTime', isoTime(user.stateChangeTime)),
    element('teamId', user.teamId),
    element('teamName', team?.name ?? ''),
    ...supervisedTeams(user, world),
    element('uri', userNode(user.id)),
    element('wrapUpTimer', String(WRAP_UP_SECONDS)),
  ]);
}

/** The shorter form for team lists and team notifications. */
export function userSummaryElement(
  name: 'User' | 'user',
  user: User,
  { world, withSlash = false }: { readonly world: World; readonly withSlash?: boolean },
): XmlElement {
  const mediaState = world.deployment === 'uccx' ? (user.isMediaBusy ? 'BUSY' : 'IDLE') : undefined;
  return element(name, [
    element('uri', `${userNode(user.id)}${withSlash ? '/' : ''}`),
    element('loginId', user.id),
    element('firstName', user.firstName),
    element('lastName', user.lastName),
    element('dialogs', userDialogsNode(user.id)),
    element('extension', user.extension),
    element('pendingState', user.pendingState),
    element('state', user.state),
    element('stateChangeTime', isoTime(user.stateChangeTime)),
    ...(mediaState === undefined ? [] : [element('mediaState', mediaState)]),
    ...reasonOf(user, world, false),
  ]);
}

/** One reason code; `name` is `reasonCode` inside a user, `ReasonCode` in lists. */
export function reasonCodeElement(name: 'reasonCode' | 'ReasonCode', code: ReasonCode): XmlElement {
  return element(name, [
    element('category', code.category),
    element('code', String(code.code)),
    element('forAll', String(code.forAll)),
    element('id', String(code.id)),
    element('label', code.label),
    ...(name === 'ReasonCode' ? [element('systemCode', String(code.systemCode))] : []),
    element('uri', `${FINESSE_API}/ReasonCode/${code.id}`),
  ]);
}

function reasonOf(user: User, world: World, withId: boolean): XmlElement[] {
  if (user.reasonCodeId === null) {
    return [];
  }
  const code = world.reasonCodes.get(user.reasonCodeId);
  return [
    ...(code === undefined ? [] : [reasonCodeElement('reasonCode', code)]),
    ...(withId ? [element('reasonCodeId', String(user.reasonCodeId))] : []),
  ];
}

function mobileAgent({ mobileAgent: mobile }: User): XmlElement[] {
  return mobile === null
    ? []
    : [
        element('mobileAgent', [
          element('mode', mobile.mode),
          element('dialNumber', mobile.dialNumber),
        ]),
      ];
}

function supervisedTeams(user: User, world: World): XmlElement[] {
  if (user.supervisedTeamIds.length === 0) {
    return [];
  }
  const teams = user.supervisedTeamIds.map((id) =>
    element('Team', [
      element('id', id),
      element('name', world.teams.get(id)?.name ?? ''),
      element('uri', `${FINESSE_API}/Team/${id}`),
    ]),
  );
  return [element('teams', teams)];
}
