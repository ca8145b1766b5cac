import { inject, Injectable } from '@angular/core';
import { map, type Observable } from 'rxjs';
import type {
  Agent,
  AgentState,
  Dialog,
  Media,
  MobileAgent,
  PhoneBook,
  Queue,
  ReasonCode,
  ReasonCodeCategory,
  SystemInfo,
  Team,
  TeamMessage,
  WrapUpReason,
} from 'finesse-tunnel';
import { agentOutcome } from './agent-outcome';
import { FinesseCalls } from './finesse-calls';
import type { FinesseCommand } from './finesse-command';
import { FinesseRequests } from './finesse-requests';
import { xmlBody, type XmlChildren } from './xml-body';

/** What an agent is to do next. */
export interface StateRequest {
  /** Agents may ask for `READY`, `NOT_READY` and `LOGOUT`; during a call it becomes the pending state. */
  readonly state: AgentState;
  /** The id of a reason code, not its number. A supervisor must not give one with `NOT_READY`. */
  readonly reasonCodeId?: string | number;
}

/** Where an agent signs in. */
export interface SignInRequest {
  readonly extension: string;
  /** For agents without a desk telephone; CCE only. */
  readonly mobileAgent?: Required<Pick<MobileAgent, 'mode' | 'dialNumber'>>;
}

/** What a supervisor tells teams. */
export interface TeamMessageRequest {
  /** At most 255 characters. */
  readonly content: string;
  /** How long it is shown, in seconds. */
  readonly durationSeconds: number;
  readonly teamIds: readonly string[];
}

/**
 * The Finesse REST API, signed with the secret the library holds.
 *
 * Every Observable is cold: one request per subscription, one value, or a `FinesseApiError`. What changes something
 * is a {@link FinesseCommand}, whose `confirmed()` waits for the outcome.
 */
@Injectable({ providedIn: 'root' })
export class FinesseApi {
  private readonly requests = inject(FinesseRequests);

  /** Everything that is done to calls. */
  readonly calls = inject(FinesseCalls);

  /** What the server says about itself. Sends no secret: the server answers anyone. */
  systemInfo(): Observable<SystemInfo> {
    return this.requests
      .getUnsigned('system-info', 'SystemInfo')
      .pipe(map(({ systemInfo }) => systemInfo));
  }

  /** One agent: oneself, or for supervisors those of their teams. */
  user(id: string): Observable<Agent> {
    return this.requests.get('user', userPath(id)).pipe(map(({ agent }) => agent));
  }

  /** One team with its agents, for its supervisors. */
  team(id: string): Observable<Team> {
    return this.requests
      .get('team', `Team/${encodeURIComponent(id)}`)
      .pipe(map(({ team }) => team));
  }

  /** One call or task, for those who take part in it. */
  dialog(id: string): Observable<Dialog> {
    return this.requests
      .get('dialog', `Dialog/${encodeURIComponent(id)}`)
      .pipe(map(({ dialog }) => dialog));
  }

  /** The voice dialogs of one agent. */
  userDialogs(id: string): Observable<readonly Dialog[]> {
    return this.dialogs(`${userPath(id)}/Dialogs`);
  }

  /** The nonvoice tasks of one agent. */
  userMediaDialogs(id: string): Observable<readonly Dialog[]> {
    return this.dialogs(`${userPath(id)}/Dialogs/Media`);
  }

  /** The queues of one agent; for a supervisor those of all supervised agents. Never on UCCX. */
  userQueues(id: string): Observable<readonly Queue[]> {
    return this.requests.get('queues', `${userPath(id)}/Queues`).pipe(map(({ queues }) => queues));
  }

  /** One queue with its statistics. Never on UCCX. */
  queue(id: string): Observable<Queue> {
    return this.requests
      .get('queue', `Queue/${encodeURIComponent(id)}`)
      .pipe(map(({ queue }) => queue));
  }

  /** The reasons an agent may choose from; system reasons are not among them. */
  reasonCodes(userId: string, category: ReasonCodeCategory): Observable<readonly ReasonCode[]> {
    return this.reasons(userPath(userId), category);
  }

