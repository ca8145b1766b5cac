import { userMediaNode } from 'finesse-tunnel/protocol';
import type { Desk } from './agent-desk';
import { DONE, type FinesseError, refuse, type Result } from './finesse-error';
import { type AgentMedium, MEDIA, type Medium } from './medium';
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
  readonly requestId: string;
}

/** Who asks, and in which medium. */
export interface MediaPlace {
  readonly userId: string;
  readonly mediumId: string;
}

/** Keeps what agents are in the media that are no voice, and publishes it. There are no tasks in them. */
export class MediaDesk {
  private readonly states = new Map<string, AgentMedium>();

  constructor(private readonly desk: Desk) {}

  /** An agent in every medium. */
  all(userId: string): readonly AgentMedium[] {
    return MEDIA.map((medium) => this.of(userId, medium));
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
      return { ok: false, error: refusal };
    }
    const { state = current.state, routable = current.routable, options = {} } = wish;
    const hasReason = state === 'NOT_READY' || state === 'LOGOUT';
    const next: AgentMedium = {
      ...current,
      ...options,
      routable,
      state: state === 'LOGIN' ? 'NOT_READY' : state,
      reasonCodeId: hasReason ? (wish.reasonCodeId ?? null) : null,
      stateChangeTime: wish.state === undefined ? current.stateChangeTime : this.desk.clock.now(),
    };
    this.states.set(keyOf(place), next);
    this.publish(next, wish.requestId);
    return DONE;
  }

  private publish(medium: AgentMedium, requestId: string): void {
    const { publisher, world } = this.desk;
    const source = userMediaNode(medium.userId, medium.medium.id);
    publisher.publish(userMediaNode(medium.userId), () =>
      updateElement(mediaElement(medium, world), { event: 'PUT', requestId, source }),
    );
  }

  private of(userId: string, medium: Medium): AgentMedium {
    const known = this.states.get(keyOf({ userId, mediumId: medium.id }));
    return (
      known ?? {
        userId,
        medium,
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

function refusalOf({ state, medium }: AgentMedium, wish: MediaWish): FinesseError | undefined {
  const isSignedIn = state !== 'LOGOUT';
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
