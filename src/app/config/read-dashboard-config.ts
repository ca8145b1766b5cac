import {
  type ConfigProblem,
  type ConfigReading,
  type DashboardConfig,
  type DashboardHost,
} from './dashboard-config';

const CONNECTION_TYPES: readonly DashboardConfig['connectionType'][] = [
  'websocket',
  'bosh',
  'auto',
];

/** Reads the parsed content of `config.json`, and reports every fault at once rather than the first. */
export function readDashboardConfig(content: unknown): ConfigReading {
  if (!isRecord(content)) {
    return refusal('', 'It holds no JSON object.', 'Start it with { "hosts": [ … ] }.');
  }
  const problems: ConfigProblem[] = unknownFields(content, ['hosts', 'connectionType'], '');
  const [host, ...others] = readHosts(content['hosts'], problems);
  const connectionType = readConnectionType(content['connectionType'], problems);
  return problems.length > 0 || host === undefined
    ? { ok: false, problems }
    : { ok: true, config: { hosts: [host, ...others], connectionType } };
}

/** A reading that failed for one reason. */
export function refusal(field: string, problem: string, remedy: string): ConfigReading {
  return { ok: false, problems: [{ field, problem, remedy }] };
}

function readHosts(value: unknown, problems: ConfigProblem[]): readonly DashboardHost[] {
  if (!Array.isArray(value) || value.length === 0) {
    problems.push({
      field: 'hosts',
      problem: value === undefined ? 'It is missing.' : `It is ${shown(value)}, not a list.`,
      remedy: 'Give a list with at least one { "tunnelUrl": "…", "restUrl": "…" }.',
    });
    return [];
  }
  return value.map((host: unknown, index) => readHost(host, `hosts[${index}]`, problems));
}

function readHost(value: unknown, field: string, problems: ConfigProblem[]): DashboardHost {
  if (!isRecord(value)) {
    problems.push({
      field,
      problem: `It is ${shown(value)}, not an object.`,
      remedy: 'Give { "tunnelUrl": "…", "restUrl": "…" }.',
    });
    return { tunnelUrl: '', restUrl: '' };
  }
  problems.push(...unknownFields(value, ['tunnelUrl', 'restUrl'], `${field}.`));
  return {
    tunnelUrl: readUrl(value['tunnelUrl'], `${field}.tunnelUrl`, problems),
    restUrl: readUrl(value['restUrl'], `${field}.restUrl`, problems),
  };
}

function readUrl(value: unknown, field: string, problems: ConfigProblem[]): string {
  const isUrl = typeof value === 'string' && /^https?:\/\//.test(value) && URL.canParse(value);
  if (isUrl) {
    return value;
  }
  problems.push({
    field,
    problem: value === undefined ? 'It is missing.' : `It is ${shown(value)}, not a web address.`,
    remedy: field.endsWith('tunnelUrl')
      ? 'Give the whole address, such as https://finesse.example.test:8445/tunnel/.'
      : 'Give the whole address, such as https://finesse.example.test:8445/finesse/api.',
  });
  return '';
}

function readConnectionType(
  value: unknown,
  problems: ConfigProblem[],
): DashboardConfig['connectionType'] {
  const known = CONNECTION_TYPES.find((type) => type === value);
  if (known === undefined && value !== undefined) {
    problems.push({
      field: 'connectionType',
      problem: `It is ${shown(value)}.`,
      remedy: 'Give "websocket", "bosh" or "auto", or leave it out for "websocket".',
    });
  }
  return known ?? 'websocket';
}

function unknownFields(
  record: Record<string, unknown>,
  known: readonly string[],
  prefix: string,
): ConfigProblem[] {
  return Object.keys(record)
    .filter((name) => !known.includes(name))
    .map((name) => ({
      field: `${prefix}${name}`,
      problem: 'This field is not known.',
      remedy: `Remove it, or correct its spelling: ${known.join(', ')}.`,
    }));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  const json = value === undefined ? 'undefined' : JSON.stringify(value);
  return json.length > 60 ? `${json.slice(0, 59)}…` : json;
}
