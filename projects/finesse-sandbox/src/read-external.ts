import { type CommandLine, OptionError, type OptionNames } from './command-line';
import { readServiceUrl, type ServiceUrl } from './external-service/service-url';
import { DEFAULT_OPTIONS, type ExternalServers, type SandboxOptions } from './sandbox-options';

const text = { type: 'string' } as const;
const texts = { type: 'string', multiple: true } as const;

/** The options about notification services that run elsewhere. */
export const EXTERNAL_NAMES: OptionNames = {
  'notification-service': texts,
  'notification-service-b': texts,
  'notification-http': text,
  'notification-http-b': text,
  'notification-queue': text,
  'notification-accounts': texts,
  'notification-accounts-b': texts,
  'print-accounts': { type: 'boolean' },
};

/** What those options decide. */
export type External = Pick<SandboxOptions, 'externalA' | 'externalB' | 'notificationQueue'>;

/** @throws OptionError that repeats no value of `--notification-service`, which may hold a password. */
export function readExternal(line: CommandLine): External {
  const externalA = readServers(line, '');
  const externalB = readServers(line, '-b');
  if (externalB.urls.length > 0 && !line.has('two-nodes')) {
    throw new OptionError(
      '--notification-service-b: add --two-nodes, otherwise there is no node B.',
    );
  }
  if (line.has('two-nodes') && externalA.urls.length > 0 !== externalB.urls.length > 0) {
    throw new OptionError(
      '--two-nodes: give both nodes a server, with --notification-service and --notification-service-b, or none.',
    );
  }
  const notificationQueue = line.integer(
    'notification-queue',
    [1, 10_000_000],
    DEFAULT_OPTIONS.notificationQueue,
  );
  return { externalA, externalB, notificationQueue };
}

function readServers(line: CommandLine, suffix: string): ExternalServers {
  const option = `notification-service${suffix}`;
  const urls = (line.texts(option) ?? []).map((value) => readUrl(option, value));
  const domains = new Set(urls.map(({ domain }) => domain));
  if (domains.size > 1) {
    throw new OptionError(
      `--${option}: the servers of one node serve one domain; these serve ${[...domains].join(' and ')}.`,
    );
  }
  const httpOption = `notification-http${suffix}`;
  const accountsOption = `notification-accounts${suffix}`;
  const httpText = line.text(httpOption);
  const accounts = line.texts(accountsOption) ?? [];
  const [first] = [
    ...(httpText === undefined ? [] : [httpOption]),
    ...accounts.map(() => accountsOption),
  ];
  if (first !== undefined && urls.length === 0) {
    throw new OptionError(`--${first}: add --${option}; there is no other server.`);
  }
  return {
    urls,
    http: httpText === undefined ? undefined : readHttpUrl(httpOption, httpText),
    accountsApis: accounts.map((value) => readHttpUrl(accountsOption, value)),
  };
}

function readUrl(option: string, value: string): ServiceUrl {
  const read = readServiceUrl(value, process.env['FINESSE_NOTIFICATION_PASSWORD']);
  if (!read.ok) {
    throw new OptionError(`--${option}: ${read.reason}.`);
  }
  return read.url;
}

function readHttpUrl(name: string, value: string): string {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  if (url?.protocol !== 'http:') {
    throw new OptionError(`--${name} ${value}: give an address such as http://127.0.0.1:5280.`);
  }
  return url.href.replace(/\/$/, '');
}
