import type { Extra } from './extra';
import type { OpenWord } from './open-word';

/** The state of a whole dialog; the words from `OFFERED` on are for nonvoice tasks. */
export type DialogState = OpenWord<
  | 'INITIATING'
  | 'INITIATED'
  | 'ALERTING'
  | 'ACTIVE'
  | 'FAILED'
  | 'DROPPED'
  | 'ACCEPTED'
  | 'OFFERED'
  | 'PAUSED'
  | 'WRAPPING_UP'
  | 'INTERRUPTED'
  | 'CLOSED'
  | 'UNKNOWN'
>;

/** The state of one party to a dialog. */
export type ParticipantState = OpenWord<
  | 'INITIATING'
  | 'INITIATED'
  | 'ALERTING'
  | 'ACTIVE'
  | 'HELD'
  | 'DROPPED'
  | 'FAILED'
  | 'WRAP_UP'
  | 'ACCEPTED'
>;

/** What a party may ask for next. Lists of outside parties are not to be trusted. */
export type DialogAction = OpenWord<
  | 'MAKE_CALL'
  | 'ANSWER'
  | 'HOLD'
  | 'RETRIEVE'
  | 'DROP'
  | 'UPDATE_CALL_DATA'
  | 'SEND_DTMF'
  | 'CONSULT_CALL'
  | 'CONFERENCE'
  | 'TRANSFER'
  | 'TRANSFER_SST'
  | 'SILENT_MONITOR'
  | 'BARGE_CALL'
  | 'PARTICIPANT_DROP'
  | 'START_RECORDING'
  | 'ACCEPT'
  | 'CLOSE'
  | 'REJECT'
  | 'RECLASSIFY'
  | 'UPDATE_SCHEDULED_CALLBACK'
  | 'CANCEL_SCHEDULED_CALLBACK'
  | 'START'
  | 'PAUSE'
  | 'RESUME'
  | 'WRAP_UP'
>;

/** How a call came about. */
export type CallType = OpenWord<
  | 'ACD_IN'
  | 'PREROUTE_ACD_IN'
  | 'PREROUTE_DIRECT_AGENT'
  | 'TRANSFER'
  | 'OTHER_IN'
  | 'OUT'
  | 'OVERFLOW_IN'
  | 'AUTO_OUT'
  | 'AGENT_OUT'
  | 'AGENT_INSIDE'
  | 'ASSIST_CALL'
  | 'BARGE_IN_CONSULT'
  | 'CONSULT'
  | 'CONFERENCE'
  | 'EMERGENCY'
  | 'SUPERVISOR_MONITOR'
  | 'OUTBOUND'
  | 'OUTBOUND_PREVIEW'
  | 'OUTBOUND_DIRECT_PREVIEW'
  | 'OUTBOUND_CALLBACK'
  | ''
>;

/** One party to a dialog. */
export interface Participant {
  /** An extension or an outside number; what participants are told apart by. */
  readonly mediaAddress?: string;
  /** Empty for outsiders. */
  readonly mediaAddressType?: OpenWord<'AGENT_DEVICE' | ''>;
  /** Milliseconds since 1970 on the server's clock. */
  readonly startTime?: number;
  readonly state?: ParticipantState;
  /** Empty, or why a call failed. */
  readonly stateCause?: OpenWord<
    'BUSY' | 'BAD_DESTINATION' | 'OTHER' | 'DEVICE_RESOURCE_NOT_AVAILABLE' | ''
  >;
  /** Milliseconds since 1970 on the server's clock. */
  readonly stateChangeTime?: number;
  readonly actions?: readonly DialogAction[];
  readonly extra?: Extra;
}

/** Data that travels with a call: callVariable1 to 10 and named ECC variables such as `user.ticket[0]`. */
export interface CallVariable {
  readonly name: string;
  /** Exactly as set; often empty. */
  readonly value: string;
  readonly extra?: Extra;
}

/** What is known about the call or task itself. */
export interface MediaProperties {
  /** `1` for voice. */
  readonly mediaId?: string;
  readonly dialedNumber?: string;
  readonly callType?: CallType;
  readonly dnis?: string;
  readonly outboundClassification?: string;
  readonly queueNumber?: string;
  readonly queueName?: string;
  readonly callKeyCallId?: string;
  readonly callKeySequenceNum?: string;
  readonly callKeyPrefix?: string;
  readonly wrapUpReason?: string;
  readonly wrapUpItems?: readonly string[];
  readonly callVariables?: readonly CallVariable[];
  readonly extra?: Extra;
}

/** When a customer wants to be called back. */
export interface ScheduledCallbackInfo {
  /** As written: the server tells no zone. */
  readonly callbackTime?: string;
  readonly callbackNumber?: string;
  readonly extra?: Extra;
}

/** A call or a nonvoice task. A field that is absent was not told. */
export interface Dialog {
  /** Digits for voice; ids of nonvoice tasks contain underscores. */
  readonly id: string;
  readonly uri?: string;
  /** The dialog this one consults about or listens to; often empty. */
  readonly associatedDialogUri?: string;
  /** The id of the call that ended in a transfer or conference, told by the surviving one. */
  readonly secondaryId?: string;
  /** `Voice`, or the name of a media routing domain. */
  readonly mediaType?: string;
  readonly fromAddress?: string;
  readonly toAddress?: string;
  readonly callbackNumber?: string;
  readonly state?: DialogState;
  readonly mediaProperties?: MediaProperties;
  readonly participants?: readonly Participant[];
  readonly scheduledCallbackInfo?: ScheduledCallbackInfo;
  readonly extra?: Extra;
}
