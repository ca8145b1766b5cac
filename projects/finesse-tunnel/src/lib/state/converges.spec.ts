import fc from 'fast-check';
import type { Dialog } from '../model/dialog';
import type { Notification } from '../model/notification';
import { listOf } from './collection';
import { type ContactCenter, EMPTY_CONTACT_CENTER } from './contact-center';
import { foldNotifications } from './fold-notifications';
import { type DatedSnapshot, mergeSnapshot } from './merge-snapshot';

/**
 * A small contact centre that changes, tells of its changes and answers requests. Between it and the state
 * notifications are doubled, swapped, held up and lost, and the local clock says anything at all.
 */

const AGENTS = ['2101', '2102', '2103'];
const TEAM = '/finesse/api/Team/31/Users';
const QUEUE = '/finesse/api/Queue/41';
const STATES = ['READY', 'NOT_READY', 'TALKING', 'WORK'];

/** What really is. */
class World {
  time = 0;
  waiting = 0;
  readonly states = new Map(AGENTS.map((id) => [id, { state: 'LOGOUT', stateChangeTime: 0 }]));
  readonly calls = new Map<string, Call>();
  #began = 0;

  /** Changes something, and says what is published about it. */
  step({ agent, what, choice }: Step): readonly Notification[] {
    this.time++;
    switch (what) {
      case 'state':
        return [this.#stateOf(agent, choice)];
      case 'queue':
        this.waiting = choice;
        return [this.queue()];
      case 'begin':
        return this.#begin(agent);
      case 'join':
        return this.#join(agent, choice);
      case 'change':
        return this.#change(choice);
      case 'leave':
        return this.#leave(agent, choice);
    }
  }

  dialogsOf(agent: string): readonly Dialog[] {
    return [...this.calls]
      .filter(([, { parties }]) => parties.has(agent))
      .map(([id]) => this.#dialog(id));
  }

  queue(): Notification & { readonly kind: 'queue' } {
    const statistics = { callsInQueue: this.waiting };
    return { kind: 'queue', queue: { id: '41', statistics }, ...envelope(QUEUE, 'PUT') };
  }

  #stateOf(id: string, choice: number): Notification {
    const changed = {
      state: STATES[choice % STATES.length] ?? 'READY',
      stateChangeTime: this.time,
    };
    this.states.set(id, changed);
    const agents = [{ id, ...changed }];
    return { kind: 'team-users', teamId: '31', agents, snapshot: false, ...envelope(TEAM, 'PUT') };
  }

  #begin(agent: string): readonly Notification[] {
    const id = String(++this.#began);
    const parties = new Map([[agent, this.time]]);
    this.calls.set(id, { parties, wereIn: new Set([agent]), state: 'ALERTING' });
    return [this.#offered('POST', agent, this.#dialog(id))];
  }

  #join(agent: string, choice: number): readonly Notification[] {
    const [id, call] = this.#call(choice);
    if (call === undefined || call.wereIn.has(agent)) {
      return [];
    }
    call.parties.set(agent, this.time);
    call.wereIn.add(agent);
    const dialog = this.#dialog(id);
    return [this.#offered('POST', agent, dialog), ...this.#changed(id, agent)];
  }

  #change(choice: number): readonly Notification[] {
    const [id, call] = this.#call(choice);
    const party = [...(call?.parties.keys() ?? [])][0];
    if (call === undefined || party === undefined) {
      return [];
    }
    call.state = call.state === 'ACTIVE' ? 'HELD' : 'ACTIVE';
    call.parties.set(party, this.time);
    return this.#changed(id);
  }

  #leave(agent: string, choice: number): readonly Notification[] {
    const [id, call] = this.#call(choice);
    if (call?.parties.has(agent) !== true) {
      return [];
    }
    call.parties.set(agent, this.time);
    const last = this.#dialog(id);
    call.parties.delete(agent);
    if (call.parties.size === 0) {
      this.calls.delete(id);
    }
    return [this.#offered('DELETE', agent, last), ...this.#changed(id)];
  }

  #call(choice: number) {
    return [...this.calls][choice % Math.max(1, this.calls.size)] ?? (['', undefined] as const);
  }

