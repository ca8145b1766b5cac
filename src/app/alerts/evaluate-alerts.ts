import { type AlertRule } from '../settings/alert-rule';
import { type AlertFacts, type Measure, measures } from './alert-facts';

/** One thing that goes beyond a rule, told or not yet. Times in milliseconds since 1970. */
export interface Alert {
  readonly key: string;
  readonly rule: AlertRule;
  readonly subject: string;
  readonly value: number;
  /** Since when it goes beyond. */
  readonly since: number;
  /** When it was told; absent while it has not lasted long enough, or in quiet hours. */
  readonly firedAt?: number;
  readonly acknowledgedAt?: number;
}

/** All that goes beyond a rule, by key. */
export type Alerts = ReadonlyMap<string, Alert>;

/** What a look brought. */
export interface Evaluation {
  readonly alerts: Alerts;
  readonly fired: readonly Alert[];
  /** What was told and is over. */
  readonly cleared: readonly Alert[];
}

/**
 * Looks at everything once: what goes beyond a rule for long enough is told, what has come back by the rule's margin is
 * over. Times that go back, as in a replay, begin everything anew.
 */
export function evaluateAlerts(
  before: Alerts,
  rules: readonly AlertRule[],
  facts: AlertFacts,
): Evaluation {
  const alerts = new Map<string, Alert>();
  const fired: Alert[] = [];
  for (const rule of rules.filter(({ isOn }) => isOn)) {
    for (const measure of measures(rule, facts)) {
      const key = `${rule.id} ${measure.key}`;
      const known = before.get(key);
      const alert = next(known, { key, rule, measure }, facts.now);
      if (alert !== undefined) {
        alerts.set(key, alert);
        if (alert.firedAt !== undefined && known?.firedAt === undefined) {
          fired.push(alert);
        }
      }
    }
  }
  const cleared = [...before.values()].filter(
    ({ key, firedAt }) => firedAt !== undefined && !alerts.has(key),
  );
  return { alerts, fired, cleared };
}

function next(
  known: Alert | undefined,
  found: { readonly key: string; readonly rule: AlertRule; readonly measure: Measure },
  now: number,
): Alert | undefined {
  const { key, rule, measure } = found;
  const isActive = known?.firedAt !== undefined;
  if (!isBeyond(measure.value, rule, isActive ? rule.margin : 0)) {
    return undefined;
  }
  const since = Math.min(known?.since ?? now, now);
  const isDue = now - since >= rule.forSeconds * 1000 && !isQuiet(rule, now);
  const firedAt = known?.firedAt ?? (isDue ? now : undefined);
  return {
    key,
    rule,
    subject: measure.subject,
    value: measure.value,
    since,
    ...(firedAt === undefined ? {} : { firedAt }),
    ...(known?.acknowledgedAt === undefined ? {} : { acknowledgedAt: known.acknowledgedAt }),
  };
}

/** Whether a value is beyond the threshold, less the margin for one that was told already. */
function isBeyond(value: number, { comparison, threshold }: AlertRule, margin: number): boolean {
  return comparison === 'above' ? value > threshold - margin : value < threshold + margin;
}

/** Whether nobody wants to be told at this time of this computer's day. */
export function isQuiet({ quiet }: Pick<AlertRule, 'quiet'>, now: number): boolean {
  if (quiet === undefined || quiet.from === quiet.to) {
    return false;
  }
  const at = new Date(now);
  const time = `${pad(at.getHours())}:${pad(at.getMinutes())}`;
  return quiet.from < quiet.to
    ? time >= quiet.from && time < quiet.to
    : time >= quiet.from || time < quiet.to;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
