import type { ContactCenter } from '../contact-center';
import { done, type Result } from '../finesse-error';
import { readTaskAction, type Task } from '../task';
import type { ApiCall } from './api-call';
import { badRequest, invalidInput, parameterMissing, unauthorizedRole } from './api-errors';
import { textOf } from './xml-body';

/** A PUT on the dialog of a nonvoice task: what its agent does with it. */
export function putTask(contactCenter: ContactCenter, call: ApiCall, task: Task): Result {
  const { body, caller } = call;
  if (body?.name !== 'Dialog') {
    return badRequest('The body must be a Dialog element');
  }
  const name = textOf(body, 'requestedAction');
  if (name === undefined) {
    return parameterMissing('requestedAction');
  }
  const action = readTaskAction(name);
  if (action === undefined) {
    return invalidInput('requestedAction');
  }
  if (task.agentId !== caller.id) {
    return unauthorizedRole(caller.id);
  }
  const address = textOf(body, 'targetMediaAddress');
  if (address === undefined) {
    return parameterMissing('targetMediaAddress');
  }
  if (address !== caller.id && address !== caller.extension) {
    return invalidInput('targetMediaAddress');
  }
  // Only blind transfers exist: to a dialed number or script selector, from where the task is routed anew.
  if (action === 'TRANSFER' && textOf(body, 'toAddress') === undefined) {
    return parameterMissing('toAddress');
  }
  contactCenter.requestOnTask(caller.id, () =>
    contactCenter.tasks.act({ taskId: task.id, agentId: caller.id, action }),
  );
  return done(undefined);
}
