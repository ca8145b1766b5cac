import {
  decodePresenceBody,
  decodeSubscriptionReply,
  EMPTY_API_ERRORS,
  encodeSubscriptionReply,
  parseJid,
  readTunnelStatus,
  type TunnelMessage,
  TunnelMessageType,
} from 'finesse-tunnel/protocol';
import type { PageBeside } from '../transport/tunnel-transport';
import { type SharingTools, tabLock } from './sharing-tools';
import { SubscriptionUnion } from './subscription-union';
import type { FollowerMessage } from './tab-message';

const { Event, Presence, PubsubDomain, ResourceId, Status, Subscribe, Unsubscribe, XmppDomain } =
  TunnelMessageType;

/** More tabs than anybody opens; what is beyond is not served. */
const MAX_TABS = 100;

/**
 * The tab with the connection: has the page, passes on what it tells, and asks it for what any tab wants.
 *
 * Secrets go to the page alone. What every tab is told is numbered, so that each knows when it missed something.
 */
export class LeadingTab {
  readonly #union = new SubscriptionUnion();
  /** Those that follow, with what ends the watch over each. */
  readonly #followers = new Map<string, AbortController>();
  #session = 0;
  #sessions = 0;
  #sequence = 0;
  #url = '';
  #xmppDomain = '';
  #pubsubDomain = '';
  #resource = '';
  #presence = '';

  constructor(
    private readonly tools: SharingTools,
    readonly term: number,
  ) {}

  /** Opens the page. */
  open(url: string): void {
    this.#isDown();
    this.#url = url;
    this.tools.inner.open(url);
    this.tell();
  }

