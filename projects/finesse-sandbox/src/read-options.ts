import { readFileSync } from 'node:fs';

import { CommandLine, OptionError, type OptionNames } from './command-line';
import { isQuirk, type Quirk, QUIRKS } from './finesse/quirk';
import { EXTERNAL_NAMES, type External, readExternal } from './read-external';
import {
  DEFAULT_OPTIONS,
  type ExternalServers,
  type NodePorts,
  type SandboxOptions,
} from './sandbox-options';
import { readOrigin } from './origin-policy';
import { loadScenario, type Scenario } from './scenario/scenario';

/** What the command line asks for. */
export type Command =
  | { readonly kind: 'help' }
  | { readonly kind: 'version' }
  /** Prints what the XMPP servers need to know. */
  | { readonly kind: 'accounts'; readonly options: SandboxOptions }
  | { readonly kind: 'run'; readonly options: SandboxOptions; readonly logsJson: boolean };

const text = { type: 'string' } as const;
const flag = { type: 'boolean' } as const;

const NAMES: OptionNames = {
  host: text,
  expose: flag,
  'api-port': text,
  'notification-port': text,
  tls: flag,
  'tls-api-port': text,
  'tls-notification-port': text,
  cert: text,
  key: text,
  'xmpp-port': text,
  'tls-xmpp-port': text,
  'xmpp-port-b': text,
  'tls-xmpp-port-b': text,
  'two-nodes': flag,
  'api-port-b': text,
  'notification-port-b': text,
  'tls-api-port-b': text,
  'tls-notification-port-b': text,
  'xmpp-domain': text,
  'xmpp-domain-b': text,
  ...EXTERNAL_NAMES,
  teams: text,
  agents: text,
  queues: text,
  password: text,
  deployment: text,
  rate: text,
  seed: text,
  speed: text,
  'no-simulation': flag,
  scenario: text,
  'tunnel-dir': text,
  static: text,
  'allow-origin': { type: 'string', multiple: true },
  strict: flag,
  quirks: text,
  control: flag,
  'control-token': text,
  json: flag,
  help: { type: 'boolean', short: 'h' },
  version: flag,
};

/**
 * Reads the command line.
 *
 * @throws OptionError for the first option that does not fit.
 */
export function readOptions(args: readonly string[]): Command {
  const line = new CommandLine(args, NAMES);
  if (line.has('help')) {
    return { kind: 'help' };
  }
  if (line.has('version')) {
    return { kind: 'version' };
  }
  const options = {
    ...readNetwork(line),
    ...readWorld(line),
    ...readPages(line),
    ...readControl(line),
  };
  checkExposure(options);
  if (line.has('print-accounts')) {
    return { kind: 'accounts', options };
  }
  return { kind: 'run', options, logsJson: line.has('json') };
}

type Network = Pick<
  SandboxOptions,
  | 'host'
  | 'expose'
  | 'portsA'
  | 'portsB'
  | 'tls'
  | 'certFile'
  | 'keyFile'
  | 'twoNodes'
  | 'xmppDomainA'
  | 'xmppDomainB'
> &
  External;

function readNetwork(line: CommandLine): Network {
  const external = readExternal(line);
  const xmppDomainA =
    domainOf(line, 'xmpp-domain', external.externalA) ?? DEFAULT_OPTIONS.xmppDomainA;
  const xmppDomainB = domainOf(line, 'xmpp-domain-b', external.externalB) ?? domainOfB(xmppDomainA);
  if (xmppDomainA === xmppDomainB) {
    throw new OptionError(`--xmpp-domain-b ${xmppDomainB}: give a domain of its own to node B.`);
  }
  const certFile = line.file('cert');
  const keyFile = line.file('key');
  if ((certFile === undefined) !== (keyFile === undefined)) {
    throw new OptionError('--cert and --key: give both, or neither for a certificate of its own.');
  }
  if (certFile !== undefined && !line.has('tls')) {
    throw new OptionError('--cert and --key: add --tls, otherwise nothing uses them.');
  }
  return {
    host: line.text('host') ?? DEFAULT_OPTIONS.host,
    expose: line.has('expose'),
    portsA: readPorts(line, '', DEFAULT_OPTIONS.portsA),
    portsB: readPorts(line, '-b', DEFAULT_OPTIONS.portsB),
    tls: line.has('tls'),
    certFile,
    keyFile,
    twoNodes: line.has('two-nodes'),
    xmppDomainA,
    xmppDomainB,
    ...external,
  };
}

/** An external server knows its domain; an option may repeat it, not contradict it. */
function domainOf(line: CommandLine, name: string, { urls }: ExternalServers): string | undefined {
  const given = readDomain(line, name);
  const served = urls[0]?.domain;
  if (given !== undefined && served !== undefined && given !== served) {
    throw new OptionError(
      `--${name} ${given}: --notification-service names ${served}; leave it out.`,
    );
  }
  return served ?? given;
}

function readPorts(line: CommandLine, suffix: string, otherwise: NodePorts): NodePorts {
  return {
    api: line.port(`api-port${suffix}`, otherwise.api),
    notification: line.port(`notification-port${suffix}`, otherwise.notification),
    tlsApi: line.port(`tls-api-port${suffix}`, otherwise.tlsApi),
    tlsNotification: line.port(`tls-notification-port${suffix}`, otherwise.tlsNotification),
    ...readXmppPorts(line, suffix),
  };
}

