import type { AgentState, RequestableState } from './agent-state';

/** What a user may do. */
export type Role = 'Agent' | 'Supervisor' | 'Administrator';

/** How a mobile agent is reached. */
export interface MobileAgent {
  readonly mode: 'CALL_BY_CALL' | 'NAILED_CONNECTION';
  readonly dialNumber: string;
}

/** A user of Finesse. Never changed in place: every change makes a new one. */
export interface User {
  /** The login id: key of REST, of nodes and of the JID. */
  readonly id: string;
  readonly loginName: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly roles: readonly Role[];
  /** Empty for the administrator, who is in no team. */
  readonly teamId: string;
  /** Teams this user supervises. */
  readonly supervisedTeamIds: readonly string[];
  readonly queueIds: readonly string[];
  readonly state: AgentState;
  /** Milliseconds since 1970; `undefined` until the first change. */
  readonly stateChangeTime: number | undefined;
  /** What the agent becomes once the call is over. */
  readonly pendingState: Exclude<RequestableState, 'LOGIN'> | '';
  readonly pendingReasonCodeId: number | null;
  /** -1: none given; `null`: the state has none. */
  readonly reasonCodeId: number | null;
  /** Empty when signed out. */
  readonly extension: string;
  /** Set while the agent works with a phone elsewhere (UCCE). */
  readonly mobileAgent: MobileAgent | null;
  /** What the agent was before the call, which decides what follows it. */
  readonly stateBeforeCall: AgentState;
  readonly dialogIds: readonly string[];
  /** Whether the agent is on a call that did not come over a queue without leaving NOT_READY (UCCX). */
  readonly isMediaBusy: boolean;
}

/** Whether this user answers calls, and so has a state. */
export function isAgent(user: User): boolean {
  return user.roles.includes('Agent');
}
