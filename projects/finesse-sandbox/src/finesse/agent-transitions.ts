import type { AgentState } from './agent-state';
import type { Deployment } from './deployment';
import { type FinesseError, refuse } from './finesse-error';

/** The states a request may name for somebody who is signed in or out. */
export type StateRequest = 'READY' | 'NOT_READY' | 'LOGOUT';

/** Who asks: the agent, or a supervisor of the agent's team. */
export type Requester = 'self' | 'supervisor';

/** What comes of a request: at once, after the call, nothing to do, or refused with this error. */
export type Outcome = 'now' | 'after-call' | 'as-it-is' | FinesseError;

/** The facts a decision rests on. */
export interface RequestCase {
  readonly deployment: Deployment;
  readonly state: AgentState;
  readonly pendingState: StateRequest | '';
  readonly isMediaBusy: boolean;
  readonly requested: StateRequest;
  readonly by: Requester;
}

type Table = Readonly<Record<AgentState, readonly AgentState[]>>;

const AFTER_CALL = ['READY', 'NOT_READY', 'WORK', 'WORK_READY', 'LOGOUT'] as const;

const LEGAL: Readonly<Record<Deployment, Table>> = {
  ucce: {
    LOGOUT: ['NOT_READY'],
    NOT_READY: ['LOGOUT', 'READY', 'NOT_READY', 'TALKING'],
    READY: [
      'NOT_READY',
      'RESERVED',
      'RESERVED_OUTBOUND',
      'RESERVED_OUTBOUND_PREVIEW',
      'LOGOUT', // by a supervisor only
    ],
    RESERVED: ['READY', 'TALKING', 'LOGOUT'],
    RESERVED_OUTBOUND: ['READY', 'NOT_READY', 'TALKING', 'LOGOUT'],
    RESERVED_OUTBOUND_PREVIEW: ['READY', 'NOT_READY', 'TALKING', 'LOGOUT'],
    TALKING: ['HOLD', ...AFTER_CALL],
    HOLD: ['TALKING', ...AFTER_CALL],
    WORK: ['READY', 'NOT_READY', 'LOGOUT'],
    WORK_READY: ['READY', 'NOT_READY', 'LOGOUT'],
    UNKNOWN: [],
  },
  uccx: {
    LOGOUT: ['NOT_READY'],
    NOT_READY: ['LOGOUT', 'READY', 'NOT_READY'],
    READY: ['NOT_READY', 'RESERVED', 'RESERVED_OUTBOUND', 'RESERVED_OUTBOUND_PREVIEW', 'LOGOUT'],
    RESERVED: ['READY', 'NOT_READY', 'TALKING', 'LOGOUT'],
    RESERVED_OUTBOUND: ['READY', 'TALKING', 'LOGOUT'],
    RESERVED_OUTBOUND_PREVIEW: ['READY', 'TALKING', 'LOGOUT'],
    TALKING: ['READY', 'NOT_READY', 'WORK', 'LOGOUT'],
    HOLD: [],
    WORK: ['READY', 'NOT_READY', 'LOGOUT'],
    WORK_READY: [],
    UNKNOWN: [],
  },
};

/** Whether an agent may go from one state to the next without a fault in the contact centre itself. */
export function isLegalTransition(
  deployment: Deployment,
  from: AgentState,
  to: AgentState,
): boolean {
  return LEGAL[deployment][from].includes(to);
}

const invalidState = (data: string, message: string): FinesseError =>
  refuse(400, 'Invalid State', { data, message }).error;
const WRONG_STATE = invalidState('22', 'CF_INVALID_OBJECT_STATE');
const STILL_SIGNED_OUT: Readonly<Record<Deployment, FinesseError>> = {
  ucce: invalidState('257', 'CF_INVALID_PASSWORD_SPECIFIED'),
  uccx: invalidState('1010', 'CF_INVALID_PARAMETER'),
};
const WRONG_WORK_MODE = invalidState('265', 'CF_INVALID_AGENT_WORKMODE');
const BUSY = invalidState('33', 'CF_RESOURCE_BUSY');

/** Decides what the contact centre makes of a request; refusals reach the client as a notification. */
export function decideRequest(request: RequestCase): Outcome {
  if (request.by === 'supervisor' && request.requested === 'LOGOUT') {
    return decideSignOutBySupervisor(request.state);
  }
  switch (request.state) {
    case 'LOGOUT':
      return decideSignedOut(request);
    case 'NOT_READY':
      return request.isMediaBusy && request.requested === 'READY' ? BUSY : 'now';
    case 'READY':
      return decideReady(request);
    case 'RESERVED_OUTBOUND':
    case 'RESERVED_OUTBOUND_PREVIEW':
      return decideReservedOutbound(request);
    case 'TALKING':
    case 'HOLD':
      return decideInCall(request);
    case 'WORK':
    case 'WORK_READY':
      return request.requested === 'LOGOUT' ? WRONG_STATE : 'now';
    case 'RESERVED':
    case 'UNKNOWN':
      return WRONG_STATE;
  }
}

/** From where a supervisor may send an agent to NOT_READY; anything else is refused at once. */
export function maySupervisorMakeNotReady(state: AgentState): boolean {
  return state === 'READY' || state === 'WORK' || state === 'WORK_READY';
}

function decideSignedOut({ deployment, requested }: RequestCase): Outcome {
  if (requested === 'LOGOUT') {
    return 'as-it-is';
  }
  return requested === 'READY' ? WRONG_STATE : STILL_SIGNED_OUT[deployment];
}

function decideReady({ deployment, requested }: RequestCase): Outcome {
  if (requested === 'READY') {
    return 'as-it-is';
  }
  return requested === 'LOGOUT' && deployment === 'ucce' ? WRONG_STATE : 'now';
}

function decideReservedOutbound({ deployment, state, requested }: RequestCase): Outcome {
  if (deployment === 'uccx' || requested !== 'NOT_READY') {
    return WRONG_STATE;
  }
  return state === 'RESERVED_OUTBOUND' ? 'now' : 'after-call';
}

function decideInCall({ deployment, requested, pendingState }: RequestCase): Outcome {
  if (deployment === 'ucce') {
    return 'after-call';
  }
  if (requested === 'LOGOUT') {
    return WRONG_STATE;
  }
  // UCCX knows no pending READY, and one pending NOT_READY a call.
  return requested === 'READY' || pendingState === 'NOT_READY' ? WRONG_WORK_MODE : 'after-call';
}

function decideSignOutBySupervisor(state: AgentState): Outcome {
  switch (state) {
    case 'LOGOUT':
      return 'as-it-is';
    case 'RESERVED':
    case 'RESERVED_OUTBOUND_PREVIEW':
    case 'TALKING':
    case 'HOLD':
      return 'after-call';
    case 'UNKNOWN':
      return WRONG_STATE;
    case 'NOT_READY':
    case 'READY':
    case 'RESERVED_OUTBOUND':
    case 'WORK':
    case 'WORK_READY':
      return 'now';
  }
}
