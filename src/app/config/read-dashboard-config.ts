import { isLanguageTag, type Language, SOURCE_LANGUAGE } from '../language/language';
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
const FIELDS = ['hosts', 'connectionType', 'language', 'languages', 'wallSession', 'sharedTunnel'];

/** Reads the parsed content of `config.json`, and reports every fault at once rather than the first. */
export function readDashboardConfig(content: unknown): ConfigReading {
  if (!isRecord(content)) {
    return refusal(
      '',
      $localize`:@@config.no-object:It holds no JSON object.`,
      $localize`:@@config.no-object.remedy:Start it with { "hosts": [ … ] }.`,
    );
  }
  const problems: ConfigProblem[] = unknownFields(content, FIELDS, '');
  const [host, ...others] = readHosts(content['hosts'], problems);
  const connectionType = readConnectionType(content['connectionType'], problems);
  const language = readTag(content['language'] ?? SOURCE_LANGUAGE.tag, 'language', problems);
  const languages = readLanguages(content['languages'] ?? [], problems);
  const wallSession = readWallSession(content['wallSession'], problems);
  const sharedTunnel = readSwitch(content['sharedTunnel'], 'sharedTunnel', problems);
  return problems.length > 0 || host === undefined
    ? { ok: false, problems }
    : {
        ok: true,
        config: {
          hosts: [host, ...others],
          connectionType,
          language,
          languages,
          sharedTunnel,
          ...wallSession,
        },
      };
}

/** A reading that failed for one reason. */
export function refusal(field: string, problem: string, remedy: string): ConfigReading {
  return { ok: false, problems: [{ field, problem, remedy }] };
}

function readHosts(value: unknown, problems: ConfigProblem[]): readonly DashboardHost[] {
  if (!Array.isArray(value) || value.length === 0) {
    problems.push({
      field: 'hosts',
      problem: value === undefined ? missing() : isNot(value, $localize`:@@config.a-list:a list`),
      remedy: $localize`:@@config.hosts.remedy:Give a list with at least one { "tunnelUrl": "…", "restUrl": "…" }.`,
    });
    return [];
  }
  return value.map((host: unknown, index) => readHost(host, `hosts[${index}]`, problems));
}

function readHost(value: unknown, field: string, problems: ConfigProblem[]): DashboardHost {
  if (!isRecord(value)) {
    problems.push({
      field,
      problem: isNot(value, $localize`:@@config.an-object:an object`),
      remedy: $localize`:@@config.host.remedy:Give { "tunnelUrl": "…", "restUrl": "…" }.`,
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
    problem:
      value === undefined
        ? missing()
        : isNot(value, $localize`:@@config.a-web-address:a web address`),
    remedy: field.endsWith('tunnelUrl')
      ? wholeAddress('https://finesse.example.test:8445/tunnel/')
      : wholeAddress('https://finesse.example.test:8445/finesse/api'),
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
      problem: $localize`:@@config.is:It is ${shown(value)}:value:.`,
      remedy: $localize`:@@config.connection-type.remedy:Give "websocket", "bosh" or "auto", or leave it out for "websocket".`,
    });
  }
  return known ?? 'websocket';
}

/** Off unless it says otherwise. */
function readSwitch(value: unknown, field: string, problems: ConfigProblem[]): boolean {
  if (value !== undefined && typeof value !== 'boolean') {
    problems.push({
      field,
      problem: $localize`:@@config.is:It is ${shown(value)}:value:.`,
      remedy: $localize`:@@config.switch.remedy:Give true or false, or leave it out for false.`,
    });
  }
  return value === true;
}

function readTag(value: unknown, field: string, problems: ConfigProblem[]): string {
  if (isLanguageTag(value)) {
    return value;
  }
  problems.push({
    field,
    problem: isNot(value, $localize`:@@config.a-language:the tag of a language`),
    remedy: $localize`:@@config.language.remedy:Give a tag such as "en", "de" or "pt-BR".`,
  });
  return '';
}

function readLanguages(value: unknown, problems: ConfigProblem[]): readonly Language[] {
  if (!Array.isArray(value)) {
    const problem = isNot(value, $localize`:@@config.a-list:a list`);
    problems.push({ field: 'languages', problem, remedy: languagesRemedy() });
    return [];
  }
  return value.map((language: unknown, index) => {
    const field = `languages[${index}]`;
    const { tag, name, ...rest } = isRecord(language) ? language : {};
    if (typeof name !== 'string' || name === '') {
      const problem = isNot(language, '{ "tag": "…", "name": "…" }');
      problems.push({ field, problem, remedy: languagesRemedy() });
      return { tag: '', name: '' };
    }
    problems.push(...unknownFields(rest, ['tag', 'name'], `${field}.`));
    return { tag: readTag(tag, `${field}.tag`, problems), name };
  });
}

function readWallSession(
  value: unknown,
  problems: ConfigProblem[],
): Pick<DashboardConfig, 'wallSession'> {
  if (value === undefined) {
    return {};
  }
  const { tokenUrl, ...rest } = isRecord(value) ? value : {};
  problems.push(...unknownFields(rest, ['tokenUrl'], 'wallSession.'));
  const isUrl = typeof tokenUrl === 'string' && /^(https?:\/\/|\/(?!\/))/.test(tokenUrl);
  if (isUrl) {
    return { wallSession: { tokenUrl } };
  }
  problems.push({
    field: 'wallSession.tokenUrl',
    problem: isNot(tokenUrl, $localize`:@@config.a-web-address:a web address`),
    remedy: $localize`:@@config.wall-session.remedy:Give { "tokenUrl": "/…" }, an address that answers with { "id", "token" } or { "id", "password" }.`,
  });
  return {};
}

function missing(): string {
  return $localize`:@@config.missing:It is missing.`;
}

function isNot(value: unknown, wanted: string): string {
  return $localize`:@@config.is-not:It is ${shown(value)}:value:, not ${wanted}:wanted:.`;
}

function wholeAddress(example: string): string {
  return $localize`:@@config.address.remedy:Give the whole address, such as ${example}:example:.`;
}

function languagesRemedy(): string {
  return $localize`:@@config.languages.remedy:Give a list such as [{ "tag": "fr", "name": "Français" }], with the file languages/fr.json.`;
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
      problem: $localize`:@@config.unknown-field:This field is not known.`,
      remedy: $localize`:@@config.unknown-field.remedy:Remove it, or correct its spelling: ${known.join(', ')}:fields:.`,
    }));
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  const json = value === undefined ? 'undefined' : JSON.stringify(value);
  return json.length > 60 ? `${json.slice(0, 59)}…` : json;
}
