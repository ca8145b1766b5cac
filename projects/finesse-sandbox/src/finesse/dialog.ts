/** The state of a voice dialog. */
export type DialogState = 'INITIATING' | 'INITIATED' | 'ALERTING' | 'ACTIVE' | 'FAILED' | 'DROPPED';

/** The state of one party in a dialog. */
export type ParticipantState =
  'INITIATING' | 'INITIATED' | 'ALERTING' | 'ACTIVE' | 'HELD' | 'DROPPED' | 'FAILED' | 'WRAP_UP';

/** What kind of call it is, as far as the sandbox makes them. */
export type CallType = 'ACD_IN' | 'OTHER_IN' | 'AGENT_INSIDE' | 'OUT';

/** One party. Agents are known by their id, outsiders by their number alone. */
export interface Participant {
  readonly mediaAddress: string;
  readonly agentId?: string;
  readonly startTime: number;
  readonly state: ParticipantState;
  readonly stateCause: '' | 'BUSY' | 'BAD_DESTINATION';
  readonly stateChangeTime: number;
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
  readonly wrapUpReason: string;
  readonly variables: readonly CallVariable[];
  readonly state: DialogState;
  readonly startTime: number;
  readonly participants: readonly Participant[];
}
