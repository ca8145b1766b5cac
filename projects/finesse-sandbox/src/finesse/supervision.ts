import type { Desk } from './agent-desk';
import type { CallAction, CallControl } from './call-control';
import type { CallEnd, CallParts } from './call-end';
import { type Dialog, isLive, type Participant } from './dialog';
import { DONE, done, refuse, type Result } from './finesse-error';
import type { User } from './user';

/** Who listens to whom. */
export interface MonitorRequest {
  readonly supervisorId: string;
  readonly agentId: string;
  readonly requestId?: string;
}

// As many parties as a conference bridge of the size that is usual has.
const LARGEST_CONFERENCE = 8;

/** What supervisors do in calls of their agents: listen, break in, take somebody out. */
export class Supervision {
  /** The monitors of a call, by the call. */
  private readonly monitors = new Map<string, Set<string>>();

  constructor(
    private readonly desk: Desk,
    private readonly parts: CallParts & {
      readonly control: CallControl;
      readonly ending: CallEnd;
    },
  ) {}

  /** Lets a supervisor listen to an agent, in a dialog of which the agent is not told. */
  monitor({ supervisorId, agentId, requestId = '' }: MonitorRequest): Result<string> {
    const { world } = this.desk;
    const supervisor = world.users.get(supervisorId);
    const agent = world.users.get(agentId);
    const talked = agent && this.conversationOf(agent);
    if (!supervisor || !agent || !talked || !this.mayListen(supervisor)) {
      // Finesse gives the number of the peripheral as the type.
      const code = world.deployment === 'ucce' ? '13145' : '88049';
      return refuse(400, code, { data: code, message: 'CF_INVALID_OBJECT_STATE' });
    }
    const dialog = this.open({ supervisor, agent, talked, requestId });
    const listening = this.monitors.get(talked.id) ?? new Set();
    this.monitors.set(talked.id, listening.add(dialog.id));
    const noted = this.desk.world.users.get(supervisorId) ?? supervisor;
    this.parts.phone.talk({ ...noted, stateBeforeCall: 'NOT_READY' }, dialog);
    return done(dialog.id);
  }

  /** Turns the call a supervisor listens to into a conference with the supervisor. */
  barge(action: CallAction): Result {
    const { book, control, ending } = this.parts;
    const seat = control.seat(action, 'BARGE_CALL');
    const call = book.get(seat?.dialog.associatedId ?? '');
    if (seat === undefined || call === undefined) {
      return control.invalid('BARGE_CALL', action);
    }
    const agentId = this.monitoredAgent(seat.dialog);
    if (call.controllerId !== '' && call.controllerId !== agentId) {
      return refuse(400, 'Call Operation Failure', { data: '20999', message: 'CF_GENERIC_ERROR' });
    }
    if (call.participants.filter(isLive).length >= LARGEST_CONFERENCE) {
      const message = 'CF_RESOURCE_LIMIT_EXCEEDED';
      return refuse(400, 'Call Operation Failure', { data: '20700', message });
    }
    const { user } = seat;
    const barging = { ...book.party(user.extension, 'ACTIVE', user.id), hasBarged: true };
    const participants = [...call.participants, barging];
    const change = { callType: 'CONFERENCE', controllerId: agentId, participants } as const;
    const { requestId = '' } = action;
    book.join(call, change, { agentId: user.id, requestId });
    ending.end(seat.dialog, undefined);
    return DONE;
  }

  /** Takes a party out of a call that a supervisor has broken into. */
  dropParticipant(action: CallAction & { readonly address: string }): Result {
    const seat = this.parts.control.seat(action, 'PARTICIPANT_DROP');
    const party = seat?.dialog.participants.find(
      (one) => one.mediaAddress === action.address && isLive(one),
    );
    if (seat === undefined || party === undefined) {
      return this.parts.control.invalid('PARTICIPANT_DROP', action);
    }
    this.parts.ending.hangUp(seat.dialog, party, action.requestId);
    return DONE;
  }

  /** Ends the monitors of an agent who has left a call. */
  agentLeft(dialogId: string, agentId: string): void {
    const { book, ending } = this.parts;
    const listening = this.monitors.get(dialogId);
    for (const monitorId of listening ?? []) {
      const monitor = book.get(monitorId);
      const isOver = monitor === undefined || this.monitoredAgent(monitor) === agentId;
      if (isOver) {
        listening?.delete(monitorId);
      }
      if (isOver && monitor !== undefined && monitor.state !== 'DROPPED') {
        ending.end(monitor, monitor.participants.find(isSilent));
      }
    }
    if (listening?.size === 0) {
      this.monitors.delete(dialogId);
    }
  }

  private open({
    supervisor,
    agent,
    talked,
    requestId,
  }: {
    readonly supervisor: User;
    readonly agent: User;
    readonly talked: Dialog;
    readonly requestId: string;
  }): Dialog {
    const { book } = this.parts;
    const begun = book.open(
      {
        fromAddress: supervisor.extension,
        toAddress: agent.extension,
        dialedNumber: agent.extension,
        callType: 'SUPERVISOR_MONITOR',
        associatedId: talked.id,
        variables: talked.variables,
        state: 'INITIATING',
        participants: [book.party(supervisor.extension, 'INITIATING', supervisor.id)],
      },
      requestId,
    );
    const silent = { ...book.party(agent.extension, 'ACTIVE'), isSilent: true };
    const participants = [...book.moved(begun, () => 'ACTIVE'), silent];
    return book.change(begun, { state: 'ACTIVE', participants });
  }

  private mayListen({ state, dialogIds }: User): boolean {
    return state === 'NOT_READY' && dialogIds.length === 0;
  }

  /** The call an agent talks in, unless it is a monitor itself. */
  private conversationOf(agent: User): Dialog | undefined {
    const seats = this.parts.book.liveSeatsOf(agent);
    const seat = seats.find(
      ({ party, dialog }) =>
        party.state === 'ACTIVE' &&
        dialog.state === 'ACTIVE' &&
        dialog.callType !== 'SUPERVISOR_MONITOR',
    );
    const isOnPhone = agent.state === 'TALKING' || agent.isMediaBusy;
    return isOnPhone ? seat?.dialog : undefined;
  }

  private monitoredAgent(monitor: Dialog): string {
    const address = monitor.participants.find(isSilent)?.mediaAddress ?? '';
    return this.desk.world.userAt(address)?.id ?? '';
  }
}

function isSilent(party: Participant): boolean {
  return party.isSilent === true;
}
