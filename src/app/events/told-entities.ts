import { type Agent, mergeAgent, type Notification, type Snapshot } from 'finesse-tunnel';

/** Something that several notifications tell about. */
export interface ToldEntity {
  /** What it is found by: its kind and its id. */
  readonly key: string;
  readonly value: object;
  /** The same value, if it is an agent. */
  readonly agent?: Agent;
}

/** What a notification or a snapshot tells about, in the order in which it does. */
export function toldEntities(told: Notification | Snapshot): readonly ToldEntity[] {
  switch (told.kind) {
    case 'user':
      return [agentEntity(told.agent)];
    case 'team-users':
      return told.agents.map(agentEntity);
    case 'dialogs':
      return told.dialogs.map((value) => ({ key: `dialog ${value.id}`, value }));
    case 'dialog':
      return told.dialog === undefined
        ? []
        : [{ key: `dialog ${told.dialog.id}`, value: told.dialog }];
    case 'queue':
      return [{ key: `queue ${told.queue.id}`, value: told.queue }];
    case 'queues':
      return told.queues.map((value) => ({ key: `queue ${value.id}`, value }));
    case 'media':
      return [told.media].flat().map((value) => ({
        key: `media ${value.agentId} ${value.id}`,
        value,
      }));
    case 'system-info':
      return [{ key: 'system-info', value: told.systemInfo }];
    default:
      return [];
  }
}

/** Where an agent is found. */
export function agentKey(id: string): string {
  return `agent ${id}`;
}

/** What is known of an entity once more was told: a field that is absent keeps its value. */
export function mergedEntity(known: ToldEntity | undefined, told: ToldEntity): ToldEntity {
  if (known === undefined) {
    return told;
  }
  return known.agent !== undefined && told.agent !== undefined
    ? agentEntity(mergeAgent(known.agent, told.agent))
    : { key: told.key, value: { ...known.value, ...told.value } };
}

function agentEntity(agent: Agent): ToldEntity {
  return { key: agentKey(agent.id), value: agent, agent };
}
