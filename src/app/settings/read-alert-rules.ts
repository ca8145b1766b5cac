import { ALERT_METRICS, type AlertRule, DEFAULT_ALERTS } from './alert-rule';

/** More rules than this are a mistake, and would be looked at every second. */
export const MOST_RULES = 50;

const FIELDS: readonly string[] = [
  ...['id', 'name', 'isOn', 'metric', 'comparison', 'threshold'],
  ...['state', 'scope', 'forSeconds', 'margin', 'quiet'],
];
const TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * Reads the rules of a settings file; what is wrong with one is named by its place, as `alerts[2].threshold`.
 *
 * @param value - What stands there; `undefined` keeps the default.
 */
export function readAlertRules(value: unknown, problems: string[]): readonly AlertRule[] {
  if (value === undefined) {
    return DEFAULT_ALERTS;
  }
  if (!Array.isArray(value) || value.length > MOST_RULES) {
    problems.push(
      $localize`:@@alert.rules-wanted:alerts must be a list of ${MOST_RULES}:count: rules at the most.`,
    );
    return [];
  }
  const rules = value.flatMap((rule: unknown, index) =>
    readRule(rule, `alerts[${index}]`, problems),
  );
  if (new Set(rules.map(({ id }) => id)).size < rules.length) {
    problems.push($localize`:@@alert.same-id:alerts: two rules have the same id.`);
  }
  return rules;
}

function readRule(value: unknown, path: string, problems: string[]): readonly AlertRule[] {
  const before = problems.length;
  const reader = new RuleReader(value, path, problems);
  const metric = reader.word('metric', ALERT_METRICS);
  const quiet = reader.quiet();
  const rule: AlertRule = {
    id: reader.text('id', 60, 1),
    name: reader.text('name', 100, 1),
    isOn: reader.flag('isOn'),
    metric,
    comparison: reader.word('comparison', ['above', 'below']),
    threshold: reader.number('threshold', 100_000),
    state: reader.text('state', 60, metric === 'time-in-state' ? 1 : 0),
    scope: reader.text('scope', 60),
    forSeconds: reader.number('forSeconds', 86_400),
    margin: reader.number('margin', 100_000),
    ...(quiet === undefined ? {} : { quiet }),
  };
  return problems.length === before ? [rule] : [];
}

/** Reads the fields of one rule, and names each that is wrong. */
class RuleReader {
  private readonly told: ReadonlyMap<string, unknown>;

  constructor(
    value: unknown,
    private readonly path: string,
    private readonly problems: string[],
  ) {
    const isObject = typeof value === 'object' && value !== null;
    this.told = new Map<string, unknown>(isObject ? Object.entries(value) : []);
    for (const field of [...this.told.keys()].filter((name) => !FIELDS.includes(name))) {
      const place = `${path}.${field}`;
      problems.push($localize`:@@settings.unknown-field:${place}:field: is not known.`);
    }
  }

  text(field: string, most: number, least = 0): string {
    const found = this.told.has(field) ? this.told.get(field) : '';
    if (typeof found === 'string' && found.length <= most && found.trim().length >= least) {
      return found;
    }
    this.wrong(
      field,
      $localize`:@@alert.text:a text of ${least}:least: to ${most}:most: characters`,
    );
    return '';
  }

  number(field: string, most: number): number {
    const found = this.told.has(field) ? this.told.get(field) : 0;
    if (typeof found === 'number' && found >= 0 && found <= most) {
      return found;
    }
    this.wrong(field, $localize`:@@alert.number:a number from 0 to ${most}:most:`);
    return 0;
  }

  flag(field: string): boolean {
    const found = this.told.has(field) ? this.told.get(field) : true;
    if (typeof found !== 'boolean') {
      this.wrong(field, 'true, false');
    }
    return found === true;
  }

  word<T extends string>(field: string, words: readonly [T, ...T[]]): T {
    const found = words.find((word) => word === this.told.get(field));
    if (found === undefined) {
      this.wrong(field, words.join(', '));
    }
    const [first] = words;
    return found ?? first;
  }

  quiet(): AlertRule['quiet'] {
    const quiet = this.told.get('quiet');
    if (quiet === undefined) {
      return undefined;
    }
    const found = readQuiet(quiet);
    if (found === undefined) {
      this.wrong('quiet', '{ "from": "22:00", "to": "06:00" }');
    }
    return found;
  }

  private wrong(field: string, wanted: string): void {
    const place = `${this.path}.${field}`;
    const value = this.told.get(field);
    const shown = value === undefined ? '–' : JSON.stringify(value).slice(0, 40);
    this.problems.push(
      $localize`:@@settings.must-be:${place}:field: is ${shown}:value:; allowed: ${wanted}:wanted:.`,
    );
  }
}

function readQuiet(value: unknown): AlertRule['quiet'] {
  if (typeof value !== 'object' || value === null || !('from' in value) || !('to' in value)) {
    return undefined;
  }
  const { from, to } = value;
  return typeof from === 'string' && typeof to === 'string' && TIME.test(from) && TIME.test(to)
    ? { from, to }
    : undefined;
}
