import type { ServiceUrl } from './external-service/service-url';
import type { Quirk } from './finesse/quirk';
import type { Scenario } from './scenario/scenario';

export type { Quirk } from './finesse/quirk';

/** Ports of one node; 0 picks a free one. */
export interface NodePorts {
  readonly api: number;
  readonly notification: number;
  readonly tlsApi: number;
  readonly tlsNotification: number;
  /** Plain XMPP over TCP; no listener without it. */
  readonly xmpp?: number;
  /** XMPP over TLS from the start; beside `xmpp`, with TLS only. Default 5223, node B 5224. */
  readonly tlsXmpp?: number;
}

/** The XMPP servers that stand in for the embedded notification service of one node. */
export interface ExternalServers {
  /** Every notification is published on each of them; empty for the embedded service. All serve one domain. */
  readonly urls: readonly ServiceUrl[];
  /** Where one of them answers `/ws/` and `/http-bind/`, which the node then passes on. */
  readonly http: string | undefined;
  /** Base URLs of ejabberd's HTTP API, which get the accounts at start. */
  readonly accountsApis: readonly string[];
}

/** Everything the sandbox can be told. {@link DEFAULT_OPTIONS} says what holds otherwise. */
export interface SandboxOptions {
  /** Bind address. */
  readonly host: string;
  /** Whether `host` may be anything but loopback. */
  readonly expose: boolean;
  readonly portsA: NodePorts;
  readonly portsB: NodePorts;
  /** Adds TLS listeners. The certificate is made at start unless both files are given. */
  readonly tls: boolean;
  readonly certFile: string | undefined;
  readonly keyFile: string | undefined;
  readonly twoNodes: boolean;
  readonly xmppDomainA: string;
  readonly xmppDomainB: string;
  readonly externalA: ExternalServers;
  readonly externalB: ExternalServers;
  /** How many notifications may wait for an external server. */
  readonly notificationQueue: number;
  readonly teams: number;
  readonly agents: number;
  readonly queues: number;
  readonly password: string;
  readonly deployment: 'uccx' | 'ucce';
  /** Simulated state changes a second. */
  readonly rate: number;
  readonly seed: number;
  /** Simulated seconds a second. */
  readonly speed: number;
  /** Whether the random simulator runs. */
  readonly simulation: boolean;
  /** A timed scenario in place of the random simulator. */
  readonly scenario: Scenario | undefined;
  /** What `/tunnel/` serves in place of the built-in page. */
  readonly tunnelDir: string | undefined;
  /** What `/` serves. */
  readonly staticDir: string | undefined;
  /** Origins, or the word `loopback` for every origin of this machine. */
  readonly allowOrigins: readonly string[];
  readonly quirks: readonly Quirk[];
  readonly control: boolean;
  /** What the control API asks for, when set. */
  readonly controlToken: string | undefined;
}

/** What holds when nothing is said. */
export const DEFAULT_OPTIONS: SandboxOptions = {
  host: '127.0.0.1',
  expose: false,
  portsA: { api: 8082, notification: 7071, tlsApi: 8445, tlsNotification: 7443 },
  portsB: { api: 8083, notification: 7072, tlsApi: 8446, tlsNotification: 7444 },
  tls: false,
  certFile: undefined,
  keyFile: undefined,
  twoNodes: false,
  xmppDomainA: 'finesse-a.example.test',
  xmppDomainB: 'finesse-b.example.test',
  externalA: { urls: [], http: undefined, accountsApis: [] },
  externalB: { urls: [], http: undefined, accountsApis: [] },
  notificationQueue: 10_000,
  teams: 3,
  agents: 24,
  queues: 6,
  password: 'cisco',
  deployment: 'ucce',
  rate: 5,
  seed: 1,
  speed: 1,
  simulation: true,
  scenario: undefined,
  tunnelDir: undefined,
  staticDir: undefined,
  allowOrigins: ['loopback'],
  quirks: [],
  control: false,
  controlToken: undefined,
};
