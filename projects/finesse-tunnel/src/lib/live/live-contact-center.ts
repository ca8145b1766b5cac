import { inject, Injectable } from '@angular/core';
import { createSelector, Store } from '@ngrx/store';
import { combineLatest, map, type Observable } from 'rxjs';
import {
  queueNode,
  systemInfoNode,
  teamUsersNode,
  userDialogsNode,
  userNode,
  userQueuesNode,
} from 'finesse-tunnel/protocol';
import type { Notification } from '../model/notification';
import type { SystemInfo } from '../model/system-info';
import {
  selectAgent,
  selectAllAgents,
  selectAllQueues,
  selectDialogsOfAgent,
  selectQueue,
  selectSystemInfo,
} from '../state/event-tunnel-feature';
import type { StoredAgent, StoredDialog, StoredQueue } from '../state/told';
import type { Live } from './live';
import { liveList, liveOne } from './live-of';
import { NodeWatch } from './node-watch';

type Watch = (node: string) => Observable<Notification>;

/** The typed watches of `EventTunnelService`: the node kept watched, the value taken from the state. */
@Injectable()
export class LiveContactCenter {
  readonly #store = inject(Store);
  readonly #nodes = inject(NodeWatch);

  agent(id: string, watch: Watch): Observable<Live<StoredAgent>> {
    return liveOne(
      this.#nodes.knowledgeOf(userNode(id), watch),
      this.#store.select(selectAgent(id)),
      ({ toldAt }) => toldAt,
    );
  }

  teamAgents(teamId: string, watch: Watch): Observable<Live<readonly StoredAgent[]>> {
    const node = teamUsersNode(teamId);
    return liveList(
      this.#nodes.knowledgeOf(node, watch),
      this.#store.select(createSelector(selectAllAgents, toldBy<StoredAgent>(node))),
    );
  }

  dialogs(agentId: string, watch: Watch): Observable<Live<readonly StoredDialog[]>> {
    return liveList(
      this.#nodes.knowledgeOf(userDialogsNode(agentId), watch),
      this.#store.select(selectDialogsOfAgent(agentId)),
    );
  }

  queue(id: string, watch: Watch): Observable<Live<StoredQueue>> {
    return liveOne(
      this.#nodes.knowledgeOf(queueNode(id), watch),
      this.#store.select(selectQueue(id)),
      ({ toldAt }) => toldAt,
    );
  }

  queues(agentId: string, watch: Watch): Observable<Live<readonly StoredQueue[]>> {
    const node = userQueuesNode(agentId);
    return liveList(
      this.#nodes.knowledgeOf(node, watch),
      this.#store.select(createSelector(selectAllQueues, toldBy<StoredQueue>(node))),
    );
  }

  systemInfo(watch: Watch): Observable<Live<SystemInfo>> {
    return liveOne(
      this.#nodes.knowledgeOf(systemInfoNode(), watch),
      this.#store.select(selectSystemInfo),
      () => undefined,
    );
  }

  /** A team: its agents, and the name that one of them or their supervisor tells. */
  team(id: string, watch: Watch): Observable<Live<LiveTeam>> {
    const nameOf = (agents: readonly StoredAgent[]): string | undefined =>
      agents.find(({ teamId }) => teamId === id)?.teamName ??
      agents.flatMap(({ teams = [] }) => teams).find((team) => team.id === id)?.name;
    const name$ = this.#store.select(createSelector(selectAllAgents, nameOf));
    return combineLatest([this.teamAgents(id, watch), name$]).pipe(
      map(([{ value: agents, ...live }, name]) =>
        agents === undefined
          ? live
          : { ...live, value: { id, ...(name === undefined ? {} : { name }), agents } },
      ),
    );
  }
}

/** A team and those of its agents that were told. */
export interface LiveTeam {
  readonly id: string;
  /** Absent as long as no agent and no supervisor told it. */
  readonly name?: string;
  readonly agents: readonly StoredAgent[];
}

function toldBy<T extends { readonly nodes: readonly string[] }>(
  node: string,
): (all: readonly T[]) => readonly T[] {
  return (all) => all.filter(({ nodes }) => nodes.includes(node));
}
