import { dialogNode, userMediaDialogsNode } from 'finesse-tunnel/protocol';
import type { Desk } from './agent-desk';
import type { CallVariable } from './dialog';
import type { MediaPlace } from './media-desk';
import type { Medium } from './medium';
import type { Task, TaskState } from './task';
import { taskElement } from './write-task';
import { updateElement } from './write-update';
import { element } from './xml-element';

const FIRST_TASK = 1;

/** Keeps the tasks, and tells their agents what happens to them. */
export class TaskBook {
  private next = FIRST_TASK;

  constructor(private readonly desk: Desk) {}

  get(id: string): Task | undefined {
    return this.desk.world.tasks.get(id);
  }

  /** The tasks of an agent in one medium. */
  of({ userId, mediumId }: MediaPlace): readonly Task[] {
    return this.all().filter(({ agentId, medium }) => agentId === userId && medium.id === mediumId);
  }

  /** Those that nobody has, the oldest first. */
  waiting(mediumId: string): readonly Task[] {
    return this.all().filter(({ agentId, medium }) => !agentId && medium.id === mediumId);
  }

  /** A task that nobody has yet. */
  open(medium: Medium, variables: readonly CallVariable[]): Task {
    const now = this.desk.clock.now();
    const id = `${medium.id}_${(this.next++).toString()}_1`;
    const times = { startTime: now, stateChangeTime: now };
    return this.keep({ id, medium, variables, state: 'OFFERED', agentId: undefined, ...times });
  }

  /** A POST to the agent. */
  offer(task: Task, agentId: string): Task {
    const offered = this.keep({ ...task, agentId, stateChangeTime: this.desk.clock.now() });
    this.publishInCollection('POST', offered);
    return offered;
  }

  /** A PUT to the agent. */
  change(task: Task, state: TaskState): Task {
    const changed = this.keep({ ...task, state, stateChangeTime: this.desk.clock.now() });
    const source = dialogNode(task.id);
    for (const node of [userMediaDialogsNode(task.agentId ?? ''), source]) {
      this.desk.publisher.publish(node, () =>
        updateElement(taskElement('dialog', changed), { event: 'PUT', source }),
      );
    }
    return changed;
  }

  /** Takes it from its agent, who is told by a DELETE; it waits for another one. */
  release(task: Task): Task {
    this.publishInCollection('DELETE', task);
    return this.keep({ ...task, state: 'OFFERED', agentId: undefined });
  }

  /** Ends it; the DELETE carries it as it is at last. */
  close(task: Task): void {
    this.desk.world.tasks.delete(task.id);
    const closed: Task = { ...task, state: 'CLOSED', stateChangeTime: this.desk.clock.now() };
    this.publishInCollection('DELETE', closed);
  }

  private all(): readonly Task[] {
    return [...this.desk.world.tasks.values()];
  }

  private keep(task: Task): Task {
    this.desk.world.tasks.set(task.id, task);
    return task;
  }

  private publishInCollection(event: 'POST' | 'DELETE', task: Task): void {
    if (task.agentId === undefined) {
      return;
    }
    const source = userMediaDialogsNode(task.agentId);
    this.desk.publisher.publish(source, () =>
      updateElement(element('dialogs', [taskElement('Dialog', task)]), { event, source }),
    );
  }
}
