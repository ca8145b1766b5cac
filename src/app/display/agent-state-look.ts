/** How a state is shown: never by colour alone. */
export interface AgentStateLook {
  readonly word: string;
  readonly icon: string;
  /** The suffix of the colour token `--app-…`. */
  readonly tone: 'ready' | 'talking' | 'reserved' | 'wrap-up' | 'not-ready' | 'hold' | 'away';
}

const LOOKS: ReadonlyMap<string, AgentStateLook> = new Map<string, AgentStateLook>([
  ['READY', { word: $localize`:@@state.ready:Ready`, icon: 'ready', tone: 'ready' }],
  ['RESERVED', { word: $localize`:@@state.reserved:Reserved`, icon: 'reserved', tone: 'reserved' }],
  [
    'RESERVED_OUTBOUND',
    {
      word: $localize`:@@state.reserved-outbound:Reserved outbound`,
      icon: 'reserved',
      tone: 'reserved',
    },
  ],
  [
    'RESERVED_OUTBOUND_PREVIEW',
    {
      word: $localize`:@@state.reserved-outbound-preview:Outbound preview`,
      icon: 'reserved',
      tone: 'reserved',
    },
  ],
  ['TALKING', { word: $localize`:@@state.talking:Talking`, icon: 'talking', tone: 'talking' }],
  ['ACTIVE', { word: $localize`:@@state.active:Active`, icon: 'talking', tone: 'talking' }],
  ['HOLD', { word: $localize`:@@state.hold:On hold`, icon: 'hold', tone: 'hold' }],
  ['PAUSED', { word: $localize`:@@state.paused:Paused`, icon: 'hold', tone: 'hold' }],
  [
    'INTERRUPTED',
    { word: $localize`:@@state.interrupted:Interrupted`, icon: 'hold', tone: 'hold' },
  ],
  ['WORK', { word: $localize`:@@state.work:Wrap-up`, icon: 'wrap-up', tone: 'wrap-up' }],
  [
    'WORK_READY',
    { word: $localize`:@@state.work-ready:Wrap-up (ready)`, icon: 'wrap-up', tone: 'wrap-up' },
  ],
  [
    'NOT_READY',
    { word: $localize`:@@state.not-ready:Not ready`, icon: 'not-ready', tone: 'not-ready' },
  ],
  [
    'NOT_ACTIVE',
    { word: $localize`:@@state.not-active:Not active`, icon: 'not-ready', tone: 'not-ready' },
  ],
  ['LOGIN', { word: $localize`:@@state.login:Signing in`, icon: 'signed-out', tone: 'away' }],
  ['LOGOUT', { word: $localize`:@@state.logout:Signed out`, icon: 'signed-out', tone: 'away' }],
]);

/** Looks a state up. A state this version does not know is shown by its own word. */
export function agentStateLook(state: string | undefined): AgentStateLook {
  if (state === undefined || state === '' || state === 'UNKNOWN') {
    return { word: $localize`:@@state.unknown:Unknown`, icon: 'unknown', tone: 'away' };
  }
  return LOOKS.get(state) ?? { word: state, icon: 'unknown', tone: 'away' };
}

const ORDER = ['READY', 'RESERVED', 'TALKING', 'HOLD', 'WORK', 'WORK_READY', 'NOT_READY', 'LOGOUT'];

/** Where a state stands in a list of states; those that this version does not know come last. */
export function stateRank(state: string): number {
  const at = ORDER.indexOf(state);
  return at < 0 ? ORDER.length : at;
}
