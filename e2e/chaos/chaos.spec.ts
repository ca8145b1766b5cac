import { expect, test } from '@playwright/test';
import { ChaosTarget } from './chaos-target';
import { chaosFault, type ChaosFault } from './faults';
import { type Recovery, report } from './report';
import { seededRandom } from './seeded-random';

/** What `npm run chaos` sets. */
const SEED = Number(process.env['CHAOS_SEED'] ?? 1);
const FAULTS = Number(process.env['CHAOS_FAULTS'] ?? 4);
const MINUTES = Number(process.env['CHAOS_MINUTES'] ?? 0);
const AGENTS = process.env['CHAOS_AGENTS'] ?? '24';
const RATE = process.env['CHAOS_RATE'] ?? '10';
const ONLY = (process.env['CHAOS_ONLY'] ?? '').split(',').filter((kind) => kind !== '');

/** Within this time after the end of a fault the dashboard holds the truth. */
const RECOVERY_LIMIT_MS = 60_000;
/** Facts that never stand still need not have been seen to agree. */
const MOST_ROUNDS = 25;

test('the dashboard holds the truth after every fault', async ({ context }) => {
  test.setTimeout(FAULTS * 150_000 + MINUTES * 60_000 + 150_000);
  const target = await ChaosTarget.start(context, [
    ...['--teams', '1', '--agents', AGENTS, '--rate', RATE, '--seed', String(SEED)],
  ]);
  const recoveries: Recovery[] = [];
  let unsettled: string | undefined = 'the beginning';
  try {
    await target.signIn();
    await becameTrue(target, 'the beginning');
    await wreakHavoc(target, recoveries, (name) => (unsettled = name));
    unsettled = undefined;
  } finally {
    report({ seed: SEED, unsettled, recoveries, outages: await target.outages().catch(() => []) });
    await target.stop();
  }
});

async function wreakHavoc(
  target: ChaosTarget,
  recoveries: Recovery[],
  begins: (name: string) => void,
): Promise<void> {
  const random = seededRandom(SEED);
  const end = Date.now() + MINUTES * 60_000;
  while (recoveries.length < FAULTS || Date.now() < end) {
    const fault = chaosFault(random, ONLY);
    say(`${fault.name} …`);
    begins(fault.name);
    await fault.run(target);
    const overAt = Date.now();
    await helpOn(target, fault);
    const ms = await becameTrue(target, fault.name, overAt);
    recoveries.push({ kind: fault.kind, ms });
    say(`${fault.name}: true again ${String(ms)} ms after its end`);
  }
}

/** What no program can do by itself: type a password, and know of what nobody can see. */
async function helpOn(target: ChaosTarget, { isFinal, isSilent }: ChaosFault): Promise<void> {
  if (isFinal === true) {
    await target.signIn();
  } else if (isSilent === true) {
    await target.bringAuditForward();
  }
}

/**
 * Looks until nothing differs and everything has been seen to agree.
 *
 * @returns How long it was before nothing differed any more.
 */
async function becameTrue(target: ChaosTarget, what: string, overAt = Date.now()): Promise<number> {
  const agreed = new Set<string>();
  let trueSince: number | undefined;
  for (let round = 0; ; round++) {
    const lookedAt = Date.now();
    const { differences, agreed: now, names } = await target.look();
    if (differences.length > 0) {
      trueSince = undefined;
      expect(
        lookedAt - overAt,
        `seed ${String(SEED)}, ${what}: ${listed(differences)}`,
      ).toBeLessThan(RECOVERY_LIMIT_MS);
      continue;
    }
    trueSince ??= lookedAt;
    now.forEach((name) => agreed.add(name));
    if (names.every((name) => agreed.has(name)) || round > MOST_ROUNDS) {
      return Math.max(0, trueSince - overAt);
    }
  }
}

function listed(differences: readonly string[]): string {
  const more = differences.length > 5 ? ` and ${String(differences.length - 5)} more` : '';
  return `${differences.slice(0, 5).join('; ')}${more}`;
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