  #changed(id: string, except?: string): readonly Notification[] {
    const parties = [...(this.calls.get(id)?.parties.keys() ?? [])];
    return parties
      .filter((agentId) => agentId !== except)
      .map((agentId) => ({
        kind: 'dialog' as const,
        agentId,
        dialog: this.#dialog(id),
        ...envelope(dialogsNode(agentId), 'PUT'),
      }));
  }

  #offered(event: 'POST' | 'DELETE', agentId: string, dialog: Dialog): Notification {
    return {
      kind: 'dialogs',
      agentId,
      dialogs: [dialog],
      ...envelope(dialogsNode(agentId), event),
    };
  }

  /** The time of a call is that of its last change, so a party who left goes on counting. */
  #dialog(id: string): Dialog {
    const call = this.calls.get(id);
    const parties = [...(call?.parties ?? [])].map(([mediaAddress]) => mediaAddress);
    const participants = parties.map((mediaAddress) => ({
      mediaAddress,
      stateChangeTime: this.time,
    }));
    return { id, state: call?.state ?? 'DROPPED', participants };
  }
}

interface Call {
  readonly parties: Map<string, number>;
  /** Nobody comes back to a call: an end that came after the second beginning would say nothing of which end it is. */
  readonly wereIn: Set<string>;
  state: string;
}

interface Step {
  readonly what: 'state' | 'queue' | 'begin' | 'join' | 'change' | 'leave';
  readonly agent: string;
  readonly choice: number;
}

/** How one notification comes: how often, and after how many others. */
interface Fate {
  readonly copies: readonly number[];
  readonly receivedAt: number;
}

function envelope(node: string, event: 'POST' | 'PUT' | 'DELETE') {
  return { node, event, requestId: '', source: '', receivedAt: 1, xml: '' };
}

function dialogsNode(agent: string): string {
  return `/finesse/api/User/${agent}/Dialogs`;
}

const STEP = fc.record<Step>({
  what: fc.constantFrom('state', 'queue', 'begin', 'join', 'change', 'leave'),
  agent: fc.constantFrom(...AGENTS),
  choice: fc.nat(9),
});
const CLOCK = fc.constantFrom(0, 1, 1_000, 3_600_000, 86_400_000);
const ANY_FATE = fc.record<Fate>({
  copies: fc.array(fc.nat(6), { maxLength: 3 }),
  receivedAt: CLOCK,
});
/** Late or doubled, but not lost. */
const NO_LOSS = fc.record<Fate>({
  copies: fc.array(fc.nat(6), { minLength: 1, maxLength: 3 }),
  receivedAt: CLOCK,
});
const steps = (fate: fc.Arbitrary<Fate>) =>
  fc.array(fc.record({ step: STEP, fate, size: fc.integer({ min: 1, max: 4 }) }), {
    maxLength: 30,
  });

type Played = readonly { readonly step: Step; readonly fate: Fate; readonly size: number }[];

/** Lets the steps happen, and gives what comes of them, in the order in which it comes. */
function published(world: World, played: Played): Notification[] {
  let place = 0;
  const coming: { readonly due: number; readonly notification: Notification }[] = [];
  for (const { step, fate } of played) {
    for (const told of world.step(step)) {
      place++;
      for (const delay of fate.copies) {
        const notification: Notification = { ...told, receivedAt: fate.receivedAt };
        coming.push({ due: told.kind === 'queue' ? place : place + delay, notification });
      }
    }
  }
  return coming.sort((a, b) => a.due - b.due).map(({ notification }) => notification);
}

/** Folds them in batches, as frames come. */
function folded(before: ContactCenter, all: readonly Notification[], size: number): ContactCenter {
  let state = before;
  for (let at = 0; at < all.length; at += size) {
    state = foldNotifications(state, all.slice(at, at + size));
  }
  return state;
}

