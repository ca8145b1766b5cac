import { dialogNode } from 'finesse-tunnel/protocol';
import { isoTime } from './iso-time';
import { type Task, TASK_STEPS } from './task';
import { element, type XmlElement } from './xml-element';

/**
 * A task in the shape of a dialog, without what nonvoice tasks have not: `callType` and `mediaAddressType`.
 *
 * @param name - `dialog` in a PUT notification, `Dialog` in collections and REST answers.
 */
export function taskElement(name: 'Dialog' | 'dialog', task: Task): XmlElement {
  return element(name, [
    element('associatedDialogUri'),
    element('id', task.id),
    element('secondaryId'),
    element('mediaProperties', [
      element('mediaId', task.medium.id),
      element(
        'callvariables',
        task.variables.map((variable) =>
          element('CallVariable', [
            element('name', variable.name),
            element('value', variable.value),
          ]),
        ),
      ),
    ]),
    element('mediaType', task.medium.name),
    element('participants', task.agentId === undefined ? [] : [participant(task, task.agentId)]),
    element('state', task.state),
    element('uri', dialogNode(task.id)),
  ]);
}

function participant(task: Task, agentId: string): XmlElement {
  const actions = Object.keys(TASK_STEPS[task.state]);
  return element('Participant', [
    element(
      'actions',
      actions.map((action) => element('action', action)),
    ),
    element('mediaAddress', agentId),
    element('startTime', isoTime(task.startTime)),
    element('state', task.state),
    element('stateCause'),
    element('stateChangeTime', isoTime(task.stateChangeTime)),
  ]);
}
