import { bareJid } from 'finesse-tunnel/protocol';

import type { AccountDirectory } from './account-directory';
import { PubsubService } from './pubsub-service';
import type { ServiceAddresses } from './server-request';
import { writePresence } from './stanza-writer';
import type { StreamError } from './stream-error';
import type { XmppSession } from './xmpp-session';

/** How a session ended: with a goodbye of either side, or because the connection went. */
export type Departure = 'left' | 'lost';

/** What one node's notification service needs to know. */
export interface NotificationServiceOptions {
  readonly domain: string;
  readonly accounts: AccountDirectory;
  /** Default 5000. */
  readonly maxSessions?: number;
  /** From the first byte to a bound resource; default 30 s. */
  readonly signInTimeoutMs?: number;
  /** Leaves a refused subscription without an answer, as the real service was seen to. */
  readonly refusesSilently?: boolean;
  /** Whether every sign-in is refused right now. */
  readonly refusesSignIns?: () => boolean;
  /** Whether this user, once bound, is told at once that they signed in elsewhere. */
  readonly isInConflict?: (userId: string) => boolean;
  /** Told of what should never happen: an exception while a stanza is handled. */
  readonly onFailure?: (error: unknown) => void;
  /** Told when a session of that user became available, or stopped to be. */
  readonly onAvailability?: (userId: string, isAvailable: boolean, departure?: Departure) => void;
}

const CONFLICT: StreamError = { condition: 'conflict', text: 'Replaced by new connection' };

/** One node's notification service: the sessions of its domain, its pubsub, its publisher's presence. */
export class NotificationService {
  readonly domain: string;
  readonly addresses: ServiceAddresses;
  readonly pubsub: PubsubService;
  readonly signInTimeoutMs: number;
  readonly refusesSilently: boolean;
  private readonly publisherJid: string;
  private readonly bySession = new Map<string, XmppSession>();
  /** The available sessions of each account. */
  private readonly available = new Map<string, Set<XmppSession>>();
  private isPublisherHere = true;

  constructor(private readonly options: NotificationServiceOptions) {
    this.domain = options.domain;
    const publisher = `finesse@${options.domain}`;
    this.publisherJid = `${publisher}/finesse`;
    this.addresses = { domain: this.domain, pubsubDomain: `pubsub.${this.domain}`, publisher };
    this.pubsub = new PubsubService(this.addresses.pubsubDomain, options.accounts);
    this.signInTimeoutMs = options.signInTimeoutMs ?? 30_000;
    this.refusesSilently = options.refusesSilently ?? false;
  }

  /** The bound sessions. */
  get sessions(): readonly XmppSession[] {
    return [...this.bySession.values()];
  }

  /** Whether one more client may come in. */
  get isFull(): boolean {
    return this.bySession.size >= (this.options.maxSessions ?? 5000);
  }

  /** Checks id and password. The JID is made of the login id, never of the login name. */
  signIn(id: string, password: string): string | undefined {
    if (this.options.refusesSignIns?.() === true) {
      return undefined;
    }
    const result = this.options.accounts.authenticate(id, password);
    const isLoginId = result.ok && result.user.id.toLowerCase() === id.toLowerCase();
    return isLoginId ? result.user.id : undefined;
  }

  failed(error: unknown): void {
    this.options.onFailure?.(error);
  }

  /** Registers a session under its full JID; an older session of that JID is told so and closed. */
  bound(session: XmppSession, confirm: () => void): void {
    this.bySession.get(session.jid)?.end(CONFLICT);
    this.bySession.set(session.jid, session);
    confirm();
    if (this.options.isInConflict?.(session.userId) === true) {
      session.end(CONFLICT);
    }
  }

  /** Forgets a session that ends. */
  ended(session: XmppSession, departure: Departure): void {
    this.becameUnavailable(session, departure);
    if (this.bySession.get(session.jid) === session) {
      this.bySession.delete(session.jid);
    }
  }

  /** Reflects the presence to all of the user's sessions, then tells of the publisher's. */
  becameAvailable(session: XmppSession, priority: number): void {
    const isFirst = !session.isAvailable;
    session.priority = priority;
    session.isAvailable = true;
    this.noteAvailable(session);
    for (const sibling of this.availableSiblings(session)) {
      sibling.send(writePresence(session.jid, sibling.jid));
    }
    if (isFirst) {
      this.introduce(session);
    }
  }

  /** Stops delivery to that session and tells the user's others. */
  becameUnavailable(session: XmppSession, departure: Departure = 'left'): void {
    if (!session.isAvailable) {
      return;
    }
    session.isAvailable = false;
    this.forgetAvailable(session);
    this.pubsub.detach(session);
    for (const sibling of this.availableSiblings(session)) {
      sibling.send(writePresence(session.jid, sibling.jid, 'unavailable'));
    }
    this.options.onAvailability?.(session.userId, false, departure);
  }

  /** The publisher comes or goes, as it does when the Finesse web application stops. */
  setPublisherHere(isHere: boolean): void {
    if (isHere === this.isPublisherHere) {
      return;
    }
    this.isPublisherHere = isHere;
    for (const session of this.bySession.values()) {
      if (session.isAvailable) {
        this.tellPublisher(session);
      }
    }
  }

  /** Tells every session, or those `where` picks, that its JID signed in elsewhere. */
  conflict(where: (session: XmppSession) => boolean = () => true): void {
    for (const session of this.sessions.filter(where)) {
      session.end(CONFLICT);
    }
  }

  /** Says goodbye to every bound session. */
  shutDown(): void {
    for (const session of this.sessions) {
      session.end({ condition: 'system-shutdown', text: 'The sandbox stops.' });
    }
  }

  private introduce(session: XmppSession): void {
    this.pubsub.attach(session);
    if (this.isPublisherHere) {
      this.tellPublisher(session);
    }
    for (const sibling of this.availableSiblings(session)) {
      if (sibling !== session) {
        session.send(writePresence(sibling.jid, session.jid));
      }
    }
    this.options.onAvailability?.(session.userId, true);
  }

  private tellPublisher(session: XmppSession): void {
    const type = this.isPublisherHere ? undefined : 'unavailable';
    session.send(writePresence(this.publisherJid, session.jid, type));
  }

  private availableSiblings({ jid }: XmppSession): XmppSession[] {
    return [...(this.available.get(bareJid(jid)) ?? [])];
  }

  private noteAvailable(session: XmppSession): void {
    const bare = bareJid(session.jid);
    this.available.set(bare, (this.available.get(bare) ?? new Set()).add(session));
  }

  private forgetAvailable(session: XmppSession): void {
    const bare = bareJid(session.jid);
    const sessions = this.available.get(bare);
    sessions?.delete(session);
    if (sessions?.size === 0) {
      this.available.delete(bare);
    }
  }
}
