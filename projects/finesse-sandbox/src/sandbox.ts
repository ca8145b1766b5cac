import { setImmediate } from 'node:timers/promises';

import type { FastifyBaseLogger, FastifyInstance } from 'fastify';

import { Availability } from './availability';
import { loadIdentity } from './certificate';
import { controlApi } from './control/control-api';
import { makeEjabberdAccounts } from './external-service/ejabberd-accounts';
import { makeExternalServices } from './external-service/make-external-services';
import { FaultBoard } from './faults/fault-board';
import { realClock } from './finesse/clock';
import { ContactCenter } from './finesse/contact-center';
import { restApi } from './finesse/rest-api';
import { createListener, type NodeRoutes, type TlsIdentity } from './http-server';
import { type Address, listen } from './listen';
import { listenXmpp, type XmppAddresses } from './listen-xmpp';
import { silentLog } from './log';
import { offerCertificate, type OfferedCertificate } from './offer-certificate';
import { OriginPolicy } from './origin-policy';
import { SandboxNode } from './sandbox-node';
import { DEFAULT_OPTIONS, type ExternalServers, type SandboxOptions } from './sandbox-options';
import { type Play, startPlay } from './play';

/** Where one node is reached, once it is up. */
export interface NodeAddress extends XmppAddresses {
  readonly name: 'A' | 'B';
  readonly api: string;
  readonly notification: string;
  readonly xmppDomain: string;
  readonly pubsubDomain: string;
  /** With TLS listeners only. */
  readonly tlsApi?: string;
  readonly tlsNotification?: string;
  /** With `--notification-service` only: the servers that are published into, without user and password. */
  readonly notificationServices?: readonly string[];
}

/** A simulated Finesse cluster in this process. */
export interface Sandbox {
  /** Empty before `start` and after `stop`. */
  readonly nodes: readonly NodeAddress[];
  /** The simulated world, for tests that want to look or to act. */
  readonly contactCenter: ContactCenter;
  /**
   * Opens every listener, then lets the simulation run.
   *
   * @throws ListenError when a port cannot be had, LinkFailure when an external server cannot; nothing stays open then.
   */
  start(): Promise<readonly NodeAddress[]>;
  /** Says goodbye to every session and closes everything. A stopped sandbox is not started again. */
  stop(): Promise<void>;
}

/**
 * Makes a sandbox; nothing listens before `start`. What is left out is as in {@link DEFAULT_OPTIONS}.
 *
 * @param log - Where it reports; silent by default.
 */
export function createSandbox(
  options: Partial<SandboxOptions> = {},
  log: FastifyBaseLogger = silentLog(),
): Sandbox {
  return new EmbeddedSandbox({ ...DEFAULT_OPTIONS, ...options }, log);
}

class EmbeddedSandbox implements Sandbox {
  readonly contactCenter: ContactCenter;
  nodes: readonly NodeAddress[] = [];
  private readonly clock;
  private readonly board = new FaultBoard();
  private readonly cluster: readonly SandboxNode[];
  private readonly listeners: FastifyInstance[] = [];
  private readonly availability: Availability;
  private play: Play | undefined;
  private certificate: OfferedCertificate | undefined;

  constructor(
    private readonly options: SandboxOptions,
    private readonly log: FastifyBaseLogger,
  ) {
    this.clock = realClock(options.speed);
    this.contactCenter = new ContactCenter({ ...options, clock: this.clock });
    this.availability = new Availability((userId, isAvailable, departure) => {
      this.contactCenter.presenceChanged(userId, isAvailable, departure);
    });
    const names = options.twoNodes ? (['A', 'B'] as const) : (['A'] as const);
    this.cluster = names.map((name) => this.makeNode(name));
    this.contactCenter.onPublication((publication) => {
      this.cluster.forEach((node) => node.publish(publication));
    });
    const apply = (node: SandboxNode) => node.applyFault.bind(node);
    this.board.listen({
      started: (fault) => this.cluster.map(apply).forEach((run) => run(fault, 'started')),
      ended: (fault) => this.cluster.map(apply).forEach((run) => run(fault, 'ended')),
    });
  }

  async start(): Promise<readonly NodeAddress[]> {
    const tls = this.options.tls ? await loadIdentity(this.options) : undefined;
    try {
      await Promise.all(this.cluster.map(async (node) => this.startExternal(node)));
      const nodes: NodeAddress[] = [];
      for (const node of this.cluster) {
        nodes.push(await this.open(node, tls));
      }
      this.nodes = nodes;
      await this.tellCertificate(tls);
    } catch (error) {
      await this.stop();
      throw error;
    }
    this.play = this.startPlay(this.options.seed);
    return this.nodes;
  }

  async stop(): Promise<void> {
    this.play?.stop();
    this.board.clear();
    await this.certificate?.withdraw();
    await Promise.all(this.cluster.map(async (node) => node.stop()));
    // The last answers of BOSH leave in this turn; closing the listeners breaks what is open.
    await setImmediate();
    await Promise.all(this.listeners.splice(0).map((listener) => listener.close()));
    this.nodes = [];
  }

