import type { CallVariable } from './dialog';
import type { Medium } from './medium';

/** The state of a nonvoice task, as its dialog tells it. */
export type TaskState = 'OFFERED' | 'ACCEPTED' | 'ACTIVE' | 'PAUSED' | 'WRAPPING_UP' | 'CLOSED';

/** What an agent can do with a task. */
export type TaskAction = 'ACCEPT' | 'START' | 'PAUSE' | 'RESUME' | 'WRAP_UP' | 'CLOSE' | 'TRANSFER';

/** A nonvoice task: a chat, a letter. Never changed in place. */
export interface Task {
  /** With underscores, which the ids of calls have not. */
  readonly id: string;
  readonly medium: Medium;
  readonly variables: readonly CallVariable[];
  readonly state: TaskState;
  /** Whose it is; `undefined` while it waits for somebody. */
  readonly agentId: string | undefined;
  readonly startTime: number;
  readonly stateChangeTime: number;
}

/** Where each action leads, by the state it is allowed in. A task that is passed on is offered to somebody else. */
export const TASK_STEPS: Readonly<Record<TaskState, Partial<Record<TaskAction, TaskState>>>> = {
  OFFERED: { ACCEPT: 'ACCEPTED' },
  ACCEPTED: { START: 'ACTIVE', CLOSE: 'CLOSED', TRANSFER: 'OFFERED' },
  ACTIVE: { PAUSE: 'PAUSED', WRAP_UP: 'WRAPPING_UP', CLOSE: 'CLOSED', TRANSFER: 'OFFERED' },
  PAUSED: { RESUME: 'ACTIVE', WRAP_UP: 'WRAPPING_UP', CLOSE: 'CLOSED', TRANSFER: 'OFFERED' },
  WRAPPING_UP: { CLOSE: 'CLOSED' },
  CLOSED: {},
};

const ACTIONS: readonly TaskAction[] = [
  'ACCEPT',
  'START',
  'PAUSE',
  'RESUME',
  'WRAP_UP',
  'CLOSE',
  'TRANSFER',
];

/** The action of this name. */
export function readTaskAction(word: string): TaskAction | undefined {
  return ACTIONS.find((action) => action === word);
}
