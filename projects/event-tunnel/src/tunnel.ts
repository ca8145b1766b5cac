import {
  type ConnectionType,
  type TunnelMessage,
  TunnelMessageType,
  type TunnelStatus,
} from 'finesse-tunnel/protocol';

import type { Clock } from './clock';
import { type Credentials, Introduction } from './introduction';
import { NodeRequests } from './node-requests';
import { readConnectRequest } from './read-connect-request';
import { Session } from './session';
import type { XmppStream, XmppStreamListener } from './stream/xmpp-stream';

/** How long a wanted disconnect waits for the answers to its unsubscribes. */
const FAREWELL_LIMIT_MS = 2_000;

/** Tells the parent something. */
export type Post = (type: TunnelMessageType, body: string) => void;

/** What the tunnel works with. */
export interface TunnelParts {
  readonly post: Post;
  readonly clock: Clock;
  readonly mayUsePlain: boolean;
  readonly openStream: (road: Road, listener: XmppStreamListener) => XmppStream;
  /** Where traces go once the parent has asked for them by CONTAINER_CONFIG. */
  readonly trace: (text: string) => void;
}

/** Which stream to open. */
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
  private readonly orders: Partial<Record<TunnelMessageType, (body: string) => void>> = {
    [TunnelMessageType.Subscribe]: (node) => this.nodes.subscribe(node),
    [TunnelMessageType.Unsubscribe]: (node) => this.nodes.unsubscribe(node),
    [TunnelMessageType.Subscriptions]: () => this.nodes.list(),
    [TunnelMessageType.ConnectRequest]: (xml) => this.connectOnRequest(xml),
    [TunnelMessageType.DisconnectRequest]: () => this.disconnect(),
  };

  constructor(private readonly parts: TunnelParts) {
    this.nodes = new NodeRequests({
      post: parts.post,
      session: () => (this.session?.isConnected ? this.session : undefined),
      pubsubDomain: () => this.introduction.pubsubDomain,
    });
  }

  /** Tells the parent that it may introduce itself. */
  start(): void {
    this.postStatus('loaded');
  }

  /** Obeys one message of the parent, or notes what it tells. */
  receive({ type, body }: TunnelMessage): void {
    const obey = this.orders[type];
    if (obey) {
      obey(body);
    } else {
      this.introduction.note(type, body);
    }
    const credentials = this.introduction.takeCredentials(type);
    if (credentials) {
      this.connect(credentials);
    }
  }

  /** Unsubscribes from everything, tells the answers, then ends the session. */
  disconnect(): void {
    const { session } = this;
    this.postStatus('unloading');
    const end = (): void => session?.end('disconnected', 'goodbye');
    if (session?.isConnected) {
      this.parts.clock.after(FAREWELL_LIMIT_MS, end);
      this.nodes.unsubscribeAll(end);
    } else {
      end();
    }
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
    const { introduction, nodes, parts } = this;
    const { connectionType: type, resource } = introduction;
    const { domain } = credentials;
    const { clock, post, mayUsePlain } = parts;
    this.log(`connecting by ${type}`);
    this.session = new Session(
      { ...credentials, resource, mayUsePlain },
      {
        clock,
        post,
        openStream: (listener) => parts.openStream({ type, domain }, listener),
        // BOSH notices by its own requests, as in Cisco's page.
        pingProperties: type === 'bosh' ? undefined : () => introduction.pingProperties,
        log: (text) => this.log(text),
        ended: () => nodes.forget(),
      },
    );
  }

  private postStatus(status: TunnelStatus): void {
    this.parts.post(TunnelMessageType.Status, status);
  }

  private log(text: string): void {
    this.parts.post(TunnelMessageType.Logging, text);
    if (this.introduction.isTracing) {
      this.parts.trace(text);
    }
  }
}
