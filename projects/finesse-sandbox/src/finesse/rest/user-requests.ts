import { userNode } from 'finesse-tunnel/protocol';
import { maySupervisorMakeNotReady, type StateRequest } from '../agent-transitions';
import type { Device } from '../agent-desk';
import { isAgentState } from '../agent-state';
import type { ContactCenter } from '../contact-center';
import { done, refuse, type Result } from '../finesse-error';
import { supervises } from '../permissions';
import { isAgent, type User } from '../user';
import {
  badRequest,
  invalidInput,
  invalidUser,
  parameterMissing,
  unauthorizedRole,
  userNotFound,
} from './api-errors';
import type { ApiCall } from './api-call';
import { type BodyElement, childOf, textOf } from './xml-body';

const ACCEPTED = done(undefined);

/** PUT User: signing in, and every change of state. What passes here is accepted; the rest is told by notification. */
export function putUser(contactCenter: ContactCenter, call: ApiCall): Result {
  const { body } = call;
  if (body?.name !== 'User') {
    return badRequest('The body must be a User element');
  }
  const target = contactCenter.user(call.id);
  if (target === undefined) {
    return userNotFound();
  }
  const state = textOf(body, 'state');
  if (state === undefined) {
    return parameterMissing('state');
  }
  switch (state) {
    case 'LOGIN':
      return signIn(contactCenter, call, { target, body });
    case 'READY':
    case 'NOT_READY':
    case 'LOGOUT':
      return changeState(contactCenter, call, { target, body, state });
    default:
      return isAgentState(state)
        ? refuse(400, 'Invalid State', { message: 'No user can ask for this state', data: state })
        : invalidInput('state', `Unknown state ${state}`);
  }
}

function signIn(
  contactCenter: ContactCenter,
  { caller, requestId }: ApiCall,
  { target, body }: { readonly target: User; readonly body: BodyElement },
): Result {
  if (caller.id !== target.id) {
    return invalidUser(caller.id);
  }
  if (!isAgent(target)) {
    return unauthorizedRole(caller.id);
  }
  const extension = textOf(body, 'extension');
  if (extension === undefined) {
    return parameterMissing('extension');
  }
  const mobileAgent = childOf(body, 'mobileAgent');
  if (mobileAgent !== undefined) {
    return signInMobile(contactCenter, { userId: target.id, requestId, mobileAgent, extension });
  }
  contactCenter.requestSignIn(target.id, { extension }, requestId);
  return ACCEPTED;
}

function signInMobile(
  contactCenter: ContactCenter,
  request: {
    readonly userId: string;
    readonly requestId: string;
    readonly mobileAgent: BodyElement;
    readonly extension: string;
  },
): Result {
  const mode = textOf(request.mobileAgent, 'mode');
  if (contactCenter.deployment === 'uccx') {
    return refuse(501, 'Not Implemented', { message: 'Mobile agents exist on Unified CCE only' });
  }
  if (mode !== 'CALL_BY_CALL' && mode !== 'NAILED_CONNECTION') {
    return invalidInput('mode');
  }
  const { userId, requestId, extension } = request;
  const dialNumber = textOf(request.mobileAgent, 'dialNumber');
  if (dialNumber === undefined) {
    return parameterMissing('dialNumber');
  }
  if (contactCenter.hasQuirk('no-mobile-agents')) {
    contactCenter.failLater(userNode(userId), requestId, refuse(400, 'Mode Not Allowed').error);
  } else {
    const device: Device = { extension, mobileAgent: { mode, dialNumber } };
    contactCenter.requestSignIn(userId, device, requestId);
  }
  return ACCEPTED;
}

interface StateChange {
  readonly target: User;
  readonly body: BodyElement;
  readonly state: StateRequest;
}

function changeState(contactCenter: ContactCenter, call: ApiCall, change: StateChange): Result {
  const { caller, requestId } = call;
  const { target, state } = change;
  const reasonText = textOf(change.body, 'reasonCodeId');
  if (caller.id === target.id) {
    const reason = readReason(contactCenter, change, reasonText);
    if (!reason.ok) {
      return reason;
    }
    const reasonPart = reason.value === undefined ? {} : { reasonCodeId: reason.value };
    contactCenter.requestState(target.id, { state, by: 'self', requestId, ...reasonPart });
    return ACCEPTED;
  }
  if (caller.supervisedTeamIds.length === 0) {
    return invalidUser(caller.id);
  }
  if (!supervises(caller, target.teamId)) {
    const message = 'The agent is in none of the teams of this supervisor';
    return refuse(401, 'Invalid Supervisor', { message, data: target.id });
  }
  if (reasonText !== undefined) {
    return invalidInput('reasonCodeId', 'A supervisor gives no reason code');
  }
  if (state === 'NOT_READY' && !maySupervisorMakeNotReady(target.state)) {
    const message = `Not allowed while the agent is ${target.state}`;
    return refuse(401, 'Invalid State', { message, data: state });
  }
  contactCenter.requestState(target.id, { state, by: 'supervisor', requestId });
  return ACCEPTED;
}

/** Only codes of the right category that the agent's team has; -1 and none are the same. */
function readReason(
  { world }: ContactCenter,
  { state, target }: StateChange,
  text: string | undefined,
): Result<number | undefined> {
  if (text === undefined || text === '-1' || state === 'READY') {
    return done(undefined);
  }
  const offered = world.reasonCodes.offered(state, target.teamId);
  const code = offered.find(({ id }) => String(id) === text);
  return code === undefined
    ? invalidInput('reasonCodeId', `No reason code ${text} for ${state}`)
    : done(code.id);
}
