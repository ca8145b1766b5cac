import { escapeXml, userMediaNode } from 'finesse-tunnel/protocol';
import { isoTime } from './iso-time';
import type { AgentMedium } from './medium';
import type { World } from './world';
import { reasonCodeElement } from './write-user';
import { element, type XmlElement } from './xml-element';

/** An agent in one medium, the same in REST answers and notifications. The description comes escaped, as from Finesse. */
export function mediaElement(agentMedium: AgentMedium, { reasonCodes }: World): XmlElement {
  const { userId, medium, reasonCodeId } = agentMedium;
  const reason = reasonCodeId === null ? undefined : reasonCodes.get(reasonCodeId);
  return element('Media', [
    element('uri', userMediaNode(userId, medium.id)),
    element('id', medium.id),
    element('name', medium.name),
    element('description', escapeXml(medium.description)),
    element('state', agentMedium.state),
    element('stateChangeTime', isoTime(agentMedium.stateChangeTime)),
    element('routable', String(agentMedium.routable)),
    element('interruptible', String(medium.interruptible)),
    element('interruptAction', agentMedium.interruptAction),
    element('maxDialogLimit', String(agentMedium.maxDialogLimit)),
    element('dialogLogoutAction', agentMedium.dialogLogoutAction),
    element('reasonCodeId', reasonCodeId === null ? '' : String(reasonCodeId)),
    ...(reason === undefined ? [] : [reasonCodeElement('reasonCode', reason)]),
  ]);
}
