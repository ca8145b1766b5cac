import { agentStateLook } from '../display/agent-state-look';
import { type AlertMetric, type AlertRule } from '../settings/alert-rule';
import { type Alert } from './evaluate-alerts';

/** What a metric is called, with its unit. */
export const METRIC_WORDS: Readonly<Record<AlertMetric, string>> = {
  'calls-waiting': $localize`:@@alert.metric.calls:Calls waiting in a queue`,
  'longest-wait': $localize`:@@alert.metric.wait:Longest wait of a queue, seconds`,
  'agents-ready': $localize`:@@alert.metric.ready:Agents ready`,
  'agents-not-ready': $localize`:@@alert.metric.not-ready:Agents not ready`,
  'time-in-state': $localize`:@@alert.metric.state:Minutes of an agent in a state`,
  'no-connection': $localize`:@@alert.metric.connection:Seconds without a connection`,
};

/** What an alert found: `7 waiting`. */
export function alertText({ rule, value }: Pick<Alert, 'rule' | 'value'>): string {
  const count = Math.round(value);
  switch (rule.metric) {
    case 'calls-waiting':
      return $localize`:@@wall.waiting-calls:${count}:count: waiting`;
    case 'longest-wait':
      return $localize`:@@alert.text.wait:waiting for ${count}:count: s`;
    case 'agents-ready':
      return $localize`:@@alert.text.ready:${count}:count: ready`;
    case 'agents-not-ready':
      return $localize`:@@alert.text.not-ready:${count}:count: not ready`;
    case 'time-in-state':
      return $localize`:@@alert.text.state:${agentStateLook(rule.state).word}:state: for ${count}:count: min`;
    case 'no-connection':
      return $localize`:@@alert.text.connection:away for ${count}:count: s`;
  }
}

/** The rule in words: `Calls waiting in a queue > 5`. */
export function ruleText({ metric, comparison, threshold, state, scope }: AlertRule): string {
  const what = [METRIC_WORDS[metric], state === '' ? '' : agentStateLook(state).word, scope];
  const sign = comparison === 'above' ? '>' : '<';
  return `${what.filter((word) => word !== '').join(' · ')} ${sign} ${threshold}`;
}
