/**
 * Small things every screen of a contact centre shows. No design system needed; colours and words are the host's to set.
 */
export { AgentStateChip } from './agent-state-chip';
export { ConnectionBadge } from './connection-badge';
export { FINESSE_WORDS, type FinesseWords } from './finesse-words';
export { TimeInStatePipe } from './time-in-state-pipe';
