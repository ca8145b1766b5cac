import type { Truth } from '../running-sandbox';
import type { Held } from './store-probe';

/** One fact that can be compared, by its name. */
type Facts = ReadonlyMap<string, string>;

/** What a round of comparing found. */
export interface Round {
  /** Names of facts that stood still and are held as they are. */
  readonly agreed: readonly string[];
  /** Facts that stood still and are held otherwise. */
  readonly differences: readonly string[];
}

/**
 * Compares what is held with what is so: every agent, every dialog of the agents whose dialogs are watched, and every
 * queue. What changed between the two looks at the truth is left for the next round.
 */
export function compare(before: Truth, held: Held, after: Truth): Round {
  const was = truthOf(before, held);
  const shown = heldOf(held);
  const agreed: string[] = [];
  const differences: string[] = [];
  const is = truthOf(after, held);
  for (const [name, fact] of is) {
    if (was.get(name) === fact) {
      const found = shown.get(name);
      if (found === fact) {
        agreed.push(name);
      } else {
        differences.push(`${name} is ${fact}, held: ${found ?? 'nothing'}`);
      }
    }
  }
  for (const [name, fact] of shown) {
    if (!is.has(name) && !was.has(name)) {
      differences.push(`${name} is not there, held: ${fact}`);
    }
  }
  return { agreed, differences };
}

/** All the facts there are, of which a long enough look must have agreed with each. */
export function factNames(truth: Truth, held: Held): readonly string[] {
  return [...truthOf(truth, held).keys()];
}

function truthOf({ agents, dialogs, queues }: Truth, { subscribed }: Held): Facts {
  const nodes = new Set(subscribed);
  const facts = new Map<string, string>();
  const dialogById = new Map(dialogs.map((dialog) => [dialog.id, dialog]));
  for (const agent of agents) {
    const since = agent.stateChangeTime === '' ? 0 : Date.parse(agent.stateChangeTime);
    facts.set(`agent ${agent.id}`, `${agent.state} since ${String(since)}`);
    if (nodes.has(dialogsNode(agent.id))) {
      for (const id of agent.dialogs) {
        const dialog = dialogById.get(id);
        const parties = dialog?.participants.map((party): [string, string] => [
          party.mediaAddress,
          party.state,
        ]);
        facts.set(
          `dialog ${id} of ${agent.id}`,
          written(dialog?.state, Object.fromEntries(parties ?? [])),
        );
      }
    }
  }
  for (const { id, statistics } of queues) {
    if (nodes.has(`/finesse/api/Queue/${id}`)) {
      facts.set(`queue ${id}`, figuresOf(statistics));
    }
  }
  return facts;
}

function heldOf({ agents, dialogs, queues, subscribed }: Held): Facts {
  const nodes = new Set(subscribed);
  const facts = new Map<string, string>();
  for (const { id, state, since } of agents) {
    facts.set(`agent ${id}`, `${state} since ${String(since)}`);
  }
  for (const { id, state, nodes: tellers, parties } of dialogs) {
    for (const node of tellers) {
      const agent = /^\/finesse\/api\/User\/(\d+)\/Dialogs$/.exec(node)?.[1];
      if (agent !== undefined && nodes.has(node)) {
        facts.set(`dialog ${id} of ${agent}`, written(state, parties));
      }
    }
  }
  for (const { id, figures } of queues) {
    if (nodes.has(`/finesse/api/Queue/${id}`)) {
      facts.set(`queue ${id}`, figuresOf(figures));
    }
  }
  return facts;
}

function dialogsNode(agent: string): string {
  return `/finesse/api/User/${agent}/Dialogs`;
}

function written(state: string | undefined, parties: Readonly<Record<string, string>>): string {
  const sorted = Object.entries(parties).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${state ?? ''} ${sorted.map(([party, word]) => `${party}=${word}`).join(' ')}`;
}

function figuresOf(figures: Readonly<Record<string, unknown>>): string {
  return Object.entries(figures)
    .filter(([, value]) => typeof value === 'number')
    .filter(([name]) => name !== 'startTimeOfLongestCallInQueue')
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(' ');
}
