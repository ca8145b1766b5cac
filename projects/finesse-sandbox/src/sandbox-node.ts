import { systemInfoNode } from 'finesse-tunnel/protocol';
import type { FastifyBaseLogger, FastifyPluginAsync } from 'fastify';

import { EmbeddedOutlet } from './embedded-outlet';
import { ExternalOutlet } from './external-service/external-outlet';
import type { ExternalService } from './external-service/external-service';
import { HttpBridge } from './external-service/http-bridge';
import type { Fault, FaultRequest } from './faults/fault';
import { type FaultBoard, isOn } from './faults/fault-board';
import { NodeFaults } from './faults/node-faults';
import { NotificationFaults } from './faults/notification-faults';
import type { ContactCenter } from './finesse/contact-center';
import type { Publication } from './finesse/publication';
import type { SystemInfoFacts } from './finesse/system-info-facts';
import { systemInfoElement } from './finesse/write-system-info';
import { writeUpdate } from './finesse/write-update';
import type { NodeRoutes } from './http-server';
import type { NotificationOutlet } from './notification-outlet';
import type { OriginPolicy } from './origin-policy';
import type { Quirk } from './sandbox-options';
import { tunnelPage } from './tunnel-page';
import { BoshEndpoint } from './xmpp/bosh-endpoint';
import { type Departure, NotificationService } from './xmpp/notification-service';
import { TcpEndpoint } from './xmpp/tcp-endpoint';
import { WebSocketEndpoint } from './xmpp/websocket-endpoint';

/** What makes one node of the cluster. */
export interface SandboxNodeOptions {
  readonly name: 'A' | 'B';
  readonly domain: string;
  /** The domain of the other node, when there is one. */
  readonly otherDomain: string | undefined;
  readonly seed: number;
  readonly quirks: readonly Quirk[];
  readonly contactCenter: ContactCenter;
  readonly board: FaultBoard;
  readonly onAvailability: (userId: string, isAvailable: boolean, departure?: Departure) => void;
  readonly onFailure: (error: unknown) => void;
  /** Publishers into servers that run elsewhere; empty: the embedded service is the one. */
  readonly external: readonly ExternalService[];
  /** Where `/ws/` and `/http-bind/` of those servers are. */
  readonly externalHttp: string | undefined;
}

/** The parts of the routes that the node does not make itself. */
export interface GivenRoutes {
  readonly restApi: FastifyPluginAsync;
  readonly control: FastifyPluginAsync | undefined;
  readonly origins: OriginPolicy;
  readonly tunnelDir: string | undefined;
  readonly staticDir: string | undefined;
  readonly log: FastifyBaseLogger;
}

/** One Finesse node: its own XMPP and pubsub domain, sessions and faults, over the common world. */
export class SandboxNode {
  readonly name: 'A' | 'B';
  readonly service: NotificationService;
  readonly faults: NodeFaults;
  private readonly bosh: BoshEndpoint;
  readonly tcp: TcpEndpoint;
  private readonly webSocket: WebSocketEndpoint;
  private readonly notifications: NotificationFaults;
  private readonly outlet: NotificationOutlet;

  constructor(private readonly options: SandboxNodeOptions) {
    this.name = options.name;
    this.faults = new NodeFaults(options.board, options.name, options.seed);
    this.service = new NotificationService({
      domain: options.domain,
      accounts: options.contactCenter,
      refusesSilently: options.quirks.includes('silent-refusal'),
      refusesSignIns: () => this.faults.active('unauthorized') !== undefined,
      isInConflict: (userId) => this.isInConflict(userId),
      onAvailability: options.onAvailability,
      onFailure: options.onFailure,
    });
    this.bosh = new BoshEndpoint(this.service);
    this.webSocket = new WebSocketEndpoint(this.service, this.faults);
    this.tcp = new TcpEndpoint(this.service, this.faults);
    this.outlet =
      options.external.length > 0
        ? new ExternalOutlet(options.external)
        : new EmbeddedOutlet(this.service);
    this.notifications = new NotificationFaults(this.faults, (outgoing) => {
      this.outlet.publish(outgoing);
    });
  }

