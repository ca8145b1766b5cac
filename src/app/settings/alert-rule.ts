/** What a rule looks at. */
export const ALERT_METRICS = [
  'calls-waiting',
  'longest-wait',
  'agents-ready',
  'agents-not-ready',
  'time-in-state',
  'no-connection',
] as const;

/** One of {@link ALERT_METRICS}. */
export type AlertMetric = (typeof ALERT_METRICS)[number];

/** When somebody wants to be told. */
export interface AlertRule {
  /** Never shown; unique among the rules. */
  readonly id: string;
  readonly name: string;
  readonly isOn: boolean;
  readonly metric: AlertMetric;
  readonly comparison: 'above' | 'below';
  /** Calls or agents; seconds of waiting or without a connection; minutes in a state. */
  readonly threshold: number;
  /** Of `time-in-state`: the state as Finesse writes it. */
  readonly state: string;
  /** The id of the queue or the team it is about; empty: all, each queue and agent by itself. */
  readonly scope: string;
  /** How long it must hold before it is told. */
  readonly forSeconds: number;
  /** By how much it must fall back behind the threshold before it is over. */
  readonly margin: number;
  /** `HH:MM` to `HH:MM` of this computer's day, over midnight too: nothing is told then. */
  readonly quiet?: { readonly from: string; readonly to: string };
}

/** What holds until somebody chooses. The texts are those of the page's language. */
export const DEFAULT_ALERTS: readonly AlertRule[] = [
  {
    id: 'calls',
    name: $localize`:@@alert.default.calls:Many calls waiting`,
    isOn: true,
    metric: 'calls-waiting',
    comparison: 'above',
    threshold: 5,
    state: '',
    scope: '',
    forSeconds: 30,
    margin: 1,
  },
  {
    id: 'wait',
    name: $localize`:@@alert.default.wait:Somebody waits long`,
    isOn: true,
    metric: 'longest-wait',
    comparison: 'above',
    threshold: 180,
    state: '',
    scope: '',
    forSeconds: 0,
    margin: 0,
  },
  {
    id: 'connection',
    name: $localize`:@@alert.default.connection:Connection away`,
    isOn: true,
    metric: 'no-connection',
    comparison: 'above',
    threshold: 30,
    state: '',
    scope: '',
    forSeconds: 0,
    margin: 0,
  },
];
