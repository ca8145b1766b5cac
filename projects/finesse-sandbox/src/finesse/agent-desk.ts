import { teamUsersNode, userNode } from 'finesse-tunnel/protocol';
import type { AgentState } from './agent-state';
import { decideRequest, type Requester, type StateRequest } from './agent-transitions';
import type { Clock } from './clock';
import { DONE, refuse, type Result } from './finesse-error';
import type { Publisher } from './publisher';
import type { Quirk } from './quirk';
import type { MobileAgent, User } from './user';
import type { World } from './world';
import { userElement, userSummaryElement, WRAP_UP_SECONDS } from './write-user';
import { teamElement, teamUri } from './write-team';
import { updateElement } from './write-update';

/** A wish for another state, as REST, the phone or the simulator utters it. */
export interface StateWish {
  readonly state: StateRequest;
  readonly reasonCodeId?: number;
  readonly by: Requester;
  readonly requestId?: string;
}

/** What of a user can change. */
export type UserChange = Partial<
  Pick<
    User,
    | 'state'
    | 'reasonCodeId'
    | 'pendingState'
    | 'pendingReasonCodeId'
    | 'extension'
    | 'mobileAgent'
    | 'isMediaBusy'
    | 'stateBeforeCall'
    | 'dialogIds'
  >
>;

/** What the agent desk needs. */
export interface Desk {
  readonly world: World;
  readonly clock: Clock;
  readonly publisher: Publisher;
  readonly quirks: readonly Quirk[];
}

/** The phone an agent works with. */
export interface Device {
  /** The own extension, or for mobile agents that of a phone of the system. */
  readonly extension: string;
  readonly mobileAgent?: MobileAgent;
}

const VISIBLE = [
  'state',
  'reasonCodeId',
  'pendingState',
  'extension',
  'mobileAgent',
  'isMediaBusy',
] as const;

/** The one place where agents change: applies the change, publishes it, and tells the router. */
export class AgentDesk {
  /** Called after each change, with the agent before and after it. */
  onChanged: (before: User, after: User) => void = () => undefined;

  constructor(private readonly desk: Desk) {}

  /**
   * Signs an agent in; one who is in already only moves to the extension and keeps the state.
   *
   * @param device - The extension alone for a phone on the desk.
   */
  signIn(userId: string, device: string | Device, requestId = ''): Result {
    const given = typeof device === 'string' ? { extension: device } : device;
    const { extension, mobileAgent = null } = given;
    const { world } = this.desk;
    const user = world.users.get(userId);
    if (user === undefined) {
      return refuse(404, 'User Not Found', { message: 'UNKNOWN_USER', data: '4023' });
    }
    if (!this.isExtension(extension)) {
      const details = { message: 'CF_INVALID_LOGON_DEVICE_SPECIFIED', data: '260' };
      return refuse(400, 'Invalid Device', details);
    }
    const holder = world.extensions.get(extension);
    if (holder !== undefined && holder !== userId) {
      return refuse(400, 'Device Busy');
    }
    world.extensions.delete(user.extension);
    world.extensions.set(extension, userId);
    if (user.state !== 'LOGOUT') {
      this.answer(this.change(user, { extension, mobileAgent }, requestId), user, requestId);
      return DONE;
    }
    const reasonCodeId = world.reasonCodes.systemId('signed-in', 'NOT_READY');
    const state = 'NOT_READY';
    this.change(user, { state, reasonCodeId, extension, mobileAgent }, requestId);
    return DONE;
  }

  /** Does what an agent or supervisor asks, at once or after the call. */
  request(userId: string, wish: StateWish): Result {
    const user = this.desk.world.users.get(userId);
    if (user === undefined) {
      return refuse(404, 'User Not Found', { message: 'UNKNOWN_USER', data: '4023' });
    }
    const { deployment } = this.desk.world;
    const outcome = decideRequest({ ...user, deployment, requested: wish.state, by: wish.by });
    if (typeof outcome === 'object') {
      return { ok: false, error: outcome };
    }
    const after = this.fulfil(user, wish, outcome);
    this.answer(after, user, wish.requestId ?? '');
    return DONE;
  }

  /** Puts an agent into a state as the phone or CTI would, without asking whether it is legal. */
  enter(user: User, state: AgentState, change: UserChange & { requestId?: string } = {}): User {
    const { requestId, ...rest } = change;
    const hasReason = state === 'NOT_READY' || state === 'LOGOUT';
    const reasonCodeId = hasReason ? (rest.reasonCodeId ?? -1) : null;
    const extension = state === 'LOGOUT' ? '' : user.extension;
    const mobileAgent = state === 'LOGOUT' ? null : user.mobileAgent;
    const next = { pendingState: '', pendingReasonCodeId: null, extension, mobileAgent } as const;
    return this.change(user, { ...next, ...rest, state, reasonCodeId }, requestId);
  }

