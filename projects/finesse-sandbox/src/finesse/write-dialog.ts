import { dialogNode } from 'finesse-tunnel/protocol';
import type { Dialog, Participant } from './dialog';
import { actionsOf } from './dialog-actions';
import { isoTime } from './iso-time';
import { element, type XmlElement } from './xml-element';

/** A dialog; `dialog` in a PUT notification, `Dialog` in collections and REST answers. */
export function dialogElement(name: 'Dialog' | 'dialog', dialog: Dialog): XmlElement {
  return element(name, [
    element('associatedDialogUri', uriOf(dialog.associatedId)),
    element('fromAddress', dialog.fromAddress),
    element('id', dialog.id),
    element('secondaryId', dialog.secondaryId),
    element('mediaProperties', mediaProperties(dialog)),
    element('mediaType', 'Voice'),
    element(
      'participants',
      dialog.participants.map((party) => participantElement(party, dialog)),
    ),
    element('state', dialog.state),
    element('toAddress', dialog.toAddress),
    element('uri', dialogNode(dialog.id)),
  ]);
}

function mediaProperties(dialog: Dialog): XmlElement[] {
  const queue =
    dialog.queueId === undefined
      ? []
      : [element('queueNumber', dialog.queueId), element('queueName', dialog.queueName ?? '')];
  return [
    element('mediaId', '1'),
    element('DNIS', dialog.dialedNumber),
    element('callType', dialog.callType),
    element('dialedNumber', dialog.dialedNumber),
    ...queue,
    element('outboundClassification'),
    element('wrapUpReason', dialog.wrapUpReason),
    element(
      'callvariables',
      dialog.variables.map(({ name, value }) =>
        element('CallVariable', [element('name', name), element('value', value)]),
      ),
    ),
  ];
}

function uriOf(dialogId: string): string {
  return dialogId === '' ? '' : dialogNode(dialogId);
}

function participantElement(participant: Participant, dialog: Dialog): XmlElement {
  const { agentId, isSilent = false, state } = participant;
  const isDevice = agentId !== undefined || isSilent;
  return element('Participant', [
    element(
      'actions',
      actionsOf(participant, dialog).map((action) => element('action', action)),
    ),
    element('mediaAddress', participant.mediaAddress),
    element('mediaAddressType', isDevice ? 'AGENT_DEVICE' : ''),
    element('startTime', isoTime(participant.startTime)),
    element('state', state),
    element('stateCause', participant.stateCause),
    element('stateChangeTime', isoTime(participant.stateChangeTime)),
  ]);
}
