import type { AgentDesk, Desk } from './agent-desk';
import { AgentPhone } from './agent-phone';
import { CallControl, invalidAction } from './call-control';
import { CallEnd } from './call-end';
import { CallRouter } from './call-router';
import { type CallRequest, isFree, queueFacts, requestedQueue } from './call-request';
import { Consultations } from './consultations';
import { type Dialog, isQueueCall } from './dialog';
import { DialogBook } from './dialog-book';
import { DONE, done, refuse, type Result } from './finesse-error';
import { OutgoingCalls } from './outgoing-calls';
import { Supervision } from './supervision';
import type { User } from './user';

// A ready agent gets a waiting call after a moment, as the router needs one.
const ROUTING_MS = 50;

/** Brings calls to agents: sets them up, queues them, rings, and takes them back from who does not answer. */
export class Switchboard {
  readonly router = new CallRouter();
  readonly control: CallControl;
  readonly consultations: Consultations;
  readonly supervision: Supervision;
  /** Called when a call begins to ring at an agent. */
  onOffered: (agentId: string, dialogId: string) => void = () => undefined;
  private readonly book: DialogBook;
  private readonly phone: AgentPhone;
  private readonly ending: CallEnd;
  private readonly outgoing: OutgoingCalls;

  constructor(
    private readonly desk: Desk,
    private readonly agents: AgentDesk,
  ) {
    const { router } = this;
    const book = (this.book = new DialogBook(desk));
    const phone = (this.phone = new AgentPhone(desk, agents, book));
    const ending = (this.ending = new CallEnd(desk, { book, router, phone }));
    const parts = { book, router, phone, ending };
    const control = (this.control = new CallControl(desk, parts));
    const deliver = (dialog: Dialog, callee?: User) => {
      this.deliver(dialog, callee);
    };
    const outgoing = (this.outgoing = new OutgoingCalls(desk, { agents, book, phone, deliver }));
    const dial = (dialog: Dialog) => {
      outgoing.dial(dialog);
    };
    this.consultations = new Consultations(desk, { ...parts, control, dial, deliver });
    this.supervision = new Supervision(desk, { ...parts, control });
    book.onChanged = (dialog) => {
      this.consultations.refresh(dialog);
    };
    ending.onAgentLeft = (dialogId, agentId) => {
      this.supervision.agentLeft(dialogId, agentId);
    };
  }

  /** Places a call: from outside to a queue or an agent, or from a signed-in agent to anywhere. */
  place(request: CallRequest): Result<string> {
    const { world } = this.desk;
    const caller = world.users.get(world.extensions.get(request.from) ?? '');
    if (caller !== undefined) {
      return this.outgoing.place(caller, request);
    }
    const queue = requestedQueue(world, request);
    const callee = world.userAt(request.to);
    if (queue === undefined && (request.queueId !== undefined || callee === undefined)) {
      const data = request.queueId ?? request.to;
      return refuse(400, 'Invalid Destination', { data, message: 'No such queue or agent' });
    }
    if (callee !== undefined && !isFree(callee)) {
      const message = 'The agent is signed out or on another call';
      return refuse(400, 'Invalid State', { data: callee.id, message });
    }
    const dialog = this.book.open({
      fromAddress: request.from,
      toAddress: request.to,
      ...queueFacts(request.to, queue),
      variables: request.variables ?? [],
      callType: queue === undefined ? 'OTHER_IN' : 'ACD_IN',
      state: 'INITIATING',
      participants: [this.book.party(request.from, 'INITIATING')],
    });
    this.deliver(dialog, callee);
    return done(dialog.id);
  }

  /** Rings at this agent, or at the next one the queue has, or lets the caller wait. */
  deliver(dialog: Dialog, callee?: User): void {
    const target = callee ?? this.nextAgent(dialog);
    if (target === undefined) {
      this.router.enqueue(dialog);
    } else {
      this.offer(dialog, target);
    }
  }

  /** Ends a call as if the first party, usually the caller, had hung up. */
  end(dialogId: string): Result {
    const dialog = this.book.get(dialogId);
    if (dialog === undefined || dialog.state === 'DROPPED') {
      return refuse(404, 'Dialog Not Found', { message: 'Invalid dialogId', data: dialogId });
    }
    const caller = dialog.participants.find(({ agentId }) => agentId === undefined);
    this.ending.end(dialog, caller ?? dialog.participants[0]);
    return DONE;
  }

  /** The agent did not answer: the call rings at the next one or waits again; one that came over no queue ends. */
  noAnswer(dialogId: string, agentId: string): Result {
    const dialog = this.book.get(dialogId);
    const party = dialog?.participants.find((one) => one.agentId === agentId);
    if (dialog === undefined || party?.state !== 'ALERTING') {
      return invalidAction('NO_ANSWER', agentId);
    }
    if (dialog.queueId === undefined) {
      return this.end(dialogId);
    }
    const waiting = this.book.leave(dialog, party, { state: 'INITIATED' });
    this.phone.settle(agentId, true);
    const other = this.nextAgent(waiting, agentId);
    if (other === undefined) {
      this.router.enqueue(waiting);
    } else {
      this.offer(waiting, other);
    }
    return DONE;
  }

  /** Takes a call away without a trace of how it ended, as a reset does. */
  remove(dialog: Dialog): void {
    this.router.leaveQueue(dialog);
    this.book.close(dialog);
  }

  /** Follows every agent's change. */
  agentChanged(before: User, after: User): void {
    this.router.agentChanged(before, after);
    if (after.state === 'READY' && before.state !== 'READY') {
      this.desk.clock.after(ROUTING_MS, () => {
        this.serve(after.id);
      });
    }
    this.ending.agentChanged(before, after);
  }

  private offer(dialog: Dialog, callee: User): void {
    const { id, extension, state } = callee;
    const participants = [
      this.book.party(extension, 'ALERTING', id),
      // After a transfer the others talk already, or wrap up.
      ...this.book.moved(dialog, (one) => (one.state === 'INITIATING' ? 'INITIATED' : one.state)),
    ];
    const noted = this.agents.change(callee, { stateBeforeCall: state });
    const isReserving = isQueueCall(dialog) || this.desk.world.deployment === 'ucce';
    if (state === 'READY' && isReserving) {
      this.agents.enter(noted, 'RESERVED');
    }
    this.book.join(dialog, { state: 'ALERTING', participants }, { agentId: id });
    this.onOffered(id, dialog.id);
  }

  private serve(agentId: string): void {
    const user = this.desk.world.users.get(agentId);
    if (user?.state !== 'READY' || !isFree(user)) {
      return;
    }
    const dialog = this.book.get(this.router.nextCallFor(user) ?? '');
    if (dialog !== undefined) {
      this.router.leaveQueue(dialog);
      this.offer(dialog, user);
    }
  }

  private nextAgent({ queueId }: Dialog, except?: string): User | undefined {
    for (const id of queueId === undefined ? [] : this.router.readyFor(queueId)) {
      const user = this.desk.world.users.get(id);
      if (user !== undefined && user.id !== except && isFree(user)) {
        return user;
      }
    }
    return undefined;
  }
}
