import type { Extra } from './extra';

/** Counts of one queue. -1 in all of them: the queue is assigned to nobody. CCE only. */
export interface QueueStatistics {
  readonly callsInQueue?: number;
  /** Milliseconds since 1970 on the server's clock. Absent when nobody waits. */
  readonly startTimeOfLongestCallInQueue?: number;
  readonly agentsReady?: number;
  readonly agentsNotReady?: number;
  readonly agentsBusyOther?: number;
  readonly agentsLoggedOn?: number;
  readonly agentsTalkingInbound?: number;
  readonly agentsTalkingOutbound?: number;
  readonly agentsTalkingInternal?: number;
  readonly agentsWrapUpNotReady?: number;
  readonly agentsWrapUpReady?: number;
  readonly extra?: Extra;
}

/** A queue. A DELETE tells only where it was. */
export interface Queue {
  /** Taken from the URI where the server leaves it out. */
  readonly id: string;
  readonly uri?: string;
  readonly name?: string;
  /** Always told as a whole: replace, don't merge. */
  readonly statistics?: QueueStatistics;
  readonly extra?: Extra;
}
