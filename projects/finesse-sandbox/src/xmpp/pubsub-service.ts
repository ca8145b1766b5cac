import { bareJid, escapeXml } from 'finesse-tunnel/protocol';

import type { AccountDirectory } from './account-directory';
import { EventMessage } from './event-message';
import { STANZA_ERRORS, type StanzaError } from './stanza-error';
import type { XmppSession } from './xmpp-session';

/** One subscription, as `<subscriptions/>` lists it. */
export interface Subscription {
  readonly node: string;
  readonly jid: string;
}

// A leftover subscription stays for ever on the real service; here until its account has too many.
const MAX_SUBSCRIPTIONS_PER_ACCOUNT = 2000;

/**
 * Nodes and who reads them. Explicit subscriptions belong to a JID and outlive its sessions;
 * default ones belong to an account and reach every available session of it.
 */
export class PubsubService {
  private readonly subscribers = new Map<string, Set<string>>();
  private readonly nodesByJid = new Map<string, Set<string>>();
  private readonly sessionsByJid = new Map<string, Set<XmppSession>>();
  private readonly defaultReaders = new Map<string, Set<XmppSession>>();
  private readonly extraNodes = new Set<string>();

  constructor(
    readonly domain: string,
    private readonly accounts: AccountDirectory,
  ) {}

  /** Lets a session that became available receive what its account and its JID read. */
  attach(session: XmppSession): void {
    for (const jid of [session.jid, bareJid(session.jid)]) {
      entry(this.sessionsByJid, jid).add(session);
    }
    for (const node of this.accounts.defaultNodes(session.userId)) {
      entry(this.defaultReaders, node).add(session);
    }
  }

  /** Stops delivery to a session; its subscriptions stay. */
  detach(session: XmppSession): void {
    for (const jid of [session.jid, bareJid(session.jid)]) {
      drop(this.sessionsByJid, jid, session);
    }
    for (const node of this.accounts.defaultNodes(session.userId)) {
      drop(this.defaultReaders, node, session);
    }
  }

  /** Whether an account may read a node. */
  access(userId: string, node: string): 'ok' | 'item-not-found' | 'forbidden' {
    return this.extraNodes.has(node) ? 'ok' : this.accounts.access(userId, node);
  }

  /** @returns Why not, or `undefined` once subscribed; doing it twice is once. */
  subscribe(userId: string, { node, jid }: Subscription): StanzaError | undefined {
    const access = this.access(userId, node);
    if (access !== 'ok') {
      return access === 'forbidden' ? STANZA_ERRORS.forbidden : STANZA_ERRORS.itemNotFound;
    }
    if (!this.hasRoom(bareJid(jid))) {
      return STANZA_ERRORS.tooManySubscriptions;
    }
    entry(this.subscribers, node).add(jid);
    entry(this.nodesByJid, jid).add(node);
    return undefined;
  }

  /** @returns Why not, or `undefined` once unsubscribed. */
  unsubscribe(userId: string, { node, jid }: Subscription): StanzaError | undefined {
    if (!this.subscribers.get(node)?.has(jid)) {
      const isDefault = this.accounts.defaultNodes(userId).includes(node);
      const isKnown = isDefault || this.extraNodes.has(node) || this.exists(userId, node);
      return isKnown ? STANZA_ERRORS.notSubscribed : STANZA_ERRORS.itemNotFound;
    }
    drop(this.subscribers, node, jid);
    drop(this.nodesByJid, jid, node);
    return undefined;
  }

  /** Every subscription of an account: its resources', its own, and the default ones. */
  subscriptionsOf(userId: string, bare: string): Subscription[] {
    const defaults = this.accounts.defaultNodes(userId).map((node) => ({ node, jid: bare }));
    return [...defaults, ...this.explicit(bare)];
  }

  /** The nodes one full JID subscribed to. */
  nodesOf(jid: string): string[] {
    return [...(this.nodesByJid.get(jid) ?? [])];
  }

  /** Lets anybody subscribe to a node the contact centre does not know. */
  addNode(node: string): void {
    this.extraNodes.add(node);
  }

  /** Whether a notification on this node would reach anybody now. */
  hasReaders(node: string): boolean {
    const jids = [...(this.subscribers.get(node) ?? [])];
    return this.defaultReaders.has(node) || jids.some((jid) => this.sessionsByJid.has(jid));
  }

  /**
   * Sends one notification to everyone who reads the node, once a session.
   *
   * @param isBroken - Cuts the stanza short, for tests of what clients make of it.
   */
  publish(node: string, payload: string, isBroken = false): void {
    const message = new EventMessage(this.domain, { node, payload, isBroken });
    const reached = new Set<XmppSession>();
    for (const jid of this.subscribers.get(node) ?? []) {
      this.deliver(message, jid, reached);
    }
    for (const session of this.defaultReaders.get(node) ?? []) {
      if (!reached.has(session) && session.priority >= 0) {
        session.send(message.to(session.escapedBareJid));
      }
    }
  }

  /** Forgets subscriptions and added nodes; sessions stay. */
  reset(): void {
    this.subscribers.clear();
    this.nodesByJid.clear();
    this.extraNodes.clear();
  }

  private deliver(message: EventMessage, jid: string, reached: Set<XmppSession>): void {
    const isFull = jid.includes('/');
    const to = escapeXml(jid);
    for (const session of this.sessionsByJid.get(jid) ?? []) {
      // RFC 6121 §8.5.2.1.1: a negative priority takes nothing that is sent to the bare JID.
      if (!reached.has(session) && (isFull || session.priority >= 0)) {
        reached.add(session);
        session.send(message.to(to));
      }
    }
  }

  private explicit(bare: string): Subscription[] {
    const found: Subscription[] = [];
    for (const [jid, nodes] of this.nodesByJid) {
      if (bareJid(jid) === bare) {
        found.push(...[...nodes].map((node) => ({ node, jid })));
      }
    }
    return found;
  }

  /** Whether the account may have one more, after leftovers of absent JIDs had to go. */
  private hasRoom(bare: string): boolean {
    if (this.explicit(bare).length < MAX_SUBSCRIPTIONS_PER_ACCOUNT) {
      return true;
    }
    for (const { node, jid } of this.explicit(bare)) {
      if (!this.sessionsByJid.has(jid)) {
        drop(this.subscribers, node, jid);
        drop(this.nodesByJid, jid, node);
      }
    }
    return this.explicit(bare).length < MAX_SUBSCRIPTIONS_PER_ACCOUNT;
  }

  private exists(userId: string, node: string): boolean {
    return this.accounts.access(userId, node) !== 'item-not-found';
  }
}

function entry<T>(map: Map<string, Set<T>>, key: string): Set<T> {
  const existing = map.get(key);
  if (existing !== undefined) {
    return existing;
  }
  const created = new Set<T>();
  map.set(key, created);
  return created;
}

function drop<T>(map: Map<string, Set<T>>, key: string, value: T): void {
  const set = map.get(key);
  set?.delete(value);
  if (set?.size === 0) {
    map.delete(key);
  }
}
