import {
  type DisconnectProperties,
  encodeEventBody,
  resourceOf,
  TunnelMessageType,
} from 'finesse-tunnel/protocol';

import type { Clock } from './clock';
import { type Answered, IqRequests } from './iq-requests';
import { NS_PING, NS_PUBSUB_EVENT, NS_STANZAS, NS_STREAMS } from './namespaces';
import { startPinging } from './ping';
import { opensPresenceGate } from './presence-gate';
import { type Exchange, signIn, type SignInFailure } from './sign-in';
import {
  attributeOf,
  elementsOf,
  escapeText,
  type IqRequest,
  writeElement,
  writeStanza,
} from './stanzas';
import type { EventFrame } from './stream/read-event-frame';
import type { XmppStream, XmppStreamListener } from './stream/xmpp-stream';
import type { Post } from './tunnel';

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
  /** Opens the stream, whose listener must not be called before it is returned. */
  readonly openStream: (listener: XmppStreamListener) => XmppStream;
  /** Absent: no pings, the stream notices by itself when the link dies. */
  readonly pingProperties: (() => DisconnectProperties) | undefined;
  /** Tells the parent, in the order in which things happen. */
  readonly post: Post;
  /** For diagnosis; given neither secrets nor anything of an event. */
  readonly log: (text: string) => void;
  /** Called once, before the last status is told. */
  readonly ended: () => void;
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
  private stream: XmppStream | undefined;
  private readonly requests: IqRequests;
  private readonly inbox: Element[] = [];
  private hear = (): void => undefined;
  private stopPinging = (): void => undefined;

  constructor(
    private readonly account: SessionAccount,
    private readonly parts: SessionParts,
  ) {
    this.jid = `${account.user}@${account.domain}/${account.resource}`;
    this.requests = new IqRequests(parts.clock, (stanza) => this.send(stanza));
    void this.begin();
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
    this.requests.failAll();
    if (this.isBound) {
      this.send(writeStanza('presence', { type: 'unavailable' }));
    }
    this.stream?.close();
    this.parts.log(`ended: ${why}`);
    this.parts.ended();
    this.postStatus(status);
    if (status === 'conflict') {
      this.postStatus('disconnected');
    }
  }

  private async begin(): Promise<void> {
    const { clock, openStream, log } = this.parts;
    const cancelLimit = clock.after(SIGN_IN_LIMIT_MS, () => this.end('disconnected', 'timeout'));
    try {
      this.stream = openStream({
        stanza: (element) => this.receive(element),
        event: (event) => this.receiveEvent(event),
        dropped: (why) => log(`dropped ${why}`),
        closed: (why) => this.end('disconnected', why),
      });
      this.jid = await signIn(this.exchange(), this.account);
      this.establish();
    } catch (error) {
      this.end('disconnected', String(error));
    } finally {
      cancelLimit();
    }
  }

  private exchange(): Exchange {
    return {
      send: (stanza) => this.send(stanza),
      restart: () => this.stream?.restart(),
      next: async () => {
        for (;;) {
          const element = this.inbox.shift();
          if (element) {
            return element;
          }
          await new Promise<void>((resolve) => (this.hear = resolve));
        }
      },
      ask: (content) =>
        new Promise((resolve, reject) => {
          this.ask({ type: 'set', content }, SIGN_IN_LIMIT_MS, (failure, answer) => {
            if (failure ?? !answer) {
              // RFC 6120 §7.7.2.2: a server may keep the session that has the resource, and refuse ours.
              const isConflict = failure?.condition === 'conflict';
              this.end(isConflict ? 'conflict' : 'disconnected', 'refused');
              reject(new Error());
            } else {
              resolve(answer);
            }
          });
        }),
      fail: (status, why) => {
        this.end(status, why);
        throw new Error(why);
      },
    };
  }

  private establish(): void {
    if (this.isOver) {
      return;
    }
    this.isBound = true;
    this.startWatch();
    // Priority 0 is the lowest that has events routed to it.
    this.send(writeStanza('presence', {}, '<priority>0</priority>'));
    for (const element of this.inbox) {
      this.dispatch(element);
    }
  }

  private startWatch(): void {
    const { pingProperties: properties, clock } = this.parts;
    if (!properties) {
      return;
    }
    // XEP-0199 §4.2.
    const content = writeElement('ping', { xmlns: NS_PING });
    const request = { type: 'get', to: this.account.domain, content } as const;
    const ping = (answered: () => void): void => {
      const { xmppRequestTimeout, xmppFailoverRequestMaxRetry } = properties();
      // Kept until the link counts as dead, so that a late answer still shows that it lives.
      const keepMs = xmppRequestTimeout * (xmppFailoverRequestMaxRetry + 1);
      this.ask(request, keepMs, (_failure, answer) => answer && answered());
    };
    const dead = (): void => this.end('disconnected', 'no answer in time');
    this.stopPinging = startPinging({ clock, properties, ping, dead });
  }

  private receive(element: Element): void {
    const { localName } = element;
    if (element.namespaceURI === NS_STREAMS && localName === 'error') {
      const condition = element.firstElementChild?.localName;
      this.end(
        condition === 'conflict' ? condition : 'disconnected',
        `stream error ${String(condition)}`,
      );
    } else if (localName === 'iq') {
      this.receiveIq(element);
    } else if (this.isBound) {
      this.dispatch(element);
    } else {
      this.inbox.push(element);
      this.hear();
    }
  }

  private dispatch(element: Element): void {
    if (element.localName === 'message') {
      this.receiveMessage(element);
    } else if (element.localName === 'presence') {
      this.receivePresence(element);
    }
  }

  /** As Cisco's page: the node of the items, and the decoded text of the whole stanza. */
  private receiveMessage(message: Element): void {
    const [event] = elementsOf(message, 'event', NS_PUBSUB_EVENT);
    const isError = attributeOf(message, 'type') === 'error';
    const [items] = event && !isError ? elementsOf(event, 'items') : [];
    this.receiveEvent({
      from: attributeOf(message, 'from'),
      node: attributeOf(items, 'node'),
      xml: message.textContent,
    });
  }

  private receiveEvent({ from, node, xml }: EventFrame): void {
    // Only a service may publish; what another user sends to us is no event, whatever it looks like.
    if (!node || /^[^/]*@/.test(from)) {
      this.parts.log('dropped a message');
    } else {
      this.parts.post(TunnelMessageType.Event, encodeEventBody({ node, xml }));
    }
  }

  private receivePresence(presence: Element): void {
    const from = attributeOf(presence, 'from') || this.jid;
    if (!this.isConnected && opensPresenceGate(from, this.jid)) {
      this.isConnected = true;
      this.postStatus('connected');
    }
    // As Cisco's page: children, and an empty type for an available one.
    const write = (name: string, text: string): string => writeElement(name, {}, escapeText(text));
    const body = write('from', from) + write('type', attributeOf(presence, 'type'));
    this.parts.post(TunnelMessageType.Presence, writeElement('presence', {}, body));
  }

  private receiveIq(element: Element): void {
    if (/^(result|error)$/.test(attributeOf(element, 'type'))) {
      this.requests.receive(element);
    } else {
      // The answer that every iq of type get or set must have, RFC 6120 §8.2.3.
      const isPing = element.firstElementChild?.namespaceURI === NS_PING;
      const refusal = writeElement('service-unavailable', { xmlns: NS_STANZAS });
      this.send(
        writeStanza(
          'iq',
          {
            id: attributeOf(element, 'id'),
            to: attributeOf(element, 'from'),
            type: isPing ? 'result' : 'error',
          },
          isPing ? '' : writeElement('error', { type: 'cancel' }, refusal),
        ),
      );
    }
  }

  /** Each status of a session stands behind the resource it speaks of. */
  private postStatus(status: SignInFailure | 'connected'): void {
    this.parts.post(TunnelMessageType.ResourceId, resourceOf(this.jid));
    this.parts.post(TunnelMessageType.Status, status);
  }

  private send(stanza: string): void {
    this.stream?.send(stanza);
  }
}
