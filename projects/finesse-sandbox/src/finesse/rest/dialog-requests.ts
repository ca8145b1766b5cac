import type { CallAction } from '../call-control';
import type { ContactCenter } from '../contact-center';
import type { CallVariable, Dialog } from '../dialog';
import { DONE, done, refuse, type Result } from '../finesse-error';
import type { User } from '../user';
import type { ApiCall } from './api-call';
import {
  badRequest,
  invalidInput,
  invalidUser,
  notImplemented,
  parameterMissing,
  unauthorizedRole,
  userNotFound,
} from './api-errors';
import { type BodyElement, childOf, textOf } from './xml-body';

const ACCEPTED = done(undefined);
const POST_NOT_IMPLEMENTED = ['SILENT_MONITOR', 'BARGE_CALL'];
const PUT_NOT_IMPLEMENTED = [
  'CONSULT_CALL',
  'TRANSFER',
  'TRANSFER_SST',
  'CONFERENCE',
  'SEND_DTMF',
  'PARTICIPANT_DROP',
  'START_RECORDING',
  'ACCEPT',
  'REJECT',
  'CLOSE',
  'RECLASSIFY',
  'UPDATE_SCHEDULED_CALLBACK',
  'CANCEL_SCHEDULED_CALLBACK',
];

/** A POST on a user's dialogs: placing a call. */
export function postDialog(contactCenter: ContactCenter, call: ApiCall): Result {
  const { body, caller } = call;
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
  if (POST_NOT_IMPLEMENTED.includes(action)) {
    return notImplemented(action);
  }
  return action === 'MAKE_CALL'
    ? makeCall(contactCenter, call, body)
    : invalidInput('requestedAction');
}

function makeCall(contactCenter: ContactCenter, call: ApiCall, body: BodyElement): Result {
  const { caller, requestId } = call;
  const from = textOf(body, 'fromAddress');
  const to = textOf(body, 'toAddress');
  if (from === undefined || to === undefined) {
    return parameterMissing(from === undefined ? 'fromAddress' : 'toAddress');
  }
  if (caller.extension === '') {
    return refuse(400, 'Invalid State', { message: 'The user is signed out', data: caller.id });
  }
  if (from !== caller.extension) {
    return invalidInput('fromAddress', 'The extension is not that of the user');
  }
  if (to === from) {
    return refuse(400, 'Invalid Destination', { message: 'The user cannot call itself', data: to });
  }
  const variables = readVariables(body);
  if (contactCenter.deployment === 'uccx' && childOf(body, 'mediaProperties') !== undefined) {
    return invalidInput('mediaProperties', 'Unified CCX takes no call variables here');
  }
  contactCenter.requestOnCall(caller.id, requestId, () =>
    contactCenter.createDialog({ from, to, variables, requestId }),
  );
  return ACCEPTED;
}

/** A PUT on a dialog: everything a participant does to a call. */
export function putDialog(contactCenter: ContactCenter, call: ApiCall): Result {
  const { body, caller } = call;
  if (body?.name !== 'Dialog') {
    return badRequest('The body must be a Dialog element');
  }
  const dialog = contactCenter.world.dialogs.get(call.id);
  if (dialog === undefined) {
    return dialogNotFound(call.id);
  }
  const action = textOf(body, 'requestedAction');
  if (action === undefined) {
    return parameterMissing('requestedAction');
  }
  if (PUT_NOT_IMPLEMENTED.includes(action)) {
    return notImplemented(action);
  }
  if (!dialog.participants.some(({ agentId }) => agentId === caller.id)) {
    return unauthorizedRole(caller.id);
  }
  return act(contactCenter, call, { action, body });
}

/** No such dialog, or no longer. */
export function dialogNotFound(id: string): Result<never> {
  return refuse(404, 'Dialog Not Found', { message: `${id} is an invalid dialogId`, data: id });
}

function act(
  contactCenter: ContactCenter,
  call: ApiCall,
  { action, body }: { readonly action: string; readonly body: BodyElement },
): Result {
  if (action === 'UPDATE_CALL_DATA') {
    return updateCallData(contactCenter, call, body);
  }
  const { control } = contactCenter.switchboard;
  const perform = {
    ANSWER: (one: CallAction) => control.answer(one),
    HOLD: (one: CallAction) => control.hold(one),
    RETRIEVE: (one: CallAction) => control.retrieve(one),
    DROP: (one: CallAction) => control.drop(one),
  };
  if (!isKeyOf(perform, action)) {
    return invalidInput('requestedAction');
  }
  const { caller, id: dialogId, requestId } = call;
  const address = addressOf(caller, body);
  if (!address.ok) {
    return address;
  }
  contactCenter.requestOnCall(caller.id, requestId, () =>
    perform[action]({ dialogId, agentId: caller.id, requestId }),
  );
  return ACCEPTED;
}

function addressOf(caller: User, body: BodyElement): Result {
  const address = textOf(body, 'targetMediaAddress');
  if (address === undefined) {
    return parameterMissing('targetMediaAddress');
  }
  return address === caller.extension ? DONE : invalidInput('targetMediaAddress');
}

function updateCallData(contactCenter: ContactCenter, call: ApiCall, body: BodyElement): Result {
  const properties = childOf(body, 'mediaProperties');
  if (properties === undefined) {
    return parameterMissing('mediaProperties');
  }
  const variables = readVariables(body);
  const wrapUpReason = textOf(properties, 'wrapUpReason');
  const data = { variables, ...(wrapUpReason === undefined ? {} : { wrapUpReason }) };
  contactCenter.requestOnCall(call.caller.id, call.requestId, () => {
    const dialog: Dialog | undefined = contactCenter.world.dialogs.get(call.id);
    if (dialog === undefined) {
      return dialogNotFound(call.id);
    }
    contactCenter.switchboard.control.updateData(dialog, data, call.requestId);
    return DONE;
  });
  return ACCEPTED;
}

/** Call variables under either spelling that Finesse's documents use. */
function readVariables(body: BodyElement): readonly CallVariable[] {
  const properties = childOf(body, 'mediaProperties') ?? body;
  const list = childOf(properties, 'callvariables') ?? childOf(properties, 'callVariables');
  return (list?.children ?? []).flatMap((child) => {
    const name = textOf(child, 'name');
    return name === undefined ? [] : [{ name, value: textOf(child, 'value') ?? '' }];
  });
}

function isKeyOf<T extends object>(record: T, key: string): key is keyof T & string {
  return Object.hasOwn(record, key);
}
