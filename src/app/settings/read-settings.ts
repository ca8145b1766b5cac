import { readAlertRules } from './read-alert-rules';
import {
  DEFAULT_SETTINGS,
  NUMBER_FORMATS,
  type Settings,
  THRESHOLD_NAMES,
  type Thresholds,
} from './settings';

/** The settings, or everything that is wrong with them. */
export type SettingsReading =
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problems: readonly string[] };

/** The version of the form below. */
export const SETTINGS_VERSION = 1;

const THEMES: readonly Settings['theme'][] = ['system', 'light', 'dark', 'contrast'];
const HOURS: readonly Settings['hours'][] = ['language', '12', '24'];
const DENSITIES: readonly Settings['density'][] = ['comfortable', 'compact'];
const FIELDS: readonly string[] = ['version', ...Object.keys(DEFAULT_SETTINGS)];

/**
 * Reads settings as they are stored and exported: `{ "version": 1, "theme": "dark", … }`. What is not given keeps its
 * default; what is wrong is named, each by its field, and nothing is taken over.
 */
export function readSettings(text: string): SettingsReading {
  const content = parse(text);
  if (!isRecord(content)) {
    return refused(
      $localize`:@@settings.no-json:It is no JSON object: it is cut short or damaged.`,
    );
  }
  const { version } = content;
  if (version !== SETTINGS_VERSION) {
    return refused(
      $localize`:@@settings.version:version: it is ${shown(version)}:value:; this dashboard reads ${SETTINGS_VERSION}:version:.`,
    );
  }
  const problems = unknownNames(content, FIELDS, '');
  const choose = <T extends string>(field: keyof Settings, choices: readonly T[], byDefault: T) =>
    readChoice(content[field], { field, choices, byDefault, problems });
  const settings: Settings = {
    theme: choose('theme', THEMES, DEFAULT_SETTINGS.theme),
    hours: choose('hours', HOURS, DEFAULT_SETTINGS.hours),
    numbers: choose('numbers', ['language', ...NUMBER_FORMATS], DEFAULT_SETTINGS.numbers),
    density: choose('density', DENSITIES, DEFAULT_SETTINGS.density),
    thresholds: readThresholds(content['thresholds'], problems),
    alerts: readAlertRules(content['alerts'], problems),
  };
  return problems.length === 0 ? { ok: true, settings } : { ok: false, problems };
}

/** Writes settings in the form that is read. */
export function writeSettings(settings: Settings): string {
  return `${JSON.stringify({ version: SETTINGS_VERSION, ...settings }, null, 2)}\n`;
}

function readThresholds(value: unknown, problems: string[]): Thresholds {
  if (value === undefined) {
    return DEFAULT_SETTINGS.thresholds;
  }
  if (!isRecord(value)) {
    problems.push(mustBe('thresholds', '{ … }', value));
    return {};
  }
  problems.push(...unknownNames(value, THRESHOLD_NAMES, 'thresholds.'));
  const thresholds: Partial<Record<keyof Thresholds, number>> = {};
  for (const name of THRESHOLD_NAMES) {
    const threshold = value[name];
    if (typeof threshold === 'number' && threshold > 0 && threshold <= 10_000) {
      thresholds[name] = threshold;
    } else if (threshold !== undefined) {
      const range = $localize`:@@settings.range:a number above 0, 10000 at the most`;
      problems.push(mustBe(`thresholds.${name}`, range, threshold));
    }
  }
  return thresholds;
}

interface Choice<T> {
  readonly field: string;
  readonly choices: readonly T[];
  readonly byDefault: T;
  readonly problems: string[];
}

function readChoice<T extends string>(value: unknown, choice: Choice<T>): T {
  const chosen = choice.choices.find((one) => one === value);
  if (chosen === undefined && value !== undefined) {
    const choices = choice.choices.map((one) => `"${one}"`).join(', ');
    choice.problems.push(mustBe(choice.field, choices, value));
  }
  return chosen ?? choice.byDefault;
}

function unknownNames(
  record: Record<string, unknown>,
  known: readonly string[],
  prefix: string,
): string[] {
  return Object.keys(record)
    .filter((name) => !known.includes(name))
    .map((name) => $localize`:@@settings.unknown-field:${prefix + name}:field: is not known.`);
}

function mustBe(field: string, wanted: string, value: unknown): string {
  return $localize`:@@settings.must-be:${field}:field: is ${shown(value)}:value:; allowed: ${wanted}:wanted:.`;
}

function refused(problem: string): SettingsReading {
  return { ok: false, problems: [problem] };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function shown(value: unknown): string {
  const json = value === undefined ? '–' : JSON.stringify(value);
  return json.length > 40 ? `${json.slice(0, 39)}…` : json;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