  /** Applies a change; what nobody can see, or what is as it was, is not published. */
  change(user: User, change: UserChange, requestId = ''): User {
    const { world, clock } = this.desk;
    const changed: User = { ...user, ...change };
    if (!VISIBLE.some((field) => changed[field] !== user[field])) {
      world.users.set(user.id, changed);
      return changed;
    }
    const isNewState = changed.state !== user.state || changed.reasonCodeId !== user.reasonCodeId;
    // Never back in time, or clients would take the newer state for the older one.
    const stateChangeTime = Math.max(clock.now(), user.stateChangeTime ?? 0);
    const after = isNewState ? { ...changed, stateChangeTime } : changed;
    world.users.set(user.id, after);
    if (after.extension !== user.extension && world.extensions.get(user.extension) === user.id) {
      world.extensions.delete(user.extension);
    }
    this.publish(after, requestId);
    this.publishToTeam(after, requestId);
    this.onChanged(user, after);
    if (isNewState && (after.state === 'WORK' || after.state === 'WORK_READY')) {
      this.endWrapUpInTime(after);
    }
    return after;
  }

  /**
   * Makes somebody leave whose desktop is gone: not ready on Unified CCE, signed out on Unified CCX, with the code for
   * it; in a call afterwards.
   */
  presenceLost(userId: string): void {
    const { world } = this.desk;
    const user = world.users.get(userId);
    if (user === undefined || user.state === 'LOGOUT') {
      return;
    }
    const isSignedOut =
      world.deployment === 'uccx' || this.desk.quirks.includes('logout-on-disconnect');
    const state = isSignedOut ? 'LOGOUT' : 'NOT_READY';
    const reasonCodeId = world.reasonCodes.systemId('presence-lost', state);
    if (isBusy(user)) {
      this.change(user, { pendingState: state, pendingReasonCodeId: reasonCodeId });
    } else {
      this.enter(user, state, { reasonCodeId });
    }
  }

  /** Ends wrapping up the way the timer does. */
  endWrapUp(user: User): void {
    const next = user.pendingState === '' ? stateAfterWrapUp(user) : user.pendingState;
    const { deployment, reasonCodes } = this.desk.world;
    const isTimerReason = deployment === 'uccx' && user.pendingState === '';
    const timerReason = isTimerReason ? reasonCodes.systemId('wrap-up-over', 'NOT_READY') : -1;
    this.enter(user, next, { reasonCodeId: user.pendingReasonCodeId ?? timerReason });
  }

  private fulfil(user: User, wish: StateWish, outcome: 'now' | 'after-call' | 'as-it-is'): User {
    const reasonCodeId = this.reasonOf(wish);
    const requestId = wish.requestId ?? '';
    switch (outcome) {
      case 'as-it-is':
        return user;
      case 'after-call':
        return this.change(
          user,
          { pendingState: wish.state, pendingReasonCodeId: reasonCodeId },
          requestId,
        );
      case 'now':
        return this.enter(user, wish.state, { reasonCodeId, requestId });
    }
  }

  private reasonOf({ state, by, reasonCodeId }: StateWish): number {
    return by === 'supervisor' && state !== 'READY'
      ? this.desk.world.reasonCodes.systemId('supervisor', state)
      : (reasonCodeId ?? -1);
  }

  /** A request is answered on the user's node even when it changed nothing, or its sender would wait in vain. */
  private answer(after: User, before: User, requestId: string): void {
    if (!VISIBLE.some((field) => after[field] !== before[field])) {
      this.publish(after, requestId);
    }
  }

  private publish(user: User, requestId: string): void {
    const { publisher, world } = this.desk;
    const source = userNode(user.id);
    publisher.publish(source, () =>
      updateElement(userElement('user', user, world), { event: 'PUT', requestId, source }),
    );
  }

  private publishToTeam(user: User, requestId: string): void {
    const { publisher, world, quirks } = this.desk;
    const team = world.teams.get(user.teamId);
    if (team === undefined) {
      return;
    }
    const withSlash = quirks.includes('trailing-slashes');
    if (quirks.includes('team-snapshots')) {
      const users = team.userIds.flatMap((id) => world.users.get(id) ?? []);
      const source = teamUri(team.id);
      publisher.publish(teamUsersNode(team.id), () =>
        updateElement(teamElement('team', team, { users, world, withSlash }), {
          event: 'PUT',
          requestId,
          source,
        }),
      );
      return;
    }
    const source = userNode(user.id);
    publisher.publish(teamUsersNode(team.id), () =>
      updateElement(userSummaryElement('user', user, { world, withSlash }), {
        event: 'PUT',
        requestId,
        source,
      }),
    );
  }

  private endWrapUpInTime({ id, stateChangeTime }: User): void {
    this.desk.clock.after(WRAP_UP_SECONDS * 1000, () => {
      const user = this.desk.world.users.get(id);
      const isStill = user?.state === 'WORK' || user?.state === 'WORK_READY';
      if (isStill && user.stateChangeTime === stateChangeTime) {
        this.endWrapUp(user);
      }
    });
  }

  private isExtension(extension: string): boolean {
    const isPlain = /^\d{4,14}$/.test(extension);
    return isPlain || (this.desk.world.deployment === 'uccx' && /^\+\d{4,14}$/.test(extension));
  }
}

function isBusy({ state, isMediaBusy }: User): boolean {
  return state === 'TALKING' || state === 'HOLD' || state === 'RESERVED' || isMediaBusy;
}

function stateAfterWrapUp(user: User): 'READY' | 'NOT_READY' {
  return user.state === 'WORK_READY' || user.stateBeforeCall === 'READY' ? 'READY' : 'NOT_READY';
}
