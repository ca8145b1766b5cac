import {
  type DisconnectProperties,
  type EventBody,
  formatJid,
  type PresenceBody,
} from 'finesse-tunnel/protocol';

import type { Clock } from './clock';
import { type Answered, IqRequests } from './iq-requests';
import { NS_PUBSUB_EVENT, NS_STREAMS } from './namespaces';
import { startPinging } from './ping';
import { opensPresenceGate } from './presence-gate';
import { type Exchange, signIn, SignInError, type SignInFailure } from './sign-in';
import {
  availablePresence,
  iqAnswer,
  type IqRequest,
  pingRequest,
  unavailablePresence,
} from './stanzas';
import type { EventFrame } from './stream/read-event-frame';
import type { XmppStream, XmppStreamListener } from './stream/xmpp-stream';

/** How long the server may take from the first byte to the bound resource. */
const SIGN_IN_LIMIT_MS = 20_000;

/** Whose session, and where. */
export interface SessionAccount {
  /** Lower case. */
  readonly user: string;
  readonly password: string;
  readonly domain: string;
  readonly resource: string;
  readonly mayUsePlain: boolean;
}

/** What a session is made of. */
export interface SessionParts {
  readonly clock: Clock;
  readonly createStream: (listener: XmppStreamListener) => XmppStream;
  /** Absent: no pings, the stream notices by itself when the link dies. */
  readonly pingProperties?: () => DisconnectProperties;
}

/** What a session tells, in the order in which it happened. */
export interface SessionListener {
  connected(): void;
  presence(presence: PresenceBody): void;
  event(event: EventBody): void;
  /** Once, after the last answer; nothing follows. */
  ended(status: SignInFailure): void;
  /** For diagnosis; holds neither secrets nor anything of an event. */
  log(text: string): void;
}

/**
 * One session with the server, from the first byte to the last; reconnecting means another one.
 *
 * 1. Sign in (see `signIn`): authenticate, bind. 2. Send presence. 3. Wait for the presence gate.
 * 4. Connected: events, presences, requests, pings. 5. The end, for whatever reason: told once.
 */
export class Session {
  /** The full JID: the wanted one, and from binding on the real one. */
  jid: string;
  isConnected = false;
  private isBound = false;
  private isOver = false;
  private readonly stream: XmppStream;
  private readonly requests: IqRequests;
  private readonly inbox: Element[] = [];
  private hear: ((element: Element) => void) | undefined;
  private stopPinging = (): void => undefined;

  constructor(
    account: SessionAccount,
    private readonly parts: SessionParts,
    private readonly listener: SessionListener,
  ) {
    const { user, domain, resource } = account;
    this.jid = formatJid({ local: user, domain, resource });
    this.stream = parts.createStream({
      stanza: (element) => this.receive(element),
      event: (event) => this.receiveEvent(event),
      dropped: (why) => listener.log(`dropped ${why}`),
      closed: (why) => this.end('disconnected', why),
    });
    this.requests = new IqRequests(parts.clock, (stanza) => this.stream.send(stanza));
    void this.begin(account);
  }

  /** Asks the server or a service; answered once in any case. */
  ask(request: IqRequest, timeoutMs: number, answered: Answered): void {
    this.requests.ask(request, timeoutMs, answered);
  }

  /** Ends the session with a goodbye; also fine when it never stood, or is over. */
  end(status: SignInFailure, why: string): void {
    if (this.isOver) {
      return;
    }
    this.isOver = true;
    this.isConnected = false;
    this.stopPinging();
    this.requests.failAll({ condition: 'disconnected', text: '' });
    if (this.isBound) {
      this.stream.send(unavailablePresence());
    }
    this.stream.close();
    this.listener.log(`ended: ${why}`);
    this.listener.ended(status);
  }

