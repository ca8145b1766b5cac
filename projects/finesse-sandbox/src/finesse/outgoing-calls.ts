import type { AgentDesk, Desk } from './agent-desk';
import type { AgentPhone } from './agent-phone';
import type { Dialog, Participant } from './dialog';
import type { DialogBook } from './dialog-book';
import { done, refuse, type Result } from './finesse-error';
import type { Queue } from './queue';
import { type CallRequest, isFree, isOutside, queueFacts, requestedQueue } from './call-request';
import type { User } from './user';

// Outsiders pick up after two rings.
const OUTSIDE_ANSWERS_MS = 2000;

/** Calls that agents place themselves, to colleagues, queues or outside. */
export class OutgoingCalls {
  constructor(
    private readonly desk: Desk,
    private readonly parts: {
      readonly agents: AgentDesk;
      readonly book: DialogBook;
      readonly phone: AgentPhone;
      readonly deliver: (dialog: Dialog, callee?: User) => void;
    },
  ) {}

  /** Goes off hook and dials; what becomes of the call is told by its events. */
  place(caller: User, request: CallRequest): Result<string> {
    const { world } = this.desk;
    if (!isFree(caller)) {
      const message = 'CF_INVALID_OBJECT_STATE';
      return refuse(400, 'Invalid State', { data: '22', message });
    }
    const queue = requestedQueue(world, request);
    const callee = world.userAt(request.to);
    const begun = this.parts.book.open(
      {
        fromAddress: request.from,
        toAddress: request.to,
        ...queueFacts(request.to, queue),
        variables: request.variables ?? [],
        callType: callee === undefined && queue === undefined ? 'OUT' : 'AGENT_INSIDE',
        state: 'INITIATING',
        participants: [this.parts.book.party(caller.extension, 'INITIATING', caller.id)],
      },
      request.requestId,
    );
    this.goOffHook(caller.id, begun);
    this.dial(begun);
    return done(begun.id);
  }

  /** Dials, from a call that has begun; what becomes of it is told by its events. */
  dial(begun: Dialog): void {
    const { book } = this.parts;
    const { world } = this.desk;
    book.announce(begun);
    const participants = book.moved(begun, () => 'INITIATED');
    const dialled = book.change(begun, { state: 'INITIATED', participants });
    const queue = begun.queueId === undefined ? undefined : world.queues.get(begun.queueId);
    this.connect(dialled, world.userAt(begun.toAddress), queue);
  }

  private goOffHook(callerId: string, dialog: Dialog): void {
    const { agents, phone } = this.parts;
    const caller = this.desk.world.users.get(callerId);
    if (caller === undefined) {
      return;
    }
    // From 12.5 on a call placed from READY first makes the agent not ready.
    const reasonCodeId = this.desk.world.reasonCodes.systemId('off-hook', 'NOT_READY');
    const user =
      caller.state === 'READY' ? agents.enter(caller, 'NOT_READY', { reasonCodeId }) : caller;
    const noted = agents.change(user, { stateBeforeCall: 'NOT_READY' });
    phone.talk(noted, dialog);
  }

  private connect(dialog: Dialog, callee: User | undefined, queue: Queue | undefined): void {
    const { deliver } = this.parts;
    if (queue !== undefined && callee === undefined) {
      deliver(dialog);
    } else if (callee !== undefined && isFree(callee)) {
      deliver(dialog, callee);
    } else if (callee !== undefined) {
      this.fail(dialog, 'BUSY');
    } else if (isOutside(dialog.toAddress)) {
      this.ringOutside(dialog);
    } else {
      this.fail(dialog, 'BAD_DESTINATION');
    }
  }

  private fail(dialog: Dialog, stateCause: Participant['stateCause']): void {
    const failed = this.parts.book.moved(dialog, () => 'FAILED');
    const participants = failed.map((party) => ({ ...party, stateCause }));
    this.parts.book.change(dialog, { state: 'FAILED', participants });
  }

  private ringOutside(dialog: Dialog): void {
    const { book } = this.parts;
    const participants = [...dialog.participants, book.party(dialog.toAddress, 'ALERTING')];
    book.change(dialog, { state: 'ALERTING', participants });
    this.desk.clock.after(OUTSIDE_ANSWERS_MS, () => {
      const ringing = book.get(dialog.id);
      if (ringing?.state === 'ALERTING') {
        book.change(ringing, {
          state: 'ACTIVE',
          participants: book.moved(ringing, () => 'ACTIVE'),
        });
      }
    });
  }
}
