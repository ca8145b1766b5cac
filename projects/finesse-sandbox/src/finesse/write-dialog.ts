import { dialogNode } from 'finesse-tunnel/protocol';
import type { Dialog, Participant, ParticipantState } from './dialog';
import { isoTime } from './iso-time';
import { element, type XmlElement } from './xml-element';

const ACTIONS: Readonly<Record<ParticipantState, readonly string[]>> = {
  INITIATING: ['DROP', 'UPDATE_CALL_DATA'],
  INITIATED: ['DROP', 'UPDATE_CALL_DATA'],
  ALERTING: ['ANSWER'],
  ACTIVE: ['HOLD', 'DROP', 'UPDATE_CALL_DATA'],
  HELD: ['RETRIEVE', 'DROP', 'UPDATE_CALL_DATA'],
  DROPPED: [],
  FAILED: ['DROP'],
  WRAP_UP: ['UPDATE_CALL_DATA'],
};

/** What a party in this state may do; the sandbox offers only what it can carry out. */
export function actionsOf(state: ParticipantState): readonly string[] {
  return ACTIONS[state];
}

/** A dialog; `dialog` in a PUT notification, `Dialog` in collections and REST answers. */
export function dialogElement(name: 'Dialog' | 'dialog', dialog: Dialog): XmlElement {
  return element(name, [
    element('associatedDialogUri'),
    element('fromAddress', dialog.fromAddress),
    element('id', dialog.id),
    element('secondaryId'),
    element('mediaProperties', mediaProperties(dialog)),
    element('mediaType', 'Voice'),
    element('participants', dialog.participants.map(participantElement)),
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

function participantElement(participant: Participant): XmlElement {
  const { agentId, state } = participant;
  return element('Participant', [
    element(
      'actions',
      actionsOf(state).map((action) => element('action', action)),
    ),
    element('mediaAddress', participant.mediaAddress),
    element('mediaAddressType', agentId === undefined ? '' : 'AGENT_DEVICE'),
    element('startTime', isoTime(participant.startTime)),
    element('state', state),
    element('stateCause', participant.stateCause),
    element('stateChangeTime', isoTime(participant.stateChangeTime)),
  ]);
}
