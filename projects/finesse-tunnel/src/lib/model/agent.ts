import type { Device } from './device';
import type { Extra } from './extra';
import type { OpenWord } from './open-word';
import type { ReasonCode } from './reason-code';
import type { TeamReference } from './team';

/** What an agent is doing. The last four are states in a nonvoice channel. Any may follow any in a failover. */
export type AgentState = OpenWord<
  | 'LOGOUT'
  | 'LOGIN'
  | 'NOT_READY'
  | 'READY'
  | 'RESERVED'
  | 'RESERVED_OUTBOUND'
  | 'RESERVED_OUTBOUND_PREVIEW'
  | 'TALKING'
  | 'HOLD'
  | 'WORK'
  | 'WORK_READY'
  | 'UNKNOWN'
  | 'ACTIVE'
  | 'PAUSED'
  | 'INTERRUPTED'
  | 'NOT_ACTIVE'
>;

/** What an agent may do. */
export type AgentRole = OpenWord<'Agent' | 'Supervisor' | 'Administrator'>;

/** When an agent gets time for wrap-up after a call. */
export type WrapUpSetting = OpenWord<
  'REQUIRED' | 'REQUIRED_WITH_WRAP_UP_DATA' | 'OPTIONAL' | 'NOT_ALLOWED' | ''
>;

/** What an administrator configured for an agent. */
export interface AgentSettings {
  readonly wrapUpOnIncoming?: WrapUpSetting;
  readonly wrapUpOnOutgoing?: WrapUpSetting;
  readonly deviceSelection?: string;
  readonly extra?: Extra;
}

/** How an agent without a desk telephone is reached; CCE only. */
export interface MobileAgent {
  readonly mode?: OpenWord<'CALL_BY_CALL' | 'NAILED_CONNECTION' | ''>;
  readonly dialNumber?: string;
  readonly extra?: Extra;
}

/**
 * An agent as far as one message tells: what the API calls `User`.
 *
 * A field that is absent was not told, so an earlier value stays; an empty string was told to be empty.
 * The API does not follow that rule for `reasonCode`, see `mergeAgent`.
 */
export interface Agent {
  /** `loginId`, the key everywhere, in the case the server uses. */
  readonly id: string;
  readonly uri?: string;
  readonly loginName?: string;
  readonly firstName?: string;
  readonly lastName?: string;
  readonly roles?: readonly AgentRole[];
  readonly state?: AgentState;
  /** Milliseconds since 1970 on the server's clock. Absent until the first state is known. */
  readonly stateChangeTime?: number;
  /** The state that follows the call; empty when none is pending. */
  readonly pendingState?: AgentState;
  /** Database id of the reason; -1 when it has none. */
  readonly reasonCodeId?: number;
  /** `null`: told, and there is none. */
  readonly reasonCode?: ReasonCode | null;
  readonly settings?: AgentSettings;
  /** Empty when signed out; on CCX perhaps an E.164 number. */
  readonly extension?: string;
  readonly mobileAgent?: MobileAgent;
  /** `1` for voice. */
  readonly mediaType?: string;
  /** The URI of the agent's dialogs. */
  readonly dialogsUri?: string;
  /** The team the agent works in. */
  readonly teamId?: string;
  readonly teamName?: string;
  /** The teams a supervisor watches over. */
  readonly teams?: readonly TeamReference[];
  readonly wrapUpTimerSeconds?: number;
  readonly skillTargetId?: string;
  readonly activeDeviceId?: string;
  readonly devices?: readonly Device[];
  /** CCX only: `BUSY` during a manual outbound call from NOT_READY. */
  readonly mediaState?: OpenWord<'BUSY' | 'IDLE' | ''>;
  readonly extra?: Extra;
}