  private async begin(account: SessionAccount): Promise<void> {
    const cancelLimit = this.parts.clock.after(SIGN_IN_LIMIT_MS, () =>
      this.end('disconnected', 'timeout'),
    );
    try {
      this.stream.open();
      this.jid = await signIn(this.exchange(), account);
      this.establish(account);
    } catch (error) {
      const status = error instanceof SignInError ? error.status : 'disconnected';
      this.end(status, String(error));
    } finally {
      cancelLimit();
    }
  }

  private exchange(): Exchange {
    return {
      send: (stanza) => this.stream.send(stanza),
      restart: () => this.stream.restart(),
      next: () =>
        new Promise((resolve) => {
          const waiting = this.inbox.shift();
          if (waiting === undefined) {
            this.hear = resolve;
          } else {
            resolve(waiting);
          }
        }),
    };
  }

  private establish({ domain }: SessionAccount): void {
    if (this.isOver) {
      return;
    }
    this.isBound = true;
    this.startWatch(domain);
    this.stream.send(availablePresence());
    for (const element of this.inbox.splice(0)) {
      this.dispatch(element);
    }
  }

  private startWatch(domain: string): void {
    const { pingProperties: properties, clock } = this.parts;
    if (!properties) {
      return;
    }
    const ping = (answered: () => void): void => {
      const { xmppRequestTimeout, xmppFailoverRequestMaxRetry } = properties();
      // Kept until the link counts as dead, so that a late answer still shows that it lives.
      const keepMs = xmppRequestTimeout * (xmppFailoverRequestMaxRetry + 1);
      this.ask(pingRequest(domain), keepMs, (answer) => {
        if (answer instanceof Element || !['timeout', 'disconnected'].includes(answer.condition)) {
          answered();
        }
      });
    };
    const dead = (): void => this.end('disconnected', 'no answer in time');
    this.stopPinging = startPinging({ clock, properties, ping, dead });
  }

  private receive(element: Element): void {
    if (this.isOver) {
      return;
    }
    if (element.namespaceURI === NS_STREAMS && element.localName === 'error') {
      const condition = element.firstElementChild?.localName ?? 'unknown';
      this.end(condition === 'conflict' ? 'conflict' : 'disconnected', `stream error ${condition}`);
    } else if (this.isBound) {
      this.dispatch(element);
    } else if (this.hear === undefined) {
      this.inbox.push(element);
    } else {
      const { hear } = this;
      this.hear = undefined;
      hear(element);
    }
  }

  private dispatch(element: Element): void {
    switch (element.localName) {
      case 'message':
        this.receiveMessage(element);
        break;
      case 'presence':
        this.receivePresence(element);
        break;
      case 'iq':
        this.receiveIq(element);
        break;
    }
  }

  /** As Cisco's page: the node of the items, and the decoded text of the whole stanza. */
  private receiveMessage(message: Element): void {
    const event = message.getElementsByTagNameNS(NS_PUBSUB_EVENT, 'event')[0];
    const isError = message.getAttribute('type') === 'error';
    const items = isError ? undefined : event?.getElementsByTagName('items')[0];
    this.receiveEvent({
      from: message.getAttribute('from') ?? '',
      node: items?.getAttribute('node') ?? '',
      xml: message.textContent,
    });
  }

  private receiveEvent({ from, node, xml }: EventFrame): void {
    // Only a service may publish; what another user sends to us is no event, whatever it looks like.
    const isFromUser = /^[^/]*@/.test(from);
    if (isFromUser || !node) {
      this.listener.log('dropped a message');
    } else {
      this.listener.event({ node, xml });
    }
  }

  private receivePresence(presence: Element): void {
    const from = presence.getAttribute('from') ?? this.jid;
    if (!this.isConnected && opensPresenceGate(from, this.jid)) {
      this.isConnected = true;
      this.listener.connected();
    }
    this.listener.presence({ from, type: presence.getAttribute('type') ?? 'available' });
  }

  private receiveIq(element: Element): void {
    const type = element.getAttribute('type');
    if (type === 'result' || type === 'error') {
      this.requests.receive(element);
    } else {
      this.stream.send(iqAnswer(element));
    }
  }
}