function snapshotsOf(world: World): readonly Pick<DatedSnapshot, 'node' | 'snapshot'>[] {
  const agents = [...world.states].map(([id, state]) => ({ id, ...state }));
  return [
    { node: TEAM, snapshot: { kind: 'team-users', team: { id: '31' }, agents } },
    { node: QUEUE, snapshot: { kind: 'queue', queue: world.queue().queue } },
    ...AGENTS.map((agentId) => ({
      node: dialogsNode(agentId),
      snapshot: { kind: 'dialogs' as const, agentId, dialogs: world.dialogsOf(agentId) },
    })),
  ];
}

/** What is held, as {@link truth} tells it. */
function held({ agents, dialogs, queues }: ContactCenter): unknown {
  return {
    agents: Object.fromEntries(listOf(agents).map(({ id, state }) => [id, state])),
    dialogs: Object.fromEntries(
      listOf(dialogs).map(({ id, state, nodes }) => [id, { state, nodes: [...nodes].sort() }]),
    ),
    waiting: listOf(queues)[0]?.statistics?.callsInQueue,
  };
}

function truth({ states, calls, waiting }: World): unknown {
  return {
    agents: Object.fromEntries([...states].map(([id, { state }]) => [id, state])),
    dialogs: Object.fromEntries(
      [...calls].map(([id, { state, parties }]) => {
        return [id, { state, nodes: [...parties.keys()].map(dialogsNode).sort() }];
      }),
    ),
    waiting,
  };
}

/** As JSON, with members in the order of their names. */
function written(value: unknown): string {
  const sorted = (_: string, one: unknown): unknown =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one;
  return JSON.stringify(value, sorted);
}

function demandTruth(state: ContactCenter, world: World): void {
  const [is, ought] = [written(held(state)), written(truth(world))];
  if (is !== ought) {
    throw new Error(`held: ${is}\ntrue: ${ought}`);
  }
}

const GAP = fc.record({
  missed: steps(ANY_FATE),
  /** Told between the request and what the answer says. */
  meanwhile: steps(NO_LOSS),
  after: steps(NO_LOSS),
  requestedAt: CLOCK,
  receivedAt: CLOCK,
});

describe('the state of the contact centre', () => {
  it('is the truth after a gap, whatever came late, twice or never, and whatever the local clock said', () => {
    const demand = (): void =>
      fc.assert(
        fc.property(GAP, ({ missed, meanwhile, after, requestedAt, receivedAt }) => {
          const world = new World();
          const size = missed[0]?.size ?? 1;
          const before = folded(EMPTY_CONTACT_CENTER, published(world, missed), size);
          const asked = before.revision;
          const duringFirst = published(world, meanwhile);
          const answers = snapshotsOf(world);
          const rest = published(world, after);
          let state = folded(before, duringFirst, size);
          for (const answer of answers) {
            state = mergeSnapshot(state, {
              ...answer,
              requestedAt,
              receivedAt,
              requestedIn: asked,
            });
          }
          demandTruth(folded(state, rest, size), world);
        }),
        { numRuns: 500, includeErrorInReport: true },
      );

    expect(demand).not.toThrow();
  });

  it('is the truth after a gap when the answers come only after what was told since', () => {
    const demand = (): void =>
      fc.assert(
        fc.property(steps(ANY_FATE), steps(NO_LOSS), CLOCK, (missed, since, at) => {
          const world = new World();
          const before = folded(EMPTY_CONTACT_CENTER, published(world, missed), 3);
          const answers = snapshotsOf(world);
          let state = folded(before, published(world, since), 2);
          for (const answer of answers) {
            const times = { requestedAt: at, receivedAt: 0, requestedIn: before.revision };
            state = mergeSnapshot(state, { ...answer, ...times });
          }
          demandTruth(state, world);
        }),
        { numRuns: 500, includeErrorInReport: true },
      );

    expect(demand).not.toThrow();
  });
});
