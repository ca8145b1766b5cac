import fc from 'fast-check';
import { isAgentState } from '../finesse/agent-state';
import { isLegalTransition } from '../finesse/agent-transitions';
import type { Deployment } from '../finesse/deployment';
import { realClock } from '../finesse/clock';
import type { Publication } from '../finesse/publication';
import { dialogLine, foldPublications } from '../finesse/testing/fold-publications';
import { makeContactCenter, readUpdate } from '../finesse/testing/make-contact-center';
import { QUEUE_FIGURES } from '../finesse/write-queue';
import { Simulator } from './simulator';

function simulate({
  seed = 1,
  agents = 12,
  rate = 20,
  seconds = 60,
  deployment = 'ucce',
  teams = 3,
}: {
  readonly seed?: number;
  readonly agents?: number;
  readonly rate?: number;
  readonly seconds?: number;
  readonly deployment?: Deployment;
  readonly teams?: number;
} = {}) {
  const tested = makeContactCenter({ agents, teams, queues: 4, deployment });
  const { contactCenter, clock } = tested;
  const simulator = new Simulator({ contactCenter, clock, rate, seed });
  simulator.start();
  clock.advance(seconds * 1000);
  return { ...tested, simulator };
}

function stateChanges(published: readonly Publication[]) {
  const states = new Map<string, string>();
  const changes: { id: string; from: string; to: string }[] = [];
  for (const { node, payload } of published) {
    const [, , , type, id = '', more] = node.split('/');
    if (type !== 'User' || more !== undefined) {
      continue;
    }
    const to = readUpdate(payload).data.children.find(({ name }) => name === 'state')?.text ?? '';
    const from = states.get(id) ?? 'LOGOUT';
    states.set(id, to);
    if (from !== to) {
      changes.push({ id, from, to });
    }
  }
  return changes;
}

describe('The simulator, when an agent’s desktop is gone', () => {
  for (const { deployment, left } of [
    { deployment: 'ucce', left: 'NOT_READY' },
    { deployment: 'uccx', left: 'LOGOUT' },
  ] as const) {
    it(`plays the agent again after a while on ${deployment}`, () => {
      const { contactCenter, clock } = simulate({ seconds: 1, rate: 5, deployment });
      const id = '1001001';
      contactCenter.presenceChanged(id, true);
      contactCenter.agents.signIn(id, id);
      contactCenter.agents.request(id, { state: 'READY', by: 'self' });
      contactCenter.presenceChanged(id, false);
      const states = new Set<string | undefined>();

      clock.advance(60_000);
      for (let second = 0; second < 3600 && !states.has('READY'); second++) {
        states.add(contactCenter.user(id)?.state);
        clock.advance(1000);
      }

      expect(states).toContain(left);
      expect(states).toContain('READY');
    });
  }
});

const anyDay = fc.record({
  seed: fc.integer({ min: 0, max: 100_000 }),
  agents: fc.integer({ min: 1, max: 30 }),
  teams: fc.integer({ min: 1, max: 4 }),
  rate: fc.integer({ min: 1, max: 40 }),
  deployment: fc.constantFrom('ucce' as const, 'uccx' as const),
});

