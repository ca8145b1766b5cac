import {
  type ConnectionType,
  encodeEventBody,
  encodePresenceBody,
  resourceOf,
  type TunnelMessage,
  TunnelMessageType,
  type TunnelStatus,
} from 'finesse-tunnel/protocol';

import type { Clock } from './clock';
import { type Credentials, Introduction } from './introduction';
import { NodeRequests } from './node-requests';
import { readConnectRequest } from './read-connect-request';
import { Session, type SessionListener } from './session';
import type { SignInFailure } from './sign-in';
import type { XmppStream, XmppStreamListener } from './stream/xmpp-stream';

/** How long a wanted disconnect waits for the answers to its unsubscribes. */
const FAREWELL_LIMIT_MS = 2_000;

/** What the tunnel works with. */
export interface TunnelParts {
  readonly post: (message: TunnelMessage) => void;
  readonly clock: Clock;
  readonly mayUsePlain: boolean;
  readonly createStream: (road: Road, listener: XmppStreamListener) => XmppStream;
  /** Where traces go once the parent has asked for them by CONTAINER_CONFIG. */
  readonly trace: (text: string) => void;
}

/** Which stream to create. */
export interface Road {
  readonly type: ConnectionType;
  readonly domain: string;
}

/**
 * Turns the parent's messages into stanzas, and what the session brings into messages; on the wire exactly like
 * Cisco's page, save where its faults would hurt the parent (listed in the README).
 */
export class Tunnel {
  private readonly introduction = new Introduction();
  private readonly nodes: NodeRequests;
  private session: Session | undefined;
  private isTracing = false;
  private readonly orders: Partial<Record<TunnelMessageType, (body: string) => void>> = {
    [TunnelMessageType.Subscribe]: (node) => this.nodes.subscribe(node),
    [TunnelMessageType.Unsubscribe]: (node) => this.nodes.unsubscribe(node),
    [TunnelMessageType.Subscriptions]: () => this.nodes.list(),
    [TunnelMessageType.ConnectRequest]: (xml) => this.connectOnRequest(xml),
    [TunnelMessageType.DisconnectRequest]: () => this.disconnect(),
    [TunnelMessageType.ContainerConfig]: (json) =>
      (this.isTracing = /"enableConsoleTraceLogging"\s*:\s*"?true\b/.test(json)),
  };

  constructor(private readonly parts: TunnelParts) {
    this.nodes = new NodeRequests({
      post: parts.post,
      session: () => (this.session?.isConnected ? this.session : undefined),
      // The usual name until the parent tells another, so that a request is always answered.
      pubsubDomain: () =>
        this.introduction.pubsubDomain || `pubsub.${this.introduction.domain ?? ''}`,
    });
  }

  /** Tells the parent that it may introduce itself. */
  start(): void {
    this.postStatus('loaded');
  }

  /** Obeys one message of the parent. */
  receive(message: TunnelMessage): void {
    this.introduction.note(message);
    this.orders[message.type]?.(message.body);
    const credentials = this.introduction.takeCredentials(message.type);
    if (credentials) {
      this.connect(credentials);
    }
  }

  /** Unsubscribes from everything, tells the answers, then ends the session. */
  disconnect(): void {
    const { session } = this;
    this.postStatus('unloading');
    if (!session) {
      return;
    }
    const end = (): void => session.end('disconnected', 'goodbye');
    if (session.isConnected) {
      this.parts.clock.after(FAREWELL_LIMIT_MS, end);
    } else {
      end();
    }
    this.nodes.unsubscribeAll(end);
  }

  /** Ends the session without waiting for anything; what has to be said leaves before. */
  leave(): void {
    this.nodes.unsubscribeAll(() => undefined);
    this.session?.end('disconnected', 'goodbye');
  }

  private connectOnRequest(body: string): void {
    const request = readConnectRequest(body);
    if (request) {
      this.connect(this.introduction.noteRequest(request));
    } else {
      this.log('no request');
    }
  }

  private connect(credentials: Credentials): void {
    this.leave();
    const { connectionType: type, resource } = this.introduction;
    const { domain } = credentials;
    const { clock, mayUsePlain, createStream } = this.parts;
    this.log(`connecting by ${type}`);
    const parts = {
      clock,
      createStream: (listener: XmppStreamListener) => createStream({ type, domain }, listener),
      // BOSH notices by its own requests, as in Cisco's page.
      ...(type === 'bosh' ? {} : { pingProperties: () => this.introduction.pingProperties }),
    };
    const account = { ...credentials, resource, mayUsePlain };
    this.session = new Session(account, parts, this.sessionListener());
  }

  private sessionListener(): SessionListener {
    return {
      connected: () => this.postSessionStatus('connected'),
      presence: (presence) => this.post(TunnelMessageType.Presence, encodePresenceBody(presence)),
      event: (event) => this.post(TunnelMessageType.Event, encodeEventBody(event)),
      ended: (status) => this.sessionEnded(status),
      log: (text) => this.log(text),
    };
  }

  private sessionEnded(status: SignInFailure): void {
    this.nodes.forget();
    this.postSessionStatus(status);
    if (status === 'conflict') {
      this.postSessionStatus('disconnected');
    }
    this.session = undefined;
  }

  /** Each status of a session stands behind the resource it speaks of. */
  private postSessionStatus(status: TunnelStatus): void {
    const resource = resourceOf(this.session?.jid ?? '');
    this.post(TunnelMessageType.ResourceId, resource);
    this.postStatus(status);
  }

  private postStatus(status: TunnelStatus): void {
    this.post(TunnelMessageType.Status, status);
  }

  private log(text: string): void {
    this.post(TunnelMessageType.Logging, text);
    this.trace(text);
  }

  private trace(text: string): void {
    if (this.isTracing) {
      this.parts.trace(text);
    }
  }

  private post(type: TunnelMessageType, body: string): void {
    this.parts.post({ type, body });
  }
}
