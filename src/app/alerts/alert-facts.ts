import { type Agent, type ConnectionPhase, type Queue } from 'finesse-tunnel';
import { agentName } from '../display/agent-name';
import { agentStateLook } from '../display/agent-state-look';
import { firstText } from '../display/first-text';
import { type AlertRule } from '../settings/alert-rule';

/** What rules look at. Times in milliseconds since 1970. */
export interface AlertFacts {
  readonly agents: readonly Agent[];
  readonly queues: readonly Queue[];
  readonly connection: { readonly phase: ConnectionPhase; readonly since: number };
  readonly now: number;
  readonly serverNow: number;
}

/** What a rule found about one thing. */
export interface Measure {
  /** Which thing, in the eyes of the rule. */
  readonly key: string;
  readonly subject: string;
  /** In the unit of the rule's threshold. */
  readonly value: number;
}

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;

/** What a rule looks at, thing by thing; nothing where nobody knows. */
export function measures(rule: AlertRule, facts: AlertFacts): readonly Measure[] {
  switch (rule.metric) {
    case 'calls-waiting':
    case 'longest-wait':
      return queuesOf(rule, facts).flatMap((queue) => ofQueue(queue, rule, facts));
    case 'agents-ready':
      return agentsIn(rule, facts, 'ready');
    case 'agents-not-ready':
      return agentsIn(rule, facts, 'not-ready');
    case 'time-in-state':
      return agentsOf(rule, facts)
        .filter(({ state }) => state === rule.state)
        .flatMap((agent) => ofAgent(agent, facts));
    case 'no-connection': {
      const { phase, since } = facts.connection;
      const value = phase === 'connected' ? 0 : (facts.now - since) / SECOND_MS;
      return [{ key: 'connection', subject: $localize`:@@alert.connection:Connection`, value }];
    }
  }
}

function queuesOf({ scope }: AlertRule, { queues }: AlertFacts): readonly Queue[] {
  return scope === '' ? queues : queues.filter(({ id }) => id === scope);
}

function agentsOf({ scope }: AlertRule, { agents }: AlertFacts): readonly Agent[] {
  return scope === '' ? agents : agents.filter(({ teamId }) => teamId === scope);
}

function ofQueue(
  { id, name, statistics = {} }: Queue,
  { metric }: AlertRule,
  { serverNow }: AlertFacts,
): readonly Measure[] {
  const { callsInQueue = -1, startTimeOfLongestCallInQueue: since } = statistics;
  if (callsInQueue < 0) {
    return [];
  }
  const waited = since === undefined ? 0 : Math.max(0, (serverNow - since) / SECOND_MS);
  const value = metric === 'calls-waiting' ? callsInQueue : waited;
  return [{ key: `queue ${id}`, subject: firstText(name, id), value }];
}

function agentsIn(
  rule: AlertRule,
  facts: AlertFacts,
  tone: 'ready' | 'not-ready',
): readonly Measure[] {
  const agents = agentsOf(rule, facts);
  if (agents.length === 0) {
    return [];
  }
  const value = agents.filter(({ state }) => agentStateLook(state).tone === tone).length;
  const team = agents.find(({ teamName }) => teamName !== undefined)?.teamName;
  const all = $localize`:@@alert.all-agents:All agents`;
  return [{ key: 'agents', subject: rule.scope === '' ? all : firstText(team, rule.scope), value }];
}

function ofAgent(agent: Agent, { serverNow }: AlertFacts): readonly Measure[] {
  const { id, stateChangeTime: since } = agent;
  return since === undefined
    ? []
    : [{ key: `agent ${id}`, subject: agentName(agent), value: (serverNow - since) / MINUTE_MS }];
}
