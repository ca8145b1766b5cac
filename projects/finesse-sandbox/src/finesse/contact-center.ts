import {
  systemInfoNode,
  userDialogsNode,
  userMediaDialogsNode,
  userMediaNode,
  userNode,
} from 'finesse-tunnel/protocol';
import { AgentDesk, type Device, type StateWish } from './agent-desk';
import { type AgentState, isAgentState } from './agent-state';
import { type Access, accessTo } from './permissions';
import { Accounts, type Authentication } from './accounts';
import type { CallRequest } from './call-request';
import type { Clock } from './clock';
import type { Deployment } from './deployment';
import { DONE, type FinesseError, refuse, type Result } from './finesse-error';
import { MediaDesk } from './media-desk';
import { type Departure, PresenceWatch } from './presence-watch';
import type { Publication } from './publication';
import { Publisher } from './publisher';
import type { Quirk } from './quirk';
import { QueueBoard } from './queue-board';
import { ScopedClock } from './scoped-clock';
import { Switchboard } from './switchboard';
import type { SystemInfoFacts } from './system-info-facts';
import { TaskDesk } from './task-desk';
import { TeamMessages } from './team-messages';
import { tellTruth } from './tell-truth';
import type { Truth } from './truth';
import { isAgent, type User } from './user';
import { systemInfoElement, type SystemStatus } from './write-system-info';
import { messageElement, teamMessageNode, teamMessageUri } from './write-team-message';
import { errorUpdateElement, updateElement } from './write-update';
import { World } from './world';

/** How large the contact centre is, and what it runs on. */
export interface ContactCenterOptions {
  readonly teams: number;
  readonly agents: number;
  readonly queues: number;
  /** The password of every account. */
  readonly password: string;
  /** Decides the names; the same seed gives the same people. */
  readonly seed: number;
  readonly deployment: Deployment;
  readonly clock: Clock;
  /** Ways of the real product that differ from its documents; none by default. */
  readonly quirks?: readonly Quirk[];
}

/** A state to put an agent into, as the phone or CTI would. */
export interface ForcedState {
  readonly state: string;
  readonly reasonCodeId?: number;
}

// Between an accepted request and its outcome: CTI needs a moment, and clients that sign in over REST
// and XMPP at once would otherwise miss their first event.
const CTI_MS = 40;

/** What exists from one reset to the next. */
interface Life {
  readonly clock: ScopedClock;
  readonly world: World;
  readonly agents: AgentDesk;
  readonly switchboard: Switchboard;
  readonly board: QueueBoard;
  readonly accounts: Accounts;
  readonly media: MediaDesk;
  readonly tasks: TaskDesk;
  readonly messages: TeamMessages;
}

/** The simulated contact centre: its people, queues and calls, everything they do, and the notifications of it. */
export class ContactCenter {
  readonly deployment: Deployment;
  private readonly publisher: Publisher;
  private readonly presence: PresenceWatch;
  private readonly offerListeners = new Set<(agentId: string, dialogId: string) => void>();
  private readonly desertionListeners = new Set<(userId: string) => void>();
  private life: Life;
  private isInService = true;

  constructor(private readonly options: ContactCenterOptions) {
    this.deployment = options.deployment;
    this.publisher = new Publisher(options.quirks);
    this.life = this.begin(options.seed);
    this.presence = new PresenceWatch(options.clock, (userId) => {
      this.life.agents.presenceLost(userId);
      this.life.media.signOut(userId);
      this.desertionListeners.forEach((listener) => {
        listener(userId);
      });
    });
  }

  /** The records themselves, for reading. A reset replaces them: ask anew rather than keep them. */
  get world(): World {
    return this.life.world;
  }

  /** Agents act through this as if at their phones: at once, and without permission checks. */
  get agents(): AgentDesk {
    return this.life.agents;
  }

  /** Calls, as the telephone system handles them. */
  get switchboard(): Switchboard {
    return this.life.switchboard;
  }

  /** Whether this way of the real product is on. */
  hasQuirk(quirk: Quirk): boolean {
    return this.options.quirks?.includes(quirk) === true;
  }

  /** The figures of the queues. */
  get board(): QueueBoard {
    return this.life.board;
  }

  /** Agents' states in the media that are no voice. */
  get media(): MediaDesk {
    return this.life.media;
  }

  /** Nonvoice tasks. */
  get tasks(): TaskDesk {
    return this.life.tasks;
  }

  /** What supervisors tell their teams. */
  get messages(): TeamMessages {
    return this.life.messages;
  }

