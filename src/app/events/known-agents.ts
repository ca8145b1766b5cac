import { type Agent } from 'finesse-tunnel';
import { agentName } from '../display/agent-name';

/** What the feed remembers of an agent, to say what changed. */
export interface KnownAgent {
  readonly name: string;
  readonly state: string | undefined;
}

/** Agents by id. */
export type KnownAgents = Pick<ReadonlyMap<string, KnownAgent>, 'get'>;

/** Adds what was told to what was known; an absent name or state leaves the earlier one. */
export function learn(known: KnownAgent | undefined, told: Agent): KnownAgent {
  const name = agentName(told);
  return {
    name: name === told.id ? (known?.name ?? told.id) : name,
    state: told.state ?? known?.state,
  };
}
