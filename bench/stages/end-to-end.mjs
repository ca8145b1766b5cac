// E1, E2, E4, E5, E7: server, tunnel page in a frame of another site, library, store, table.
import { measureLine, STACKS } from '../harness/line.mjs';
import { quotient, ratio, table } from '../harness/results.mjs';
import { interleave, pick } from '../harness/rounds.mjs';
import { serveTunnelSite } from '../harness/tunnel-site.mjs';

const MS = 2_000;
const LOADS = [
  { id: '1000-100', agents: 1_000, rate: 100 },
  { id: '1000-1000', agents: 1_000, rate: 1_000 },
  { id: '1000-4000', agents: 1_000, rate: 4_000 },
  { id: '5000-100', agents: 5_000, rate: 100 },
  { id: '5000-200', agents: 5_000, rate: 200 },
  { id: '5000-1000', agents: 5_000, rate: 1_000 },
  { id: '5000-3000', agents: 5_000, rate: 3_000 },
];
const MEASURES = {
  handled: 'handled/s',
  busy: 'main thread busy, %',
  fps: 'frames/s',
  parentP50: 'to the host p50, ms',
  parentP99: 'to the host p99, ms',
  frameP50: 'to the end of the frame p50, ms',
  frameP99: 'to the end of the frame p99, ms',
};
const [OURS, REFERENCE, FLOOR] = Object.values(STACKS);

export const title = 'End to end: from the server to the painted row';
export const rounds = 3;

/** Measures every load. */
export async function run({ browser, rounds, log }) {
  const site = await serveTunnelSite('bench/apps/line.mjs');
  try {
    const samples = {};
    for (const { id, ...load } of LOADS) {
      samples[id] = await interleave(
        byName((stack) => measureLine(browser, site, { stack, ms: MS, ...load })),
        { rounds, log: (text) => log(`${id}: ${text}`) },
      );
    }
    return { tables: tablesOf(samples), ratios: ratiosOf(samples) };
  } finally {
    await site.close();
  }
}

function byName(measure) {
  return Object.fromEntries(
    Object.entries(STACKS).map(([stack, name]) => [name, () => measure(stack)]),
  );
}

function tablesOf(samples) {
  return LOADS.flatMap(({ id, agents, rate }) =>
    Object.entries(MEASURES).map(([measure, unit]) =>
      table(pick(samples[id], measure), {
        title: `${agents} agents, ${rate}/s: ${unit}`,
        unit,
        base: REFERENCE,
        isDrawn: measure === 'handled',
      }),
    ),
  );
}

function ratiosOf(samples) {
  const between = (id, load, [measure, theirs]) =>
    quotient(id, pick(samples[load], measure), [OURS, theirs]);
  const plain = (id, load, measure) =>
    ratio(id, `${MEASURES[measure]}, ${load}`, pick(samples[load], measure)[OURS]);
  return [
    between('E1-reference', '1000-4000', ['handled', REFERENCE]),
    between('E1-floor', '1000-4000', ['handled', FLOOR]),
    between('E2-reference', '5000-3000', ['handled', REFERENCE]),
    between('E2-floor', '5000-3000', ['handled', FLOOR]),
    between('E4-100', '1000-100', ['parentP50', FLOOR]),
    between('E4-1000', '1000-1000', ['parentP50', FLOOR]),
    between('E4-100-p99', '1000-100', ['parentP99', FLOOR]),
    between('E4-1000-p99', '1000-1000', ['parentP99', FLOOR]),
    plain('E5-100-p99', '1000-100', 'frameP99'),
    plain('E5-1000-p99', '1000-1000', 'frameP99'),
    plain('E5-5000-100-p99', '5000-100', 'frameP99'),
    plain('E5-5000-1000-p99', '5000-1000', 'frameP99'),
    plain('E5-1000-fps', '5000-1000', 'fps'),
    between('E7-busy', '5000-200', ['busy', REFERENCE]),
  ];
}
