import type { ContactCenter } from '../contact-center';
import { invalidAction } from '../call-control';
import { DONE, done, refuse, type Result } from '../finesse-error';
import type { ApiCall } from './api-call';
import {
  badRequest,
  invalidInput,
  notImplemented,
  parameterMissing,
  unauthorizedRole,
} from './api-errors';
import { readVariables } from './call-variables';
import { type BodyElement, childOf, textOf } from './xml-body';

const ACCEPTED = done(undefined);

/** A request on a dialog, past its general checks. */
interface DialogCall {
  readonly contactCenter: ContactCenter;
  readonly body: BodyElement;
  /** What names the caller's place in the call. */
  readonly action: {
    readonly dialogId: string;
    readonly agentId: string;
    readonly requestId: string;
  };
  readonly extension: string;
}

/** Checks a request at once; what it returns does it, after CTI's moment. */
type Prepare = (call: DialogCall) => Result<() => Result<unknown>>;

/** A PUT on a dialog: everything a participant does to a call. */
export function putDialog(contactCenter: ContactCenter, call: ApiCall): Result {
  const { body, caller, id: dialogId, requestId } = call;
  if (body?.name !== 'Dialog') {
    return badRequest('The body must be a Dialog element');
  }
  const dialog = contactCenter.world.dialogs.get(dialogId);
  if (dialog === undefined) {
    return dialogNotFound(dialogId);
  }
  const name = textOf(body, 'requestedAction');
  if (name === undefined) {
    return parameterMissing('requestedAction');
  }
  if (!isPutAction(name)) {
    return invalidInput('requestedAction');
  }
  if (!dialog.participants.some(({ agentId }) => agentId === caller.id)) {
    return unauthorizedRole(caller.id);
  }
  const { extension } = caller;
  const action = { dialogId, agentId: caller.id, requestId };
  const prepared = PUT_ACTIONS[name]({ contactCenter, body, action, extension });
  if (!prepared.ok) {
    return prepared;
  }
  contactCenter.requestOnCall(caller.id, requestId, prepared.value);
  return ACCEPTED;
}

/** No such dialog, or no longer. */
export function dialogNotFound(id: string): Result<never> {
  return refuse(404, 'Dialog Not Found', { message: `${id} is an invalid dialogId`, data: id });
}

const PUT_ACTIONS = {
  ANSWER: own(({ contactCenter, action }) => contactCenter.switchboard.control.answer(action)),
  HOLD: own(({ contactCenter, action }) => contactCenter.switchboard.control.hold(action)),
  RETRIEVE: own(({ contactCenter, action }) => contactCenter.switchboard.control.retrieve(action)),
  DROP: own(({ contactCenter, action }) => contactCenter.switchboard.control.drop(action)),
  TRANSFER: own(({ contactCenter, action }) =>
    contactCenter.switchboard.consultations.transfer(action),
  ),
  CONFERENCE: own(({ contactCenter, action }) =>
    contactCenter.switchboard.consultations.conference(action),
  ),
  CONSULT_CALL: toward('consult'),
  TRANSFER_SST: toward('transferSingleStep'),
  SEND_DTMF: sendTones,
  UPDATE_CALL_DATA: updateCallData,
  PARTICIPANT_DROP: dropParticipant,
  START_RECORDING: startRecording,
  // Of the outbound dialler and of nonvoice tasks: no call here ever offers them.
  ACCEPT: never('ACCEPT'),
  REJECT: never('REJECT'),
  CLOSE: never('CLOSE'),
  RECLASSIFY: never('RECLASSIFY'),
  UPDATE_SCHEDULED_CALLBACK: never('UPDATE_SCHEDULED_CALLBACK'),
  CANCEL_SCHEDULED_CALLBACK: never('CANCEL_SCHEDULED_CALLBACK'),
} satisfies Record<string, Prepare>;

function isPutAction(action: string): action is keyof typeof PUT_ACTIONS {
  return Object.hasOwn(PUT_ACTIONS, action);
}

/** What an agent does with the own place in the call, which the request has to name. */
function own(act: (call: DialogCall) => Result): Prepare {
  return (call) => {
    const address = ownAddress(call);
    return address.ok ? done(() => act(call)) : address;
  };
}

function never(name: string): Prepare {
  return own(({ extension }) => invalidAction(name, extension));
}

function toward(act: 'consult' | 'transferSingleStep'): Prepare {
  return (call) => {
    const address = ownAddress(call);
    if (!address.ok) {
      return address;
    }
    const toAddress = textOf(call.body, 'toAddress');
    if (toAddress === undefined) {
      return parameterMissing('toAddress');
    }
    if (toAddress === call.extension) {
      const message = 'The user cannot call itself';
      return refuse(400, 'Invalid Destination', { message, data: toAddress });
    }
    const { consultations } = call.contactCenter.switchboard;
    return done(() => consultations[act]({ ...call.action, toAddress }));
  };
}

function ownAddress({ body, extension }: DialogCall): Result {
  const address = textOf(body, 'targetMediaAddress');
  if (address === undefined) {
    return parameterMissing('targetMediaAddress');
  }
  return address === extension ? DONE : invalidInput('targetMediaAddress');
}

function sendTones(call: DialogCall): ReturnType<Prepare> {
  const address = ownAddress(call);
  if (!address.ok) {
    return address;
  }
  const params = childOf(call.body, 'actionParams');
  const tones = params?.children.find((param) => textOf(param, 'name') === 'dtmfString');
  const digits = tones && textOf(tones, 'value');
  if (digits === undefined) {
    return parameterMissing('dtmfString');
  }
  return /^[\dA-D*#]{1,32}$/.test(digits)
    ? done(() => call.contactCenter.switchboard.control.sendTones(call.action))
    : invalidInput('dtmfString');
}

function updateCallData({ body, contactCenter, action }: DialogCall): ReturnType<Prepare> {
  const properties = childOf(body, 'mediaProperties');
  if (properties === undefined) {
    return parameterMissing('mediaProperties');
  }
  const variables = readVariables(body);
  const wrapUpReason = textOf(properties, 'wrapUpReason');
  const data = { variables, ...(wrapUpReason === undefined ? {} : { wrapUpReason }) };
  return done(() => {
    const dialog = contactCenter.world.dialogs.get(action.dialogId);
    if (dialog === undefined) {
      return dialogNotFound(action.dialogId);
    }
    contactCenter.switchboard.control.updateData(dialog, data, action.requestId);
    return DONE;
  });
}

/** Here the address is that of the party to drop. */
function dropParticipant({ body, contactCenter, action }: DialogCall): ReturnType<Prepare> {
  if (contactCenter.world.users.get(action.agentId)?.roles.includes('Supervisor') !== true) {
    return unauthorizedRole(action.agentId);
  }
  const address = textOf(body, 'targetMediaAddress');
  return address === undefined
    ? parameterMissing('targetMediaAddress')
    : done(() => contactCenter.switchboard.supervision.dropParticipant({ ...action, address }));
}

function startRecording(call: DialogCall): ReturnType<Prepare> {
  if (call.contactCenter.deployment === 'ucce') {
    return notImplemented('START_RECORDING');
  }
  const address = ownAddress(call);
  return address.ok
    ? done(() => call.contactCenter.switchboard.control.startRecording(call.action))
    : address;
}
