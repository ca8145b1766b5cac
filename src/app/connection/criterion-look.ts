import { type Criterion } from './host-rows';

/** How a criterion is shown. */
export interface CriterionLook {
  readonly word: string;
  readonly icon: string;
  readonly tone: string;
}

const LOOKS: Readonly<Record<Criterion, CriterionLook>> = {
  yes: { word: $localize`:@@criterion.yes:yes`, icon: 'ready', tone: 'var(--app-ready)' },
  no: { word: $localize`:@@criterion.no:no`, icon: 'not-ready', tone: 'var(--app-not-ready)' },
  unknown: {
    word: $localize`:@@criterion.unknown:not known yet`,
    icon: 'unknown',
    tone: 'var(--app-away)',
  },
  elsewhere: {
    word: $localize`:@@criterion.elsewhere:no session here`,
    icon: 'hold',
    tone: 'var(--app-away)',
  },
};

/** Looks a criterion up. */
export function criterionLook(criterion: Criterion): CriterionLook {
  return LOOKS[criterion];
}
