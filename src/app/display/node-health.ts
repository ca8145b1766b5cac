import { type NodeLedger } from 'finesse-tunnel';

/** Whether what is shown of a node can be trusted. */
export type NodeHealth = 'whole' | 'repaired' | 'open' | 'silent';

/** How a health is shown. */
export interface HealthLook {
  readonly word: string;
  readonly icon: string;
  readonly tone: string;
}

const LOOKS: Readonly<Record<NodeHealth, HealthLook>> = {
  whole: {
    word: $localize`:@@health.whole:No gaps`,
    icon: 'ready',
    tone: 'var(--app-ready)',
  },
  repaired: {
    word: $localize`:@@health.repaired:Gaps, all repaired`,
    icon: 'ready',
    tone: 'var(--app-ready)',
  },
  open: {
    word: $localize`:@@health.open:A gap is not repaired`,
    icon: 'warning',
    tone: 'var(--app-not-ready)',
  },
  silent: {
    word: $localize`:@@health.silent:Not subscribed`,
    icon: 'hold',
    tone: 'var(--app-away)',
  },
};

/** Judges a node by its ledger: a gap is over when a snapshot has replaced what was missed in it. */
export function nodeHealth(ledger: NodeLedger): NodeHealth {
  const { gaps, gapsForgotten, subscribedSince } = ledger;
  if (gaps.some(({ repairedAt }) => repairedAt === undefined)) {
    return 'open';
  }
  if (subscribedSince === undefined) {
    return 'silent';
  }
  return gaps.length + gapsForgotten > 0 ? 'repaired' : 'whole';
}

/** Looks a health up. */
export function healthLook(health: NodeHealth): HealthLook {
  return LOOKS[health];
}