  onPublication(listener: (publication: Publication) => void): () => void {
    return this.publisher.onPublication(listener);
  }

  /** Tells whenever a call begins to ring at an agent; outlasts resets. */
  onOffered(listener: (agentId: string, dialogId: string) => void): () => void {
    this.offerListeners.add(listener);
    return () => this.offerListeners.delete(listener);
  }

  /** Tells whenever somebody was made to leave because the desktop was gone; outlasts resets. */
  onDeserted(listener: (userId: string) => void): () => void {
    this.desertionListeners.add(listener);
    return () => this.desertionListeners.delete(listener);
  }

  /** @param secret - The password, or an access token in its place, as XMPP clients send it. */
  authenticate(idOrLoginName: string, secret: string): Authentication {
    return this.life.accounts.authenticate(idOrLoginName, secret);
  }

  /** Whose access token this is. */
  bearer(token: string): User | undefined {
    return this.life.accounts.bearer(token);
  }

  /** An access token for this user, valid for an hour. */
  issueToken(userId: string): string {
    return this.life.accounts.issueToken(userId);
  }

  /** A user by login id or login name. */
  user(idOrLoginName: string): User | undefined {
    return this.life.world.user(idOrLoginName);
  }

  /** Whether this user may subscribe to that node. */
  access(userId: string, node: string): Access {
    const user = this.life.world.users.get(userId);
    return user === undefined ? 'forbidden' : accessTo(this.life.world, user, node);
  }

  /** The nodes every session of this user gets without subscribing. */
  defaultNodes(userId: string): readonly string[] {
    const voice = [userNode(userId), userDialogsNode(userId), systemInfoNode()];
    return this.deployment === 'uccx'
      ? voice
      : [...voice, userMediaNode(userId), userMediaDialogsNode(userId)];
  }

  /** Notes whether a user has an available XMPP session; who stays away is made to leave. */
  presenceChanged(userId: string, isAvailable: boolean, departure?: Departure): void {
    this.presence.changed(userId, isAvailable, departure);
  }

  /** Whether a person sits at this user's desktop. */
  isPresent(userId: string): boolean {
    return this.presence.isPresent(userId);
  }

  truth(): Truth {
    const { world, board, switchboard } = this.life;
    const published = this.publisher.published();
    return { ...tellTruth(world, board, switchboard.router), published };
  }

  /** Counts a notification that was published past the contact centre. */
  countPublication(node: string): void {
    this.publisher.count(node);
  }

  /** Puts an agent into any state, as the phone or CTI would. */
  setAgentState(id: string, { state, reasonCodeId }: ForcedState): Result {
    const user = this.life.world.users.get(id);
    if (user === undefined || !isAgent(user)) {
      return refuse(404, 'User Not Found', { message: 'UNKNOWN_USER', data: id });
    }
    if (!isAgentState(state)) {
      const message = 'No such state; see the states of a User';
      return refuse(400, 'Invalid Input', { data: state, message });
    }
    if (reasonCodeId !== undefined && this.life.world.reasonCodes.get(reasonCodeId) === undefined) {
      const message = 'No such reason code id';
      return refuse(400, 'Invalid Input', { data: String(reasonCodeId), message });
    }
    return this.force(user, state, reasonCodeId);
  }

  /** Gives an agent these queues and no others; told on `User/{id}/Queues`. */
  assignQueues(id: string, queueIds: readonly string[]): Result {
    const { world, board } = this.life;
    const user = world.users.get(id);
    if (user === undefined || !isAgent(user)) {
      return refuse(404, 'User Not Found', { message: 'UNKNOWN_USER', data: id });
    }
    const unknown = queueIds.find((queueId) => !world.queues.has(queueId));
    if (unknown !== undefined) {
      return refuse(404, 'Not Found', { message: 'No such queue', data: unknown });
    }
    board.assign(id, queueIds);
    return DONE;
  }

  /** A call arrives, or a signed-in agent places one. The value is the dialog's id. */
  createDialog(request: CallRequest): Result<string> {
    return this.life.switchboard.place(request);
  }

  /** A call ends because the caller hung up. */
  endDialog(id: string): Result {
    return this.life.switchboard.end(id);
  }

  /** Signs an agent in after CTI's moment; a refusal reaches the agent as a notification. */
  requestSignIn(userId: string, device: Device, requestId: string): void {
    this.later(userNode(userId), requestId, () =>
      this.life.agents.signIn(userId, device, requestId),
    );
  }