  /** The publishers into servers that run elsewhere. */
  get external(): readonly ExternalService[] {
    return this.options.external;
  }

  /** What this node's SystemInfo says of itself. */
  facts(): SystemInfoFacts {
    const { name, domain, otherDomain } = this.options;
    const [primary, secondary] = name === 'A' ? [domain, otherDomain] : [otherDomain, domain];
    return {
      xmppDomain: domain,
      xmppPubSubDomain: this.service.addresses.pubsubDomain,
      primaryNode: { host: primary ?? domain },
      ...(secondary === undefined ? {} : { secondaryNode: { host: secondary } }),
      outOfService: this.faults.active('out-of-service') !== undefined,
    };
  }

  /** Sends a change of the world to this node's readers; unread ones are not even written. */
  publish(publication: Publication): void {
    if (this.outlet.hasReaders(publication.node)) {
      const payload = publication.payloadFor?.(this.facts()) ?? publication.payload;
      this.notifications.send(publication.node, payload);
    }
  }

  /** Sends any text on any node, which others may subscribe to from then on. */
  publishText(node: string, payload: string): void {
    this.outlet.addNode(node);
    this.notifications.send(node, payload);
  }

  /** Why a fault cannot be had on this node; `undefined` if it can. */
  refusalOf({ kind, target }: FaultRequest): string | undefined {
    const isBeyondReach =
      kind === 'conflict' ||
      kind === 'unauthorized' ||
      (kind === 'malformed' && target === 'stanza');
    return isBeyondReach && this.external.length > 0
      ? `${kind}: the notification service of node ${this.name} runs elsewhere and makes sessions and stanzas itself; ` +
          'leave --notification-service out to have this fault.'
      : undefined;
  }

  /** Does what a fault does when it begins and when it is over, besides what is asked of it meanwhile. */
  applyFault(fault: Fault, moment: 'started' | 'ended'): void {
    if (!isOn(fault, this.name)) {
      return;
    }
    switch (fault.kind) {
      case 'conflict':
        if (moment === 'started') {
          this.service.conflict(({ userId }) => isMeant(fault, userId));
        }
        break;
      case 'out-of-service':
        this.publishSystemInfo();
        break;
      case 'service-away':
        this.outlet.setPublisherHere(this.faults.active('service-away') === undefined);
        break;
      case 'reorder':
        this.notifications.flush();
        break;
      case 'cut':
      case 'stall':
      case 'refuse':
      case 'delay':
      case 'lose':
      case 'duplicate':
      case 'malformed':
      case 'unauthorized':
      case 'slow-tunnel':
        break;
    }
  }

  /** Back to the start: subscriptions are forgotten, sessions stay. */
  reset(): void {
    this.notifications.flush();
    this.service.pubsub.reset();
  }

  routes({ tunnelDir, ...given }: GivenRoutes): NodeRoutes {
    const { bosh, webSocket, faults } = this;
    const { external, externalHttp } = this.options;
    const bridge = external.length > 0 ? new HttpBridge(externalHttp) : undefined;
    const tunnel = tunnelPage({ directory: tunnelDir, origins: given.origins, faults });
    return { ...given, tunnel, bosh, webSocket, faults, bridge };
  }

  /** Says goodbye to all sessions, then closes what did not go. */
  async stop(): Promise<void> {
    this.notifications.flush();
    this.service.shutDown();
    await Promise.all([
      this.webSocket.close(),
      this.tcp.close(),
      ...this.external.map((each) => each.stop()),
    ]);
  }

  private publishSystemInfo(): void {
    const source = systemInfoNode();
    const { contactCenter } = this.options;
    const element = systemInfoElement('systemInfo', contactCenter.systemStatus(), this.facts());
    contactCenter.countPublication(source);
    this.notifications.send(source, writeUpdate(element, { event: 'PUT', source }));
  }

  private isInConflict(userId: string): boolean {
    const fault = this.faults.active('conflict');
    return fault !== undefined && isMeant(fault, userId);
  }
}

function isMeant(fault: Fault, userId: string): boolean {
  return fault.agent === undefined || fault.agent === userId;
}
