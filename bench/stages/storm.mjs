// E6: five thousand events at once, as a change of shift or a CTI failover brings them.
import { measureStorm, STACKS } from '../harness/line.mjs';
import { quotient, ratio, table } from '../harness/results.mjs';
import { interleave, pick } from '../harness/rounds.mjs';
import { serveTunnelSite } from '../harness/tunnel-site.mjs';

const STORM = { agents: 5_000, rate: 20_000, events: 5_000 };
const [OURS, REFERENCE, FLOOR] = Object.values(STACKS);

export const title = 'Storm: until the last event is painted';
export const rounds = 3;

/** Sends the storm to each stack. */
export async function run({ browser, rounds, log }) {
  const site = await serveTunnelSite('bench/apps/line.mjs');
  try {
    const alternatives = Object.fromEntries(
      Object.entries(STACKS).map(([stack, name]) => [
        name,
        () => measureStorm(browser, site, { stack, ...STORM }),
      ]),
    );
    return report(await interleave(alternatives, { rounds, log }));
  } finally {
    await site.close();
  }
}

function report(storm) {
  const painting = pick(storm, 'painting');
  const title = `storm of ${STORM.events} events, ${STORM.agents} agents`;
  return {
    tables: [
      table(painting, { title, unit: 'ms until painted', base: REFERENCE }),
      table(pick(storm, 'fps'), { title, unit: 'frames/s', base: REFERENCE, isDrawn: false }),
    ],
    ratios: [
      ratio('E6-storm-ms', 'ms until painted', painting[OURS]),
      quotient('E6-storm-reference', painting, [OURS, REFERENCE]),
      quotient('E6-storm-floor', painting, [OURS, FLOOR]),
      ratio('E6-storm-fps', 'frames/s in the storm', pick(storm, 'fps')[OURS]),
    ],
  };
}
