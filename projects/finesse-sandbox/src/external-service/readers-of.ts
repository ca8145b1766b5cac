import {
  parseNode,
  queueNode,
  systemInfoNode,
  teamUsersNode,
  userDialogsNode,
  userMediaDialogsNode,
  userMediaNode,
  userNode,
  userQueuesNode,
} from 'finesse-tunnel/protocol';

import type { ContactCenter } from '../finesse/contact-center';
import { teamMessageNode, teamOfMessageNode } from '../finesse/write-team-message';
import type { NodeReaders } from './publisher-link';

/** Every node that a client may want to subscribe to before the first notification on it. */
export function standingNodes({ world }: ContactCenter): readonly string[] {
  const queues = world.deployment === 'ucce' ? [...world.queues.keys()].map(queueNode) : [];
  return [
    systemInfoNode(),
    ...[...world.teams.keys()].flatMap((id) => [teamUsersNode(id), teamMessageNode(id)]),
    ...queues,
    ...[...world.users.keys()].flatMap((id) => [
      userNode(id),
      userDialogsNode(id),
      userMediaDialogsNode(id),
      userMediaNode(id),
      userQueuesNode(id),
    ]),
  ];
}

/** Whom a node's whitelist has to hold, by the same rules as the embedded service. */
export function readersOf(contactCenter: ContactCenter, node: string): NodeReaders {
  const { world } = contactCenter;
  const teamId = teamOfMessageNode(node);
  if (teamId !== undefined) {
    return [...world.users.keys()].filter((id) => contactCenter.access(id, node) === 'ok');
  }
  const name = parseNode(node);
  if (!name.ok || name.value.kind === 'system-info' || name.value.kind === 'queue') {
    // What is no node of Finesse was published by the control API, for whoever wants it.
    return 'everyone';
  }
  // Nobody else can be allowed: who is meant, who takes part, and those with a role above agents.
  const dialog = name.value.kind === 'dialog' ? world.dialogs.get(name.value.id) : undefined;
  const candidates = new Set([
    name.value.id,
    ...(dialog?.participants ?? []).flatMap(({ agentId }) => agentId ?? []),
    ...[...world.users.values()]
      .filter(({ roles }) => roles.length > 1 || !roles.includes('Agent'))
      .map(({ id }) => id),
  ]);
  return [...candidates].filter((id) => contactCenter.access(id, node) === 'ok');
}
