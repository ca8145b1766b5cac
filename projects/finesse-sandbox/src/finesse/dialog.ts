/** The state of a voice dialog. */
export type DialogState = 'INITIATING' | 'INITIATED' | 'ALERTING' | 'ACTIVE' | 'FAILED' | 'DROPPED';

/** The state of one party in a dialog. */
export type ParticipantState =
  'INITIATING' | 'INITIATED' | 'ALERTING' | 'ACTIVE' | 'HELD' | 'DROPPED' | 'FAILED' | 'WRAP_UP';

/** What kind of call it is, as far as the sandbox makes them. */
export type CallType =
  | 'ACD_IN'
  | 'OTHER_IN'
  | 'AGENT_INSIDE'
  | 'OUT'
  | 'CONSULT'
  | 'TRANSFER'
  | 'CONFERENCE'
  | 'SUPERVISOR_MONITOR';

/** One party. Agents are known by their id, outsiders by their number alone. */
export interface Participant {
  readonly mediaAddress: string;
  readonly agentId?: string;
  /** The phone of an agent who is not told of the dialog: the one whom a supervisor listens to. */
  readonly isSilent?: boolean;
  readonly startTime: number;
  readonly state: ParticipantState;
  readonly stateCause: '' | 'BUSY' | 'BAD_DESTINATION';
  readonly stateChangeTime: number;
  /** Whether the party is held here and talks in the other half of a consultation: transfer and conference are open. */
  readonly canMerge?: boolean;
  /** Whether the party came in by barging, and so may drop the others. */
  readonly hasBarged?: boolean;
}

/** A named value that travels with a call. */
export interface CallVariable {
  readonly name: string;
  readonly value: string;
}

/** A voice call. Never changed in place: every change makes a new one. */
export interface Dialog {
  readonly id: string;
  readonly fromAddress: string;
  readonly toAddress: string;
  readonly dialedNumber: string;
  readonly callType: CallType;
  readonly queueId?: string;
  readonly queueName?: string;
  /** The call a consultation or a silent monitor is about; empty for any other. */
  readonly associatedId: string;
  /** The call that was merged into this one by a transfer or a conference; else empty. */
  readonly secondaryId: string;
  /** The agent who made the call a conference; empty while it is none. */
  readonly controllerId: string;
  readonly wrapUpReason: string;
  readonly variables: readonly CallVariable[];
  readonly state: DialogState;
  readonly startTime: number;
  readonly participants: readonly Participant[];
}

/** Whether this party still is in the call. */
export function isLive({ state }: Participant): boolean {
  return state !== 'DROPPED' && state !== 'WRAP_UP';
}

/** Whether the call came over a queue, and so is wrapped up: whatever it has become since. */
export function isQueueCall({ queueId, callType }: Dialog): boolean {
  return queueId !== undefined && ['ACD_IN', 'TRANSFER', 'CONFERENCE'].includes(callType);
}