  /** The page of the next host: it is asked for what the other tabs watch too, and they move with it. */
  beside(page: PageBeside, url: string): PageBeside {
    const told = { [XmppDomain]: '', [PubsubDomain]: '', [ResourceId]: '', [Presence]: '' };
    const note = ({ type, body }: TunnelMessage): void => {
      if (type === XmppDomain || type === PubsubDomain || type === ResourceId) {
        told[type] = body;
      } else if (type === Presence && isOfFinesse(body)) {
        told[Presence] = body;
      } else if (type === Status && body === 'connected') {
        this.#union.nodes().forEach((node) => {
          page.send({ type: Subscribe, body: node });
        });
      }
    };
    const noting = page.messages$.subscribe(note);
    return {
      messages$: page.messages$,
      send: (message) => {
        note(message);
        page.send(message);
      },
      takeOver: () => {
        noting.unsubscribe();
        page.takeOver();
        this.#isDown();
        this.#url = url;
        this.#xmppDomain = told[XmppDomain];
        this.#pubsubDomain = told[PubsubDomain];
        this.#resource = told[ResourceId];
        this.#presence = told[Presence];
        this.#session = ++this.#sessions;
        this.tell();
      },
      close: () => {
        noting.unsubscribe();
        page.close();
      },
    };
  }

  /** What the library says to the page. */
  send(message: TunnelMessage): void {
    const { type, body } = message;
    if (type === Subscribe) {
      this.#subscribe(body, this.tools.tab);
    } else if (type === Unsubscribe) {
      this.#unsubscribe(body, this.tools.tab);
    } else {
      this.#note(message);
      this.tools.inner.send(message);
    }
  }

  /** What the page says. */
  pageSaid(message: TunnelMessage): void {
    const { type, body } = message;
    switch (type) {
      case Event:
        this.#flow('event', body);
        break;
      case Presence:
        this.#presence = isOfFinesse(body) ? body : this.#presence;
        this.#flow('presence', body);
        break;
      case Status:
        this.#statusChanged(body);
        break;
      case Subscribe:
        this.#subscribed(body);
        return;
      case Unsubscribe:
        this.#unsubscribed(body);
        return;
      default:
        this.#note(message);
    }
    this.tools.say(message);
  }

  /** What another tab asks for. */
  hear(from: string, message: FollowerMessage): void {
    switch (message.kind) {
      case 'hello':
        this.#admit(from);
        this.tell();
        break;
      case 'ping':
        this.tools.post({ kind: 'pong', term: this.term, sequence: this.#sequence });
        break;
      case 'bye':
        this.#drop(from);
        break;
      case 'subscribe':
        // While no session stands nobody is answered: each tab asks again when one does.
        if (this.#session > 0 && this.#followers.has(from)) {
          this.#subscribe(message.node, from);
        }
        break;
      case 'unsubscribe':
        this.#unsubscribe(message.node, from);
    }
  }

  /** Tells every tab where the connection is. */
  tell(): void {
    this.tools.post({
      kind: 'state',
      term: this.term,
      sequence: this.#sequence,
      session: this.#session,
      url: this.#url,
      xmppDomain: this.#xmppDomain,
      pubsubDomain: this.#pubsubDomain,
      resource: this.#resource,
      presence: this.#presence,
    });
  }

  /** Ends the connection, and says so. The lead is given up elsewhere. */
  close(): void {
    this.retire();
    this.tell();
  }

  /** Ends the connection in silence: another tab leads already. */
  retire(): void {
    this.#isDown();
    this.tools.inner.close();
    this.#followers.forEach((watch) => {
      watch.abort();
    });
    this.#followers.clear();
  }

  #note({ type, body }: TunnelMessage): void {
    if (type === XmppDomain) {
      this.#xmppDomain = body;
    } else if (type === PubsubDomain) {
      this.#pubsubDomain = body;
    } else if (type === ResourceId) {
      this.#resource = body;
    }
  }

  #statusChanged(word: string): void {
    const status = readTunnelStatus(word);
    if (status === 'unknown') {
      return; // A word that the connection does not mind.
    }
    if (status === 'connected') {
      // Perhaps another session than before, whose subscriptions are gone.
      this.#union.reset();
      this.#session = ++this.#sessions;
    } else {
      this.#isDown();
    }
    this.tell();
  }

  #isDown(): void {
    this.#session = 0;
    this.#presence = '';
    this.#union.reset();
  }

  #flow(kind: 'event' | 'presence', body: string): void {
    if (this.#followers.size > 0) {
      this.#sequence += 1;
      this.tools.post({ kind, term: this.term, sequence: this.#sequence, body });
    }
  }

  #subscribe(node: string, who: string): void {
    const step = this.#union.add(node, who, this.tools.now());
    if (step === 'ask') {
      this.tools.inner.send({ type: Subscribe, body: node });
    } else if (step !== 'wait') {
      const error = step === 'full' ? { error: EMPTY_API_ERRORS } : {};
      this.#answer('subscribed', encodeSubscriptionReply({ node, ...error }), [who]);
    }
  }

  #unsubscribe(node: string, who: string): void {
    if (this.#union.remove(node, who, this.tools.now()) === 'ask') {
      this.tools.inner.send({ type: Unsubscribe, body: node });
    } else {
      this.#answer('unsubscribed', encodeSubscriptionReply({ node }), [who]);
    }
  }

  #subscribed(body: string): void {
    const { node, error } = decodeSubscriptionReply(body);
    const isGranted = error === undefined;
    this.#answer('subscribed', body, this.#union.subscribed(node, isGranted, this.tools.now()));
  }

  #unsubscribed(body: string): void {
    const { node } = decodeSubscriptionReply(body);
    const { left, isWanted } = this.#union.unsubscribed(node, this.tools.now());
    this.#answer('unsubscribed', body, left);
    if (isWanted) {
      this.tools.inner.send({ type: Subscribe, body: node });
    }
  }

  #answer(kind: 'subscribed' | 'unsubscribed', body: string, to: readonly string[]): void {
    for (const who of to) {
      if (who === this.tools.tab) {
        this.tools.say({ type: kind === 'subscribed' ? Subscribe : Unsubscribe, body });
      } else {
        this.tools.post({ kind, term: this.term, to: who, body });
      }
    }
  }

  /** Its lock is free when it is closed or crashed; then nobody wants its nodes. */
  #admit(tab: string): void {
    if (this.#followers.has(tab) || this.#followers.size >= MAX_TABS) {
      return;
    }
    const watch = new AbortController();
    this.#followers.set(tab, watch);
    const gone = (): void => {
      this.#drop(tab);
    };
    this.tools.locks.request(tabLock(tab), { signal: watch.signal }, gone).catch(() => undefined);
  }

  #drop(tab: string): void {
    this.#followers.get(tab)?.abort();
    if (this.#followers.delete(tab)) {
      for (const node of this.#union.removeAll(tab, this.tools.now())) {
        this.tools.inner.send({ type: Unsubscribe, body: node });
      }
    }
  }
}

function isOfFinesse(body: string): boolean {
  const presence = decodePresenceBody(body);
  const jid = presence.ok ? parseJid(presence.value.from) : undefined;
  return jid?.ok === true && jid.value.local === 'finesse';
}
