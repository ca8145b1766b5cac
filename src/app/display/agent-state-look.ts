/** How a state is shown: never by colour alone. */
export interface AgentStateLook {
  readonly word: string;
  readonly icon: string;
  /** The suffix of the colour token `--app-…`. */
  readonly tone: 'ready' | 'talking' | 'reserved' | 'wrap-up' | 'not-ready' | 'hold' | 'away';
}

const LOOKS: ReadonlyMap<string, AgentStateLook> = new Map<string, AgentStateLook>([
  ['READY', { word: 'Ready', icon: 'ready', tone: 'ready' }],
  ['RESERVED', { word: 'Reserved', icon: 'reserved', tone: 'reserved' }],
  ['RESERVED_OUTBOUND', { word: 'Reserved outbound', icon: 'reserved', tone: 'reserved' }],
  ['RESERVED_OUTBOUND_PREVIEW', { word: 'Outbound preview', icon: 'reserved', tone: 'reserved' }],
  ['TALKING', { word: 'Talking', icon: 'talking', tone: 'talking' }],
  ['ACTIVE', { word: 'Active', icon: 'talking', tone: 'talking' }],
  ['HOLD', { word: 'On hold', icon: 'hold', tone: 'hold' }],
  ['PAUSED', { word: 'Paused', icon: 'hold', tone: 'hold' }],
  ['INTERRUPTED', { word: 'Interrupted', icon: 'hold', tone: 'hold' }],
  ['WORK', { word: 'Wrap-up', icon: 'wrap-up', tone: 'wrap-up' }],
  ['WORK_READY', { word: 'Wrap-up (ready)', icon: 'wrap-up', tone: 'wrap-up' }],
  ['NOT_READY', { word: 'Not ready', icon: 'not-ready', tone: 'not-ready' }],
  ['NOT_ACTIVE', { word: 'Not active', icon: 'not-ready', tone: 'not-ready' }],
  ['LOGIN', { word: 'Signing in', icon: 'signed-out', tone: 'away' }],
  ['LOGOUT', { word: 'Signed out', icon: 'signed-out', tone: 'away' }],
]);

/** Looks a state up. A state this version does not know is shown by its own word. */
export function agentStateLook(state: string | undefined): AgentStateLook {
  if (state === undefined || state === '' || state === 'UNKNOWN') {
    return { word: 'Unknown', icon: 'unknown', tone: 'away' };
  }
  return LOOKS.get(state) ?? { word: state, icon: 'unknown', tone: 'away' };
}
