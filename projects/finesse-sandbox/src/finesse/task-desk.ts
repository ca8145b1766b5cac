import type { Desk } from './agent-desk';
import { invalidAction } from './call-control';
import type { CallVariable } from './dialog';
import { DONE, done, refuse, type Result } from './finesse-error';
import type { MediaDesk } from './media-desk';
import { type AgentMedium, MEDIA, type MediaState } from './medium';
import { type Task, type TaskAction, TASK_STEPS, type TaskState } from './task';
import { TaskBook } from './task-book';
import type { User } from './user';

/** A task that arrives. */
export interface TaskRequest {
  readonly mediumId: string;
  /** For this agent and no other, whatever the agent's state. */
  readonly agentId?: string;
  readonly variables?: readonly CallVariable[];
}

/** What an agent does with a task. */
export interface TaskWish {
  readonly taskId: string;
  readonly agentId: string;
  readonly action: TaskAction;
}

// How long an offered task waits for its agent before it goes to another one.
const ACCEPT_WITHIN_MS = 30_000;

/** What the busiest of several tasks makes of the agent's state in the medium, the busiest first. */
const WORKLOAD: readonly (readonly [TaskState, MediaState])[] = [
  ['ACTIVE', 'ACTIVE'],
  ['ACCEPTED', 'ACTIVE'],
  ['OFFERED', 'RESERVED'],
  ['PAUSED', 'PAUSED'],
  ['WRAPPING_UP', 'WORK'],
];

/** Nonvoice tasks: each comes by itself, goes to whoever is ready in its medium, and is worked on by that one agent. */
export class TaskDesk {
  private readonly book: TaskBook;

  constructor(
    private readonly desk: Desk,
    private readonly media: MediaDesk,
  ) {
    this.book = new TaskBook(desk);
    media.stateOfTasks = (medium) => this.stateOf(medium);
    media.onWanted = (medium) => {
      this.wanted(medium);
    };
  }

  /** The tasks of an agent, in all media. */
  of(userId: string): readonly Task[] {
    return [...this.desk.world.tasks.values()].filter(({ agentId }) => agentId === userId);
  }

  /** A task arrives; it waits when nobody is ready. The value is its id. */
  arrive({ mediumId, agentId, variables = [] }: TaskRequest): Result<string> {
    const medium = MEDIA.find(({ id }) => id === mediumId);
    if (medium === undefined) {
      return refuse(404, 'Not Found', { message: 'UNKNOWN_MRD', data: mediumId });
    }
    const agent = agentId === undefined ? undefined : this.media.get({ userId: agentId, mediumId });
    if (agent?.wanted === 'LOGOUT') {
      const message = 'The agent is not signed in to this medium';
      return refuse(400, 'Invalid State', { message, data: agent.userId });
    }
    const task = this.book.open(medium, variables);
    if (agent === undefined) {
      this.route(mediumId);
    } else {
      this.offer(task, agent.userId);
    }
    return done(task.id);
  }

  /** Does what an agent asks, when the task's state allows it. */
  act({ taskId, agentId, action }: TaskWish): Result {
    const task = this.book.get(taskId);
    const medium = task && this.media.get({ userId: agentId, mediumId: task.medium.id });
    const next = task && TASK_STEPS[task.state][action];
    if (task?.agentId !== agentId || next === undefined || medium?.state === 'INTERRUPTED') {
      const { error } = invalidAction(action, agentId);
      return { ok: false, error: { ...error, ...(task && { errorMedia: task.medium.id }) } };
    }
    if (next === 'CLOSED') {
      this.close(task);
    } else if (next === 'OFFERED') {
      this.passOn(task);
    } else {
      this.book.change(task, next);
      this.settle(task);
    }
    return DONE;
  }

  /** The customer goes. */
  end(taskId: string): Result {
    const task = this.book.get(taskId);
    if (task === undefined) {
      return refuse(404, 'Dialog Not Found', { data: taskId });
    }
    this.close(task);
    return DONE;
  }

  /** A voice call interrupts what may be interrupted, and no longer does when it is over. */
  agentChanged({ id }: User): void {
    for (const { medium } of this.media.all(id).filter(({ wanted }) => wanted !== 'LOGOUT')) {
      this.media.settle({ userId: id, mediumId: medium.id });
      this.route(medium.id);
    }
  }

  private stateOf({ userId, medium, interruptAction }: AgentMedium): MediaState | undefined {
    const states = this.book.of({ userId, mediumId: medium.id }).map(({ state }) => state);
    const isAtWork = states.some((state) => state !== 'OFFERED' && state !== 'ACCEPTED');
    if (isAtWork && medium.interruptible && interruptAction === 'ACCEPT' && this.inCall(userId)) {
      return 'INTERRUPTED';
    }
    return WORKLOAD.find(([state]) => states.includes(state))?.[1];
  }

  /** Signing out ends or passes on what is open, as the agent chose at sign-in; being ready brings tasks. */
  private wanted({ userId, medium, wanted, dialogLogoutAction }: AgentMedium): void {
    if (wanted === 'LOGOUT') {
      for (const task of this.book.of({ userId, mediumId: medium.id })) {
        if (dialogLogoutAction === 'TRANSFER' || task.state === 'OFFERED') {
          this.passOn(task);
        } else {
          this.close(task);
        }
      }
    }
    this.route(medium.id);
  }

  private close(task: Task): void {
    this.book.close(task);
    this.settle(task);
    this.route(task.medium.id);
  }

  private passOn(task: Task): void {
    const waiting = this.book.release(task);
    this.settle(task);
    this.route(task.medium.id, { taskId: waiting.id, agentId: task.agentId });
  }

  private settle({ agentId, medium }: Task): void {
    if (agentId !== undefined) {
      this.media.settle({ userId: agentId, mediumId: medium.id });
    }
  }

  /** Gives waiting tasks to who is free. @param except - Who has just passed one on does not get it back. */
  private route(mediumId: string, except?: { taskId: string; agentId: string | undefined }): void {
    for (const task of this.book.waiting(mediumId)) {
      const agent = this.media
        .signedIn(mediumId)
        .find(
          (one) =>
            this.isFree(one) && !(task.id === except?.taskId && one.userId === except.agentId),
        );
      if (agent !== undefined) {
        this.offer(task, agent.userId);
      }
    }
  }

  private isFree({ userId, medium, wanted, routable, maxDialogLimit }: AgentMedium): boolean {
    const open = this.book.of({ userId, mediumId: medium.id }).length;
    return wanted === 'READY' && routable && open < maxDialogLimit && !this.inCall(userId);
  }

  private inCall(userId: string): boolean {
    const user = this.desk.world.users.get(userId);
    return user?.state === 'TALKING' || user?.state === 'HOLD' || user?.state === 'RESERVED';
  }

  private offer(task: Task, agentId: string): void {
    const offered = this.book.offer(task, agentId);
    this.settle(offered);
    this.desk.clock.after(ACCEPT_WITHIN_MS, () => {
      const now = this.book.get(task.id);
      if (now === offered) {
        this.media.request({ userId: agentId, mediumId: task.medium.id }, { state: 'NOT_READY' });
        this.passOn(now);
      }
    });
  }
}
