// E3: from the page to a parent of another site, by postMessage as Cisco's parent has it, and by the port that our library hands over.
import { measureLine } from '../harness/line.mjs';
import { quotient, table } from '../harness/results.mjs';
import { interleave, pick } from '../harness/rounds.mjs';
import { serveTunnelSite } from '../harness/tunnel-site.mjs';

const MS = 2_000;
const AGENTS = 1_000;
const RATES = [3_000, 6_000];
const NAMES = { ported: 'private port', floor: 'one string a message' };
const [PORT, STRING] = Object.values(NAMES);
const MEASURES = {
  handled: 'handled/s',
  busy: 'main thread busy, %',
  parentP50: 'to the host p50, ms',
};

export const title = 'The hop: from the page to its parent';
export const rounds = 3;

/** Reads every event, neither stores nor shows it. */
export async function run({ browser, rounds, log }) {
  const site = await serveTunnelSite('bench/apps/line.mjs');
  try {
    const samples = {};
    for (const rate of RATES) {
      const load = { agents: AGENTS, rate, ms: MS };
      const alternatives = Object.fromEntries(
        Object.entries(NAMES).map(([stack, name]) => [
          name,
          () => measureLine(browser, site, { stack, ...load }),
        ]),
      );
      samples[rate] = await interleave(alternatives, {
        rounds,
        log: (t) => log(`${rate}/s: ${t}`),
      });
    }
    return { tables: tablesOf(samples), ratios: ratiosOf(samples) };
  } finally {
    await site.close();
  }
}

function tablesOf(samples) {
  return RATES.flatMap((rate) =>
    Object.entries(MEASURES).map(([measure, unit]) =>
      table(pick(samples[rate], measure), { title: `${rate}/s: ${unit}`, unit, base: STRING }),
    ),
  );
}

function ratiosOf(samples) {
  return [
    quotient('E3-handled', pick(samples[6_000], 'handled'), [PORT, STRING]),
    quotient('E3-busy', pick(samples[3_000], 'busy'), [PORT, STRING]),
  ];
}
