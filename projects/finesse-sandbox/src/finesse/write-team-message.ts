import { FINESSE_API } from 'finesse-tunnel/protocol';
import type { TeamMessage } from './team-messages';
import type { World } from './world';
import { element, type XmlElement } from './xml-element';

/** The node on which a team hears of its messages. No document names it; other names of Finesse suggest this one. */
export function teamMessageNode(teamId: string): string {
  return `${FINESSE_API}/Team/${teamId}/TeamMessage`;
}

/** Which team such a node belongs to; `undefined` for any other node. */
export function teamOfMessageNode(node: string): string | undefined {
  return new RegExp(`^${FINESSE_API}/Team/([^/]+)/TeamMessage$`).exec(node)?.[1];
}

/** A message, the same in REST answers and notifications. */
export function messageElement(message: TeamMessage, world: World): XmlElement {
  const author = world.users.get(message.createdBy);
  return element('TeamMessage', [
    element('uri', teamMessageUri(message.id)),
    element('id', message.id),
    element('createdBy', [
      element('id', message.createdBy),
      element('firstName', author?.firstName ?? ''),
      element('lastName', author?.lastName ?? ''),
    ]),
    element('createdAt', Math.floor(message.createdAt / 1000).toString()),
    element('duration', message.duration.toString()),
    element('content', message.content),
    element(
      'teams',
      message.teamIds.map((id) => element('team', id)),
    ),
  ]);
}

/** Where a message is read and deleted. */
export function teamMessageUri(id: string): string {
  return `${FINESSE_API}/TeamMessage/${id}`;
}
