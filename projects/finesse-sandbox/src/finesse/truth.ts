import type { AgentState } from './agent-state';
import type { DialogState, ParticipantState } from './dialog';
import type { QueueStatistics } from './queue';
import type { TaskState } from './task';

/** The contact centre as it is, in the form `GET truth` answers. */
export interface Truth {
  /** Everybody with the role Agent, supervisors included. */
  readonly agents: readonly TrueAgent[];
  readonly queues: readonly TrueQueue[];
  readonly dialogs: readonly TrueDialog[];
  /** Nonvoice tasks, those that wait included. */
  readonly tasks: readonly TrueTask[];
  /** How many notifications each node has had. */
  readonly published: Readonly<Record<string, number>>;
}

export interface TrueAgent {
  readonly id: string;
  readonly state: AgentState;
  /** ISO time, or empty before the first change. */
  readonly stateChangeTime: string;
  /** -1 when the state wants a reason and none was given, `null` in states that have none. */
  readonly reasonCodeId: number | null;
  readonly pendingState: string;
  readonly extension: string;
  readonly teamId: string;
  readonly dialogs: readonly string[];
}

export interface TrueQueue {
  readonly id: string;
  readonly name: string;
  /** As Finesse tells them: taken every 10 s, not at the moment of asking. */
  readonly statistics: QueueStatistics;
  /** Dialogs that wait for an agent right now. */
  readonly waiting: readonly string[];
}

export interface TrueTask {
  readonly id: string;
  readonly mediaId: string;
  readonly state: TaskState;
  /** `null` while it waits for an agent. */
  readonly agentId: string | null;
}

export interface TrueDialog {
  readonly id: string;
  readonly state: DialogState;
  readonly fromAddress: string;
  readonly toAddress: string;
  readonly queueId: string | null;
  readonly participants: readonly {
    readonly mediaAddress: string;
    readonly state: ParticipantState;
  }[];
}
