/** A queue (skill group) and who serves it. */
export interface Queue {
  readonly id: string;
  readonly name: string;
  /** The number callers dial. */
  readonly dialedNumber: string;
  readonly agentIds: readonly string[];
}

/** Figures of one queue at one moment. Every number is -1 when nobody serves the queue. */
export interface QueueStatistics {
  readonly callsInQueue: number;
  /** ISO time without milliseconds; empty when nobody waits. */
  readonly startTimeOfLongestCallInQueue: string;
  readonly agentsReady: number;
  readonly agentsNotReady: number;
  readonly agentsBusyOther: number;
  readonly agentsLoggedOn: number;
  readonly agentsTalkingInbound: number;
  readonly agentsTalkingOutbound: number;
  readonly agentsTalkingInternal: number;
  readonly agentsWrapUpNotReady: number;
  readonly agentsWrapUpReady: number;
}
