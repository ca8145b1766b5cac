import type { Deployment } from './deployment';
import type { Dialog } from './dialog';
import { FictionalNames } from './fictional-names';
import type { Queue } from './queue';
import { ReasonCodes } from './reason-codes';
import type { Task } from './task';
import type { Team } from './team';
import type { Role, User } from './user';

/** How large the contact centre is and what it is called. */
export interface WorldOptions {
  readonly teams: number;
  readonly agents: number;
  readonly queues: number;
  readonly seed: number;
  readonly deployment: Deployment;
}

const FIRST_AGENT_ID = 1001001;
const FIRST_SUPERVISOR_ID = 1000001;
const FIRST_TEAM_ID = 31;
const FIRST_QUEUE_ID = 41;
const FIRST_DIALED_NUMBER = 6000;

/** Login id of the one user who is in no team and may see everything. */
export const ADMINISTRATOR_ID = 'administrator';

/** Labels agents may put on a call when wrapping it up. */
export const WRAP_UP_REASONS = [
  'Solved',
  'Called back later',
  'Wrong number',
  'Passed on',
] as const;

/** Everything the contact centre knows, by id. Only the desks change it. */
export class World {
  readonly users = new Map<string, User>();
  readonly teams = new Map<string, Team>();
  readonly queues = new Map<string, Queue>();
  readonly dialogs = new Map<string, Dialog>();
  /** Nonvoice tasks, those that wait for an agent included. */
  readonly tasks = new Map<string, Task>();
  /** Which signed-in user holds an extension. */
  readonly extensions = new Map<string, string>();
  readonly reasonCodes: ReasonCodes;
  readonly deployment: Deployment;
  private readonly loginNames = new Map<string, string>();

  constructor(options: WorldOptions) {
    const names = new FictionalNames(options.seed);
    this.deployment = options.deployment;
    this.reasonCodes = new ReasonCodes(options.deployment, String(FIRST_TEAM_ID));
    const members = this.addPeople(options, names);
    const servedBy = new Map<string, string[]>();
    for (const user of this.users.values()) {
      this.loginNames.set(user.loginName, user.id);
      for (const queueId of user.queueIds) {
        const agentIds = servedBy.get(queueId) ?? [];
        agentIds.push(user.id);
        servedBy.set(queueId, agentIds);
      }
    }
    members.forEach((userIds, index) => {
      const id = String(FIRST_TEAM_ID + index);
      this.teams.set(id, { id, name: names.team(index), userIds });
    });
    for (let index = 0; index < options.queues; index++) {
      const id = String(FIRST_QUEUE_ID + index);
      const dialedNumber = String(FIRST_DIALED_NUMBER + index);
      const agentIds = servedBy.get(id) ?? [];
      this.queues.set(id, { id, name: names.queue(index), dialedNumber, agentIds });
    }
  }

  /** By login id or, as Finesse allows too, by login name; both without regard to case. */
  user(idOrLoginName: string): User | undefined {
    const known = this.users.get(idOrLoginName);
    if (known !== undefined) {
      return known;
    }
    const lower = idOrLoginName.toLowerCase();
    return this.users.get(lower) ?? this.users.get(this.loginNames.get(lower) ?? '');
  }

  queueOfNumber(dialedNumber: string): Queue | undefined {
    const index = Number(dialedNumber) - FIRST_DIALED_NUMBER;
    const queue = this.queues.get(String(FIRST_QUEUE_ID + index));
    return queue?.dialedNumber === dialedNumber ? queue : undefined;
  }

  /** Gives a user these queues and no others. */
  assign(userId: string, queueIds: readonly string[]): void {
    const user = this.users.get(userId);
    if (user === undefined) {
      return;
    }
    this.users.set(userId, { ...user, queueIds });
    for (const queue of this.queues.values()) {
      const others = queue.agentIds.filter((id) => id !== userId);
      const agentIds = queueIds.includes(queue.id) ? [...others, userId] : others;
      this.queues.set(queue.id, { ...queue, agentIds });
    }
  }

  /** The queues a user is told of; for a supervisor those of everybody in the teams supervised, too. */
  queuesOf(user: User): readonly Queue[] {
    const members = user.supervisedTeamIds.flatMap((id) => this.teams.get(id)?.userIds ?? []);
    const served = new Set(
      [user.id, ...members].flatMap((id) => this.users.get(id)?.queueIds ?? []),
    );
    return [...this.queues.values()].filter(({ id }) => served.has(id));
  }

  /** Who is reached under this number: the holder of the extension, else the user with that id. */
  userAt(address: string): User | undefined {
    return this.users.get(this.extensions.get(address) ?? address);
  }

  private addPeople(options: WorldOptions, names: FictionalNames): readonly string[][] {
    const members: string[][] = [];
    for (let team = 0; team < options.teams; team++) {
      const id = String(FIRST_SUPERVISOR_ID + team);
      const teamId = String(FIRST_TEAM_ID + team);
      const roles: Role[] = ['Agent', 'Supervisor'];
      const supervisedTeamIds = [teamId];
      this.users.set(id, { ...newUser(id, names), roles, teamId, supervisedTeamIds });
      members.push([id]);
    }
    for (let agent = 0; agent < options.agents; agent++) {
      const id = String(FIRST_AGENT_ID + agent);
      const team = agent % options.teams;
      const teamId = String(FIRST_TEAM_ID + team);
      const queueIds = queuesServed(Math.floor(agent / options.teams), options.queues);
      this.users.set(id, { ...newUser(id, names), roles: ['Agent'], teamId, queueIds });
      members[team]?.push(id);
    }
    this.users.set(ADMINISTRATOR_ID, {
      ...newUser(ADMINISTRATOR_ID, names),
      loginName: ADMINISTRATOR_ID,
      roles: ['Administrator'],
    });
    return members;
  }
}

function newUser(id: string, names: FictionalNames): User {
  return {
    id,
    ...names.person(),
    roles: [],
    teamId: '',
    supervisedTeamIds: [],
    queueIds: [],
    state: 'LOGOUT',
    stateChangeTime: undefined,
    pendingState: '',
    pendingReasonCodeId: null,
    reasonCodeId: null,
    extension: '',
    mobileAgent: null,
    stateBeforeCall: 'LOGOUT',
    dialogIds: [],
    isMediaBusy: false,
  };
}

function queuesServed(place: number, queues: number): readonly string[] {
  if (queues === 0) {
    return [];
  }
  const first = place % queues;
  const second = (first + 1 + (Math.floor(place / queues) % Math.max(1, queues - 1))) % queues;
  return [...new Set([first, second])].map((index) => String(FIRST_QUEUE_ID + index));
}