/** No listener for plain XMPP unless one is asked for. */
function readXmppPorts(line: CommandLine, suffix: string): Partial<NodePorts> {
  const option = `xmpp-port${suffix}`;
  const tlsOption = `tls-${option}`;
  if (line.text(option) === undefined) {
    if (line.text(tlsOption) !== undefined) {
      throw new OptionError(`--${tlsOption}: add --${option}, which opens XMPP over TCP at all.`);
    }
    return {};
  }
  if (line.texts(`notification-service${suffix}`) !== undefined) {
    throw new OptionError(
      `--${option}: the server of --notification-service${suffix} has a port of its own; leave it out.`,
    );
  }
  return { xmpp: line.port(option, 0), tlsXmpp: line.port(tlsOption, suffix === '' ? 5223 : 5224) };
}

function readDomain(line: CommandLine, name: string): string | undefined {
  const domain = line.text(name)?.toLowerCase();
  if (domain !== undefined && !/^[a-z\d]([a-z\d.-]{0,250}[a-z\d])?$/.test(domain)) {
    throw new OptionError(`--${name} ${domain}: give a host name such as finesse-a.example.test.`);
  }
  return domain;
}

function domainOfB(domainA: string): string {
  return domainA.startsWith('finesse-a.')
    ? domainA.replace('finesse-a.', 'finesse-b.')
    : `b.${domainA}`;
}

type World = Pick<
  SandboxOptions,
  | 'teams'
  | 'agents'
  | 'queues'
  | 'password'
  | 'deployment'
  | 'rate'
  | 'seed'
  | 'speed'
  | 'simulation'
  | 'scenario'
>;

function readWorld(line: CommandLine): World {
  const deployment = line.text('deployment') ?? DEFAULT_OPTIONS.deployment;
  if (deployment !== 'uccx' && deployment !== 'ucce') {
    throw new OptionError(`--deployment ${deployment}: give uccx or ucce.`);
  }
  const scenario = readScenario(line);
  return {
    teams: line.integer('teams', [1, 1000], DEFAULT_OPTIONS.teams),
    agents: line.integer('agents', [1, 20_000], DEFAULT_OPTIONS.agents),
    queues: line.integer('queues', [0, 1000], DEFAULT_OPTIONS.queues),
    password: line.text('password') ?? DEFAULT_OPTIONS.password,
    deployment,
    rate: line.decimal('rate', [0, 100_000], DEFAULT_OPTIONS.rate),
    seed: line.integer('seed', [0, 4_294_967_295], DEFAULT_OPTIONS.seed),
    speed: line.decimal('speed', [0.001, 10_000], DEFAULT_OPTIONS.speed),
    simulation: !line.has('no-simulation') && scenario === undefined,
    scenario,
  };
}

function readScenario(line: CommandLine): Scenario | undefined {
  const file = line.file('scenario');
  if (file === undefined) {
    return undefined;
  }
  if (line.has('no-simulation')) {
    throw new OptionError('--scenario and --no-simulation: they exclude each other; give one.');
  }
  const loaded = loadScenario(readFileSync(file, 'utf8'));
  if (!loaded.ok) {
    throw new OptionError(`--scenario ${file}: ${loaded.message}`);
  }
  return loaded.scenario;
}

type Pages = Pick<SandboxOptions, 'tunnelDir' | 'staticDir' | 'allowOrigins' | 'quirks'>;

function readPages(line: CommandLine): Pages {
  const given = line.texts('allow-origin');
  return {
    tunnelDir: line.directory('tunnel-dir'),
    staticDir: line.directory('static'),
    allowOrigins: given === undefined ? DEFAULT_OPTIONS.allowOrigins : given.map(checkOrigin),
    quirks: readQuirks(line),
  };
}

function checkOrigin(value: string): string {
  const origin = readOrigin(value);
  if (origin === undefined) {
    throw new OptionError(
      `--allow-origin ${value}: give scheme, host and port alone, such as https://portal.example.test, or the word loopback.`,
    );
  }
  return origin;
}

function readQuirks(line: CommandLine): Quirk[] {
  const names = line.text('quirks')?.split(',') ?? [];
  if (names.length > 0 && line.has('strict')) {
    throw new OptionError('--strict and --quirks: they exclude each other; give one.');
  }
  return names.map((name) => {
    const quirk = name.trim();
    if (!isQuirk(quirk)) {
      throw new OptionError(
        `--quirks ${name}: there is no such quirk; known: ${QUIRKS.join(', ')}.`,
      );
    }
    return quirk;
  });
}

function readControl(line: CommandLine): Pick<SandboxOptions, 'control' | 'controlToken'> {
  return { control: line.has('control'), controlToken: line.text('control-token') };
}

const LOOPBACK_HOSTS = /^(localhost|127(\.\d{1,3}){3}|::1|\[::1\])$/;

function checkExposure({ host, expose, control, controlToken }: SandboxOptions): void {
  if (LOOPBACK_HOSTS.test(host)) {
    return;
  }
  if (!expose) {
    throw new OptionError(
      `--host ${host}: this is not a loopback address; add --expose if others may reach the sandbox.`,
    );
  }
  if (control && controlToken === undefined) {
    throw new OptionError(
      `--host ${host}: the control API would be open to others; add --control-token, or leave --control out.`,
    );
  }
}
