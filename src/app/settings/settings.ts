import { type FormatChoice } from '../display/formats';
import { type AlertRule, DEFAULT_ALERTS } from './alert-rule';
import { type ColorThemeName } from '../display/color-theme';

/** From when on something is marked. Absent: never. */
export interface Thresholds {
  /** Minutes in the state, by Finesse's word for it. */
  readonly notReadyMinutes?: number;
  readonly talkingMinutes?: number;
  readonly holdMinutes?: number;
  readonly wrapUpMinutes?: number;
  /** Of the first caller of a queue. */
  readonly waitSeconds?: number;
  readonly callsWaiting?: number;
}

/** How one person wants the dashboard. */
export interface Settings {
  readonly theme: ColorThemeName;
  readonly hours: FormatChoice['hours'];
  readonly numbers: FormatChoice['numbers'];
  readonly density: 'comfortable' | 'compact';
  readonly thresholds: Thresholds;
  /** When to be told, in the order in which they are shown. */
  readonly alerts: readonly AlertRule[];
}

/** What holds until somebody chooses. */
export const DEFAULT_SETTINGS: Settings = {
  theme: 'system',
  hours: 'language',
  numbers: 'language',
  density: 'comfortable',
  thresholds: {
    notReadyMinutes: 15,
    talkingMinutes: 10,
    holdMinutes: 2,
    wrapUpMinutes: 2,
    waitSeconds: 60,
    callsWaiting: 5,
  },
  alerts: DEFAULT_ALERTS,
};

/** The names of the thresholds, in the order in which they are shown. */
export const THRESHOLD_NAMES: readonly (keyof Thresholds)[] = [
  'notReadyMinutes',
  'talkingMinutes',
  'holdMinutes',
  'wrapUpMinutes',
  'waitSeconds',
  'callsWaiting',
];

/** The ways of writing numbers to choose from, beside that of the language. */
export const NUMBER_FORMATS: readonly string[] = ['en', 'de', 'fr', 'de-CH'];
