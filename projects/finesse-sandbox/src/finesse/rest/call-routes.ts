import { dialogNode } from 'finesse-tunnel/protocol';
import type { ContactCenter } from '../contact-center';
import { done, refuse } from '../finesse-error';
import { accessTo } from '../permissions';
import { dialogElement } from '../write-dialog';
import { queueElement } from '../write-queue';
import { taskElement } from '../write-task';
import type { ApiCall, ApiRoutes } from './api-call';
import { notImplemented, unauthorizedRole } from './api-errors';
import { dialogNotFound, putDialog } from './put-dialog';
import { putTask } from './put-task';

/** Dialog and Queue. */
export function addCallRoutes(routes: ApiRoutes, contactCenter: ContactCenter): void {
  routes.add('/Dialog/:id', {
    GET: (call) => getDialog(contactCenter, call),
    PUT: (call) => {
      const task = contactCenter.world.tasks.get(call.id);
      return task === undefined
        ? putDialog(contactCenter, call)
        : putTask(contactCenter, call, task);
    },
  });
  routes.add('/Queue/:id', {
    GET: (call) => getQueue(contactCenter, call),
  });
}

function getDialog({ world }: ContactCenter, { caller, id }: ApiCall) {
  const dialog = world.dialogs.get(id);
  const task = world.tasks.get(id);
  const found =
    task === undefined ? dialog && dialogElement('Dialog', dialog) : taskElement('Dialog', task);
  if (found === undefined) {
    return dialogNotFound(id);
  }
  return accessTo(world, caller, dialogNode(id)) === 'ok'
    ? done(found)
    : unauthorizedRole(caller.id);
}

function getQueue({ world, board, deployment }: ContactCenter, { id }: ApiCall) {
  if (deployment === 'uccx') {
    return notImplemented('Queue');
  }
  const queue = world.queues.get(id);
  return queue === undefined
    ? refuse(404, 'Not Found', { message: `${id} is an invalid queueId`, data: id })
    : done(queueElement(queue, board.statistics(queue)));
}
