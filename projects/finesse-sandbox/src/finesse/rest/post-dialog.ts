import { parseNode } from 'finesse-tunnel/protocol';
import type { ContactCenter } from '../contact-center';
import { done, refuse, type Result } from '../finesse-error';
import { supervises } from '../permissions';
import type { User } from '../user';
import type { ApiCall } from './api-call';
import {
  badRequest,
  invalidInput,
  invalidUser,
  parameterMissing,
  unauthorizedRole,
  userNotFound,
} from './api-errors';
import { readVariables } from './call-variables';
import { dialogNotFound } from './put-dialog';
import { type BodyElement, childOf, textOf } from './xml-body';

const ACCEPTED = done(undefined);

/** What every request for a new dialog says. */
interface NewDialog {
  readonly body: BodyElement;
  readonly caller: User;
  readonly from: string;
  readonly to: string;
  readonly requestId: string;
}

/** A POST on a user's dialogs: placing a call, listening to an agent, breaking in. */
export function postDialog(contactCenter: ContactCenter, call: ApiCall): Result {
  const { body, caller, requestId } = call;
  if (body?.name !== 'Dialog') {
    return badRequest('The body must be a Dialog element');
  }
  const target = contactCenter.user(call.id) ?? contactCenter.world.userAt(call.id);
  if (target === undefined) {
    return userNotFound();
  }
  if (target.id !== caller.id) {
    return invalidUser(caller.id);
  }
  const action = textOf(body, 'requestedAction');
  if (action === undefined) {
    return parameterMissing('requestedAction');
  }
  const from = textOf(body, 'fromAddress');
  const to = textOf(body, 'toAddress');
  if (!isPostAction(action)) {
    return invalidInput('requestedAction');
  }
  if (from === undefined || to === undefined) {
    return parameterMissing(from === undefined ? 'fromAddress' : 'toAddress');
  }
  const wanted = { body, caller, from, to, requestId };
  const refusal = checkAddresses(wanted);
  return refusal.ok ? POST_ACTIONS[action](contactCenter, wanted) : refusal;
}

const POST_ACTIONS = {
  MAKE_CALL: makeCall,
  SILENT_MONITOR: silentMonitor,
  BARGE_CALL: bargeCall,
};

function isPostAction(action: string): action is keyof typeof POST_ACTIONS {
  return Object.hasOwn(POST_ACTIONS, action);
}

function checkAddresses({ caller, from, to }: NewDialog): Result {
  if (caller.extension === '') {
    return refuse(400, 'Invalid State', { message: 'The user is signed out', data: caller.id });
  }
  if (from !== caller.extension) {
    return invalidInput('fromAddress', 'The extension is not that of the user');
  }
  return to === from
    ? refuse(400, 'Invalid Destination', { message: 'The user cannot call itself', data: to })
    : ACCEPTED;
}

function makeCall(contactCenter: ContactCenter, wanted: NewDialog): Result {
  const { body, caller, from, to, requestId } = wanted;
  if (contactCenter.deployment === 'uccx' && childOf(body, 'mediaProperties') !== undefined) {
    return invalidInput('mediaProperties', 'Unified CCX takes no call variables here');
  }
  const variables = readVariables(body);
  contactCenter.requestOnCall(caller.id, requestId, () =>
    contactCenter.createDialog({ from, to, variables, requestId }),
  );
  return ACCEPTED;
}

function silentMonitor(contactCenter: ContactCenter, wanted: NewDialog): Result {
  const { caller, requestId } = wanted;
  const agent = agentOf(contactCenter, wanted);
  if (!agent.ok) {
    return agent;
  }
  contactCenter.requestOnCall(caller.id, requestId, () =>
    contactCenter.switchboard.supervision.monitor({
      supervisorId: caller.id,
      agentId: agent.value.id,
      requestId,
    }),
  );
  return ACCEPTED;
}

function bargeCall(contactCenter: ContactCenter, wanted: NewDialog): Result {
  const { body, caller, requestId } = wanted;
  const agent = agentOf(contactCenter, wanted);
  if (!agent.ok) {
    return agent;
  }
  const uri = textOf(body, 'associatedDialogUri');
  if (uri === undefined) {
    return parameterMissing('associatedDialogUri');
  }
  const node = parseNode(uri);
  if (!node.ok || node.value.kind !== 'dialog') {
    return invalidInput('associatedDialogUri');
  }
  const { id: dialogId } = node.value;
  if (!caller.dialogIds.includes(dialogId)) {
    return dialogNotFound(dialogId);
  }
  contactCenter.requestOnCall(caller.id, requestId, () =>
    contactCenter.switchboard.supervision.barge({ dialogId, agentId: caller.id, requestId }),
  );
  return ACCEPTED;
}

/** The agent under the number a supervisor names; one of the supervisor's own. */
function agentOf({ world }: ContactCenter, { caller, to }: NewDialog): Result<User> {
  if (caller.supervisedTeamIds.length === 0) {
    return unauthorizedRole(caller.id);
  }
  const agent = world.userAt(to);
  if (agent === undefined) {
    return refuse(400, 'Invalid Destination', { message: 'No agent has this extension', data: to });
  }
  if (!supervises(caller, agent.teamId)) {
    const message = 'The agent is in none of the teams of this supervisor';
    return refuse(401, 'Invalid Supervisor', { message, data: agent.id });
  }
  return done(agent);
}
