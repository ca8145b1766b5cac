import { type Agent, type Queue } from 'finesse-tunnel';
import {
  queueNode,
  systemInfoNode,
  teamUsersNode,
  userDialogsNode,
  userMediaNode,
  userNode,
  userQueuesNode,
} from 'finesse-tunnel/protocol';
import { agentName } from '../display/agent-name';

/** A node somebody may want to subscribe to, and what it is in words. */
export interface NodeSuggestion {
  readonly node: string;
  readonly label: string;
}

const MAX_SHOWN = 30;

/** All nodes that the known agents, teams and queues have. */
export function nodeSuggestions(
  agents: readonly Agent[],
  queues: readonly Queue[],
): readonly NodeSuggestion[] {
  const teams = new Map(
    agents.flatMap(({ teams = [], teamId, teamName }) => [
      ...teams.map(({ id, name }) => [id, name] as const),
      ...(teamId ? [[teamId, teamName] as const] : []),
    ]),
  );
  return [
    { node: systemInfoNode(), label: $localize`:@@nodes.server:State of the server` },
    ...[...teams].map(([id, name]) => ({
      node: teamUsersNode(id),
      label: $localize`:@@nodes.team:Agents of team ${name ?? id}:team:`,
    })),
    ...queues.map(({ id, name }) => ({
      node: queueNode(id),
      label: $localize`:@@nodes.queue:Queue ${name ?? id}:queue:`,
    })),
    ...agents.flatMap(agentNodes),
  ];
}

/** Those suggestions that hold the text in node or label, and are not watched yet. */
export function matchingSuggestions(
  suggestions: readonly NodeSuggestion[],
  text: string,
  watched: ReadonlySet<string>,
): readonly NodeSuggestion[] {
  const wanted = text.trim().toLowerCase();
  return suggestions
    .filter(
      ({ node, label }) => !watched.has(node) && `${node}\n${label}`.toLowerCase().includes(wanted),
    )
    .slice(0, MAX_SHOWN);
}

function agentNodes(agent: Agent): readonly NodeSuggestion[] {
  const name = agentName(agent);
  return [
    { node: userNode(agent.id), label: name },
    {
      node: userDialogsNode(agent.id),
      label: $localize`:@@nodes.dialogs:Dialogs of ${name}:agent:`,
    },
    { node: userMediaNode(agent.id), label: $localize`:@@nodes.media:Media of ${name}:agent:` },
    { node: userQueuesNode(agent.id), label: $localize`:@@nodes.queues:Queues of ${name}:agent:` },
  ];
}
