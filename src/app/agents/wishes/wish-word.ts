import { type AgentWish } from './agent-wish';

const WORDS: Readonly<Record<AgentWish, string>> = {
  READY: $localize`:@@wish.ready:Ready`,
  NOT_READY: $localize`:@@wish.not-ready:Not ready`,
  LOGOUT: $localize`:@@wish.sign-out:Sign out`,
  MONITOR: $localize`:@@wish.monitor:Monitor`,
  END_MONITOR: $localize`:@@wish.end-monitor:End monitoring`,
  BARGE: $localize`:@@wish.barge:Barge in`,
  DROP: $localize`:@@wish.drop:Drop from the call`,
};

/** What the button says that utters a wish. */
export function wishWord(wish: AgentWish): string {
  return WORDS[wish];
}
