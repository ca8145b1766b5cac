/** Every state an agent can be in, as Finesse spells it. */
export const AGENT_STATES = [
  'LOGOUT',
  'NOT_READY',
  'READY',
  'RESERVED',
  'RESERVED_OUTBOUND',
  'RESERVED_OUTBOUND_PREVIEW',
  'TALKING',
  'HOLD',
  'WORK',
  'WORK_READY',
  'UNKNOWN',
] as const;

/** The state of an agent. `LOGIN` is none: it is only ever asked for. */
export type AgentState = (typeof AGENT_STATES)[number];

/** What a user or supervisor may ask for. */
export type RequestableState = 'LOGIN' | 'READY' | 'NOT_READY' | 'LOGOUT';

/** Whether this word from outside names a state. */
export function isAgentState(word: unknown): word is AgentState {
  return AGENT_STATES.some((state) => state === word);
}