  /** The reasons of a team; 12.5 on, where it takes the place of {@link reasonCodes}. */
  teamReasonCodes(teamId: string, category: ReasonCodeCategory): Observable<readonly ReasonCode[]> {
    return this.reasons(`TeamResource/${encodeURIComponent(teamId)}`, category);
  }

  /** What an agent may write down about a call that ended. */
  wrapUpReasons(userId: string): Observable<readonly WrapUpReason[]> {
    return this.requests
      .get('wrap-up-reasons', `${userPath(userId)}/WrapUpReasons`)
      .pipe(map(({ wrapUpReasons }) => wrapUpReasons));
  }

  /** The phone books an agent sees, with contacts where the server sends them along. */
  phoneBooks(userId: string): Observable<readonly PhoneBook[]> {
    return this.requests
      .get('phone-books', `${userPath(userId)}/PhoneBooks`)
      .pipe(map(({ phoneBooks }) => phoneBooks));
  }

  /** An agent's states in all media routing domains. */
  userMedia(userId: string): Observable<readonly Media[]> {
    return this.requests
      .get('media-list', `${userPath(userId)}/Media`)
      .pipe(map(({ media }) => media));
  }

  /** An agent's state in one media routing domain. */
  media(userId: string, mediaId: string): Observable<Media> {
    return this.requests
      .get('media', `${userPath(userId)}/Media/${encodeURIComponent(mediaId)}`)
      .pipe(map(({ media }) => media));
  }

  /** The messages to teams that still show. */
  teamMessages(): Observable<readonly TeamMessage[]> {
    return this.requests
      .get('team-messages', 'TeamMessage')
      .pipe(map(({ teamMessages }) => teamMessages));
  }

  /** Tells teams something. */
  sendTeamMessage({ content, durationSeconds, teamIds }: TeamMessageRequest): FinesseCommand {
    return this.requests.change({
      method: 'POST',
      path: 'TeamMessage',
      body: xmlBody('TeamMessage', {
        duration: String(durationSeconds),
        content,
        teams: { team: teamIds },
      }),
    });
  }

  /** Takes a message back. */
  deleteTeamMessage(id: string): FinesseCommand {
    const path = `TeamMessage/${encodeURIComponent(id)}`;
    return this.requests.change({ method: 'DELETE', path });
  }

  /** Asks for another state. */
  setState(id: string, { state, reasonCodeId }: StateRequest): FinesseCommand {
    return this.putUser(id, state, { reasonCodeId: reasonCodeId?.toString() });
  }

  /** Signs an agent in at an extension. One who is signed in already stays in the same state. */
  signIn(id: string, { extension, mobileAgent }: SignInRequest): FinesseCommand {
    return this.putUser(id, 'LOGIN', {
      extension,
      mobileAgent: mobileAgent && { mode: mobileAgent.mode, dialNumber: mobileAgent.dialNumber },
    });
  }

  /** Signs an agent out; on CCE only from NOT_READY. */
  signOut(id: string, reasonCodeId?: string | number): FinesseCommand {
    return this.putUser(id, 'LOGOUT', { reasonCodeId: reasonCodeId?.toString() });
  }

  private reasons(path: string, category: string): Observable<readonly ReasonCode[]> {
    return this.requests
      .get('reason-codes', `${path}/ReasonCodes?category=${encodeURIComponent(category)}`)
      .pipe(map(({ reasonCodes }) => reasonCodes));
  }

  private dialogs(path: string): Observable<readonly Dialog[]> {
    return this.requests.get('dialogs', path).pipe(map(({ dialogs }) => dialogs));
  }

  private putUser(id: string, state: AgentState, more: XmlChildren): FinesseCommand {
    return this.requests.change({
      method: 'PUT',
      path: userPath(id),
      body: xmlBody('User', { state, ...more }),
      outcome: agentOutcome(id, state, () => this.user(id)),
    });
  }
}

function userPath(id: string): string {
  return `User/${encodeURIComponent(id)}`;
}