  /** Asks for another state; the outcome reaches the agent as a notification. */
  requestState(userId: string, wish: StateWish): void {
    this.later(userNode(userId), wish.requestId ?? '', () =>
      this.life.agents.request(userId, wish),
    );
  }

  /** Does something to a call; a refusal reaches the agent as a notification on the dialogs' node. */
  requestOnCall(userId: string, requestId: string, act: () => Result<unknown>): void {
    this.later(userDialogsNode(userId), requestId, act);
  }

  /** Does something in a medium that is no voice; a refusal reaches the agent on the node of the media. */
  requestInMedia(userId: string, act: () => Result): void {
    this.later(userMediaNode(userId), '', act);
  }

  /** Does something to a nonvoice task; a refusal reaches the agent on the node of the tasks. */
  requestOnTask(userId: string, act: () => Result): void {
    this.later(userMediaDialogsNode(userId), '', act);
  }

  /** Tells somebody, after CTI's moment, that an accepted request failed. */
  failLater(node: string, requestId: string, error: FinesseError): void {
    this.later(node, requestId, () => ({ ok: false, error }));
  }

  /** Whether REST answers; SystemInfo tells it. */
  get inService(): boolean {
    return this.isInService;
  }

  /** The part of SystemInfo that all nodes share. */
  systemStatus(): SystemStatus {
    const { deployment } = this;
    return { deployment, inService: this.isInService, now: this.options.clock.now() };
  }

  /** Loses or regains the CTI link; published on SystemInfo when it changes. */
  setInService(inService: boolean): void {
    if (inService === this.isInService) {
      return;
    }
    this.isInService = inService;
    const status = this.systemStatus();
    const source = systemInfoNode();
    this.publisher.publishPerNode(source, (facts?: SystemInfoFacts) =>
      updateElement(systemInfoElement('systemInfo', status, facts), { event: 'PUT', source }),
    );
  }

  /** Back to the start: everybody signed out, no calls, counts at zero. What changes by it is published first. */
  reset(seed = this.options.seed): void {
    const before = this.life;
    before.clock.stop();
    for (const dialog of before.world.dialogs.values()) {
      before.switchboard.remove(dialog);
    }
    for (const taskId of before.world.tasks.keys()) {
      before.tasks.end(taskId);
    }
    for (const user of before.world.users.values()) {
      before.media.signOut(user.id);
      if (user.state !== 'LOGOUT') {
        before.agents.enter(user, 'LOGOUT');
      }
    }
    this.setInService(true);
    this.life = this.begin(seed);
    this.publisher.forgetCounts();
  }

  private begin(seed: number): Life {
    const { publisher, options } = this;
    const clock = new ScopedClock(options.clock);
    const world = new World({ ...options, seed });
    const desk = { world, clock, publisher, quirks: options.quirks ?? [] };
    const agents = new AgentDesk(desk);
    const switchboard = new Switchboard(desk, agents);
    const media = new MediaDesk(desk);
    const tasks = new TaskDesk(desk, media);
    agents.onChanged = (before, after) => {
      switchboard.agentChanged(before, after);
      tasks.agentChanged(after);
    };
    switchboard.onOffered = (agentId, dialogId) => {
      this.offerListeners.forEach((listener) => {
        listener(agentId, dialogId);
      });
    };
    const board = new QueueBoard(desk, switchboard.router);
    const accounts = new Accounts(world, clock, options.password);
    const messages = new TeamMessages(clock, (message, event) => {
      for (const teamId of message.teamIds) {
        const source = teamMessageUri(message.id);
        publisher.publish(teamMessageNode(teamId), () =>
          updateElement(messageElement(message, world), { event, source }),
        );
      }
    });
    return { clock, world, agents, switchboard, board, accounts, media, tasks, messages };
  }

  private force(user: User, state: AgentState, reasonCodeId?: number): Result {
    const { agents, world } = this.life;
    if (user.extension === '' && state !== 'LOGOUT') {
      const signedIn = agents.signIn(user.id, user.id);
      if (!signedIn.ok) {
        return signedIn;
      }
    }
    const fresh = world.users.get(user.id) ?? user;
    agents.enter(fresh, state, reasonCodeId === undefined ? {} : { reasonCodeId });
    return DONE;
  }

  private later(node: string, requestId: string, act: () => Result<unknown>): void {
    this.life.clock.after(CTI_MS, () => {
      const result = act();
      if (!result.ok) {
        this.publisher.publish(node, () => errorUpdateElement(result.error, requestId, node));
      }
    });
  }
}