  /** Whoever brought a certificate knows how to trust it. */
  private async tellCertificate(tls: TlsIdentity | undefined): Promise<void> {
    if (tls === undefined || this.options.certFile !== undefined) {
      return;
    }
    const origins = this.nodes.flatMap(({ tlsApi, tlsNotification }) => [tlsApi, tlsNotification]);
    const present = origins.filter((origin) => origin !== undefined);
    this.certificate = await offerCertificate(tls.cert, present);
    this.certificate.advice.forEach((line) => {
      this.log.info(line);
    });
  }

  private reset(seed: number, rate?: number): void {
    this.play?.stop();
    this.board.clear();
    this.cluster.forEach((node) => node.reset());
    this.contactCenter.reset(seed);
    this.availability.tellAgain();
    this.play = this.startPlay(seed, rate);
  }

  /** A rate that somebody asks for is simulated, whatever the options say. */
  private startPlay(seed: number, rate?: number): Play {
    const { contactCenter, clock } = this;
    const options =
      rate === undefined
        ? this.options
        : { ...this.options, rate, simulation: true, scenario: undefined };
    const onRefused = (what: string) => this.log.warn(`The scenario's ${what}`);
    return startPlay({ ...options, contactCenter, clock, seed, onRefused });
  }

  private makeNode(name: 'A' | 'B'): SandboxNode {
    const { xmppDomainA, xmppDomainB, twoNodes, seed, quirks } = this.options;
    const servers = this.serversOf(name);
    const { availability } = this;
    const onAvailability = availability.note.bind(availability);
    const [own, other] = name === 'A' ? [xmppDomainA, xmppDomainB] : [xmppDomainB, xmppDomainA];
    return new SandboxNode({
      name,
      domain: own,
      otherDomain: twoNodes ? other : undefined,
      seed,
      quirks,
      contactCenter: this.contactCenter,
      board: this.board,
      onFailure: (error) => this.log.error(error),
      onAvailability,
      external: makeExternalServices(servers, {
        contactCenter: this.contactCenter,
        capacity: this.options.notificationQueue,
        log: this.log,
        onAvailability,
      }),
      externalHttp: servers.http,
    });
  }

  private serversOf(name: 'A' | 'B'): ExternalServers {
    return name === 'A' ? this.options.externalA : this.options.externalB;
  }

  private async startExternal({ name, external }: SandboxNode): Promise<void> {
    const { urls, accountsApis } = this.serversOf(name);
    const { password } = this.options;
    for (const [index, api] of accountsApis.entries()) {
      const url = urls[index] ?? urls[0];
      if (url !== undefined) {
        const agents = [...this.contactCenter.world.users.keys()].map((user) => ({
          user,
          password,
        }));
        await makeEjabberdAccounts(api, url.domain, [url, ...agents]);
      }
    }
    await Promise.all(external.map(async (service) => service.start()));
  }

  private async open(node: SandboxNode, tls: TlsIdentity | undefined): Promise<NodeAddress> {
    const { domain, pubsubDomain } = node.service.addresses;
    const routes = this.routesOf(node);
    const ports = node.name === 'A' ? this.options.portsA : this.options.portsB;
    const suffix = node.name === 'A' ? '' : '-b';
    const http = (option: string, port: number) =>
      this.listen(routes, { option: `${option}${suffix}`, port, tls: undefined });
    const https = (option: string, port: number) =>
      this.listen(routes, { option: `${option}${suffix}`, port, tls });
    return {
      name: node.name,
      api: await http('api-port', ports.api),
      notification: await http('notification-port', ports.notification),
      xmppDomain: domain,
      pubsubDomain,
      ...(node.external.length === 0
        ? {}
        : { notificationServices: node.external.map(({ status }) => status.service) }),
      ...(await listenXmpp(node.tcp, ports, { host: this.options.host, suffix, tls })),
      ...(tls === undefined
        ? {}
        : {
            tlsApi: await https('tls-api-port', ports.tlsApi),
            tlsNotification: await https('tls-notification-port', ports.tlsNotification),
          }),
    };
  }

  private async listen(
    routes: NodeRoutes,
    wanted: Pick<Address, 'port' | 'option'> & { readonly tls: TlsIdentity | undefined },
  ): Promise<string> {
    const app = await createListener(routes, wanted.tls);
    this.listeners.push(app);
    return listen(app, {
      ...wanted,
      host: this.options.host,
      scheme: wanted.tls === undefined ? 'http' : 'https',
    });
  }

  /** Where plain HTTP is sent to, when it is. */
  private tlsOriginOf({ name }: SandboxNode): string | undefined {
    return this.contactCenter.hasQuirk('http-redirect')
      ? this.nodes.find((node) => node.name === name)?.tlsApi
      : undefined;
  }

  private routesOf(node: SandboxNode): NodeRoutes {
    const { contactCenter, options, board, cluster, log } = this;
    const origins = new OriginPolicy(options.allowOrigins, [
      options.xmppDomainA,
      options.xmppDomainB,
    ]);
    const control = controlApi({
      contactCenter,
      board,
      cluster,
      origins,
      token: options.controlToken,
      defaultSeed: options.seed,
      reset: (seed, rate) => this.reset(seed, rate),
    });
    return node.routes({
      restApi: restApi({
        contactCenter,
        systemInfo: () => node.facts(),
        tlsOrigin: () => this.tlsOriginOf(node),
      }),
      control: options.control ? control : undefined,
      origins,
      tunnelDir: options.tunnelDir,
      staticDir: options.staticDir,
      log,
    });
  }
}
