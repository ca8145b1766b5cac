import { THEME_WORDS } from '../display/color-theme';
import { NUMBER_FORMATS, type Settings, type Thresholds } from './settings';

/** A setting that is one of several. */
export interface SettingChoice {
  readonly field: 'theme' | 'hours' | 'numbers' | 'density';
  readonly label: string;
  readonly options: readonly { readonly value: string; readonly word: string }[];
}

const asTheLanguage = {
  value: 'language',
  word: $localize`:@@settings.as-the-language:as the language`,
};

/** The settings that are one of several, in the order in which they are shown. */
export const CHOICES: readonly SettingChoice[] = [
  {
    field: 'theme',
    label: $localize`:@@settings.theme:Colour theme`,
    options: Object.entries(THEME_WORDS).map(([value, word]) => ({ value, word })),
  },
  {
    field: 'density',
    label: $localize`:@@settings.density:Density`,
    options: [
      { value: 'comfortable', word: $localize`:@@settings.comfortable:comfortable` },
      { value: 'compact', word: $localize`:@@settings.compact:compact` },
    ] satisfies { value: Settings['density']; word: string }[],
  },
  {
    field: 'hours',
    label: $localize`:@@settings.hours:Time format`,
    options: [
      asTheLanguage,
      { value: '24', word: $localize`:@@settings.24-hours:24 hours` },
      { value: '12', word: $localize`:@@settings.12-hours:12 hours` },
    ],
  },
  {
    field: 'numbers',
    label: $localize`:@@settings.numbers:Number format`,
    options: [
      asTheLanguage,
      ...NUMBER_FORMATS.map((tag) => ({
        value: tag,
        word: new Intl.NumberFormat(tag).format(12_345.6),
      })),
    ],
  },
];

/** What each threshold is called. */
export const THRESHOLD_LABELS: readonly {
  readonly name: keyof Thresholds;
  readonly label: string;
}[] = [
  { name: 'notReadyMinutes', label: $localize`:@@threshold.not-ready:Not ready, minutes` },
  { name: 'talkingMinutes', label: $localize`:@@threshold.talking:Talking, minutes` },
  { name: 'holdMinutes', label: $localize`:@@threshold.hold:On hold, minutes` },
  { name: 'wrapUpMinutes', label: $localize`:@@threshold.wrap-up:Wrap-up, minutes` },
  {
    name: 'waitSeconds',
    label: $localize`:@@threshold.wait:First caller of a queue waits, seconds`,
  },
  { name: 'callsWaiting', label: $localize`:@@threshold.calls:Calls waiting in a queue` },
];
