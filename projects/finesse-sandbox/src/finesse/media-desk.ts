import { userMediaNode } from 'finesse-tunnel/protocol';
import type { Desk } from './agent-desk';
import { DONE, type FinesseError, refuse, type Result } from './finesse-error';
import { type AgentMedium, MEDIA, type MediaState, type Medium } from './medium';
import { mediaElement } from './write-media';
import { updateElement } from './write-update';

/** What an agent asks for in a medium. Options are those of a sign-in. */
export interface MediaWish {
  readonly state?: 'LOGIN' | 'READY' | 'NOT_READY' | 'LOGOUT';
  readonly reasonCodeId?: number;
  readonly routable?: boolean;
  readonly options?: Partial<
    Pick<AgentMedium, 'maxDialogLimit' | 'interruptAction' | 'dialogLogoutAction'>
  >;
}

/** Who asks, and in which medium. */
export interface MediaPlace {
  readonly userId: string;
  readonly mediumId: string;
}

/**
 * Keeps what agents are in the media that are no voice, and publishes it. The documents say that no `requestId`
 * comes back here.
 */
export class MediaDesk {
  /** Called when an agent wants something else than before. */
  onWanted: (now: AgentMedium) => void = () => undefined;
  /** What the agent's tasks make of the state; `undefined` without any. */
  stateOfTasks: (of: AgentMedium) => MediaState | undefined = () => undefined;
  private readonly states = new Map<string, AgentMedium>();

  constructor(private readonly desk: Desk) {}

  /** An agent in every medium. */
  all(userId: string): readonly AgentMedium[] {
    return MEDIA.map((medium) => this.of(userId, medium));
  }

  /** Everybody who is signed in to a medium, the longest in their state first. */
  signedIn(mediumId: string): readonly AgentMedium[] {
    return [...this.states.values()]
      .filter(({ medium, wanted }) => medium.id === mediumId && wanted !== 'LOGOUT')
      .toSorted((a, b) => (a.stateChangeTime ?? 0) - (b.stateChangeTime ?? 0));
  }

  /** An agent in one medium; `undefined` when there is no such medium. */
  get({ userId, mediumId }: MediaPlace): AgentMedium | undefined {
    const medium = MEDIA.find(({ id }) => id === mediumId);
    return medium && this.of(userId, medium);
  }

  /** Does what the agent asks; the outcome is told on the node of the agent's media. */
  request(place: MediaPlace, wish: MediaWish): Result {
    const current = this.get(place);
    if (current === undefined) {
      return refuse(404, 'Not Found', { data: place.mediumId });
    }
    const refusal = refusalOf(current, wish);
    if (refusal !== undefined) {
      // Signing in again is refused, yet sets the options anew: so clients repair them after a failure.
      this.keep({ ...current, ...wish.options });
      return { ok: false, error: refusal };
    }
    const { routable = current.routable, options = {} } = wish;
    const wanted = wish.state === 'LOGIN' ? 'NOT_READY' : (wish.state ?? current.wanted);
    const hasReason = wanted !== 'READY';
    const reasonCodeId = hasReason ? (wish.reasonCodeId ?? null) : null;
    const next = { ...current, ...options, routable, wanted, reasonCodeId };
    this.keep(next);
    this.onWanted(next);
    this.settle(place, { isAsked: true, isNew: wish.state !== undefined });
    return DONE;
  }

  /** Takes an agent out of every medium, as the system does when the desktop is gone. */
  signOut(userId: string): void {
    for (const { medium } of this.all(userId).filter(({ wanted }) => wanted !== 'LOGOUT')) {
      this.request({ userId, mediumId: medium.id }, { state: 'LOGOUT' });
    }
  }

  /**
   * Works out the state anew and tells it when it is another one.
   *
   * @param asked - Tells it in any case, or whoever asked would wait in vain; `isNew` begins the state anew.
   */
  settle(place: MediaPlace, asked = { isAsked: false, isNew: false }): void {
    const current = this.get(place);
    if (current === undefined) {
      return;
    }
    const state = this.stateOfTasks(current) ?? current.wanted;
    const isOther = state !== current.state;
    if (!isOther && !asked.isAsked) {
      return;
    }
    const stateChangeTime =
      isOther || asked.isNew ? this.desk.clock.now() : current.stateChangeTime;
    this.publish(this.keep({ ...current, state, stateChangeTime }));
  }

  private keep(medium: AgentMedium): AgentMedium {
    this.states.set(keyOf({ userId: medium.userId, mediumId: medium.medium.id }), medium);
    return medium;
  }

  private publish(medium: AgentMedium): void {
    const { publisher, world } = this.desk;
    const source = userMediaNode(medium.userId, medium.medium.id);
    publisher.publish(userMediaNode(medium.userId), () =>
      updateElement(mediaElement(medium, world), { event: 'PUT', source }),
    );
  }

  private of(userId: string, medium: Medium): AgentMedium {
    const known = this.states.get(keyOf({ userId, mediumId: medium.id }));
    return (
      known ?? {
        userId,
        medium,
        wanted: 'LOGOUT',
        state: 'LOGOUT',
        stateChangeTime: undefined,
        reasonCodeId: null,
        routable: true,
        maxDialogLimit: 1,
        interruptAction: 'ACCEPT',
        dialogLogoutAction: 'CLOSE',
      }
    );
  }
}

function refusalOf({ wanted, medium }: AgentMedium, wish: MediaWish): FinesseError | undefined {
  const isSignedIn = wanted !== 'LOGOUT';
  if (wish.state === 'LOGIN' && isSignedIn) {
    const message = 'E_ARM_STAT_AGENT_ALREADY_LOGGED_IN';
    const { error } = refuse(400, 'Agent already logged into MRD', { message, data: '1' });
    return { ...error, errorMedia: medium.id };
  }
  if (wish.state !== 'LOGIN' && wish.state !== 'LOGOUT' && !isSignedIn) {
    const message = 'CF_INVALID_OBJECT_STATE';
    const { error } = refuse(400, 'Invalid State', { message, data: '22' });
    return { ...error, errorMedia: medium.id };
  }
  return undefined;
}

function keyOf({ userId, mediumId }: MediaPlace): string {
  return `${userId}/${mediumId}`;
}