describe('Simulator', () => {
  it('makes legal transitions only, on any day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { published } = simulate({ ...day, seconds: 15 });

        const illegal = stateChanges(published).filter(
          ({ from, to }) =>
            !isAgentState(from) ||
            !isAgentState(to) ||
            !isLegalTransition(day.deployment, from, to),
        );
        expect(illegal).toEqual([]);
      }),
      { numRuns: 12 },
    );
  });

  it('publishes exactly what leads to the truth, on any day', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        const { published, contactCenter } = simulate({ ...day, seconds: 15 });

        const folded = foldPublications(published);
        const truth = contactCenter.truth();
        for (const { id, state, stateChangeTime, pendingState, extension } of truth.agents) {
          const expected = { state, stateChangeTime, pendingState, extension };
          const untouched = stateChangeTime === '' ? expected : undefined;
          expect(folded.agents.get(id) ?? untouched).toEqual(expected);
          expect(folded.team.get(id) ?? untouched).toEqual(expected);
        }
        const lines = new Map(
          truth.dialogs.map((one) => [one.id, dialogLine(one.state, one.participants)]),
        );
        for (const { id, dialogs } of truth.agents) {
          const told = [...(folded.dialogs.get(id) ?? [])];
          expect(told).toEqual(dialogs.map((dialogId) => [dialogId, lines.get(dialogId) ?? '']));
        }
        for (const { id, statistics } of truth.queues) {
          const figures = QUEUE_FIGURES.map((name) => `${name}=${statistics[name]}`).join(' ');
          expect(folded.queues.get(id) ?? figures).toBe(figures);
        }
      }),
      { numRuns: 12 },
    );
  });

  for (const deployment of ['ucce', 'uccx'] as const) {
    it(`makes calls of every kind now and then, on ${deployment}`, () => {
      const { published, contactCenter } = simulate({ seconds: 600, agents: 24, deployment });

      const kinds = new Map<string, number>();
      for (const { node, payload } of published) {
        const [, kind = ''] = node.endsWith('/Dialogs')
          ? (/<callType>(\w+)/.exec(payload) ?? [])
          : [];
        kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
      }
      for (const kind of ['ACD_IN', 'OUT', 'AGENT_INSIDE', 'CONSULT', 'TRANSFER', 'CONFERENCE']) {
        expect(kinds.get(kind) ?? 0)
          .withContext(kind)
          .toBeGreaterThan(3);
      }
      const stuck = contactCenter.truth().dialogs.filter(({ id }) => Number(id) < 77_100);
      expect(stuck).toEqual([]);
    });
  }

  it('counts in the truth what it published', () => {
    const { published, contactCenter } = simulate();

    const counted = Object.values(contactCenter.truth().published).reduce((a, b) => a + b, 0);
    expect(counted).toBe(published.length);
  });

  it('repeats itself for the same seed, and does not for another', () => {
    const texts = (seed: number) =>
      simulate({ seed, seconds: 30 }).published.map(({ node, payload }) => `${node} ${payload}`);

    expect(texts(7)).toEqual(texts(7));
    expect(texts(7)).not.toEqual(texts(8));
  });

  it('repeats itself on the real clock too, however late the machine is', async () => {
    const play = async () => {
      const clock = realClock(200);
      const { contactCenter, published } = makeContactCenter({ clock, agents: 12 });
      const simulator = new Simulator({ contactCenter, clock, rate: 5, seed: 4 });
      const enough = new Promise<void>((resolve) => {
        contactCenter.onPublication(() => {
          if (published.length >= 500) {
            resolve();
          }
        });
      });
      simulator.start();
      await enough;
      simulator.stop();
      return published.map(({ node, payload }) => `${node} ${withoutTimes(payload)}`).slice(0, 500);
    };

    const first = await play();
    expect(first.length).toBe(500);
    expect(await play()).toEqual(first);
  });

  for (const { agents, rate } of [
    { agents: 24, rate: 5 },
    { agents: 24, rate: 50 },
    { agents: 200, rate: 40 },
  ]) {
    it(`makes about ${rate} changes a second with ${agents} agents`, () => {
      const { published, clock } = simulate({ agents, rate, seconds: 40 });
      published.length = 0;

      clock.advance(120_000);

      const perSecond = countStates(published) / 120;
      expect(perSecond).toBeGreaterThan(rate * 0.8);
      expect(perSecond).toBeLessThan(rate * 1.2);
    });
  }

  it('plays the whole day: every state, breaks with reasons, people going and coming', () => {
    const { published } = simulate({ agents: 24, rate: 50, seconds: 120 });

    const seen = new Set(stateChanges(published).map(({ from, to }) => `${from} ${to}`));
    for (const change of [
      'LOGOUT NOT_READY',
      'NOT_READY READY',
      'READY RESERVED',
      'RESERVED TALKING',
      'RESERVED READY',
      'TALKING HOLD',
      'HOLD TALKING',
      'TALKING WORK_READY',
      'TALKING WORK',
      'WORK_READY READY',
      'READY NOT_READY',
      'NOT_READY LOGOUT',
    ]) {
      expect(seen).toContain(change);
    }
    expect(published.some(({ payload }) => payload.includes('<label>Lunch</label>'))).toBeTrue();
  });

  it('never touches supervisors', () => {
    const { contactCenter } = simulate({ rate: 60 });

    const supervisors = contactCenter.truth().agents.filter(({ id }) => id.startsWith('1000'));
    expect(supervisors.map(({ state }) => state)).toEqual(['LOGOUT', 'LOGOUT', 'LOGOUT']);
  });

  it('leaves alone whoever sits at a desktop: their phone rings, and nothing else', () => {
    const { contactCenter, clock, published } = simulate({ rate: 5, seconds: 0 });
    const id = '1001001';
    contactCenter.presenceChanged(id, true);
    contactCenter.setAgentState(id, { state: 'READY' });
    published.length = 0;

    clock.advance(600_000);

    const states = stateChanges(published.filter(({ node }) => node.endsWith(id)));
    expect(new Set(states.map(({ to }) => to))).toEqual(new Set(['READY', 'RESERVED']));
  });

  it('stands still once stopped', () => {
    const { simulator, clock, published } = simulate();
    simulator.stop();
    clock.advance(150_000); // wrapping up ends by the contact centre's own timer
    published.length = 0;

    clock.advance(60_000);

    expect(published.map(({ node }) => node)).toEqual([]);
  });
});

function withoutTimes(payload: string): string {
  return payload.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'time');
}

function countStates(published: readonly Publication[]): number {
  // One team notification goes with each change; those of pending states are not counted.
  const seen = new Map<string, string>();
  let count = 0;
  for (const { node, payload } of published) {
    if (node.endsWith('/Users')) {
      const id = /<loginId>(\d+)</.exec(payload)?.[1] ?? '';
      const time = /<stateChangeTime>([^<]*)</.exec(payload)?.[1] ?? '';
      count += seen.get(id) === time ? 0 : 1;
      seen.set(id, time);
    }
  }
  return count;
}
