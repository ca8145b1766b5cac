// S3: what one frame's changes cost the store, and whether that grows with the agents it holds.
import { openModule } from '../harness/browser.mjs';
import { quotient, ratio, table } from '../harness/results.mjs';
import { interleave } from '../harness/rounds.mjs';
import { ratios as divide } from '../harness/statistics.mjs';

const MS = 400;
const SIZES = [1_000, 10_000];
const OURS = 'finesse-tunnel, action a frame';
const PER_EVENT = 'NgRx entity, action an event';

export const title = 'Store: 83 changes a frame';
export const rounds = 5;

/** Each store in a page of its own, so that none inherits another's garbage or optimisations. */
export async function run({ browser, rounds, log }) {
  const samples = {};
  for (const size of SIZES) {
    const stores = Object.fromEntries((await names(browser)).map((name) => [name, { name, size }]));
    samples[size] = await measure(browser, stores, { rounds, log: (t) => log(`${size}: ${t}`) });
  }
  // In the same rounds: what disturbs the machine would look like growth otherwise.
  const sizes = Object.fromEntries(SIZES.map((size) => [size, { name: OURS, size }]));
  const growth = await measure(browser, sizes, { rounds, log: (t) => log(`growth: ${t}`) });
  const [small, large] = SIZES;
  return {
    tables: SIZES.map((size) =>
      table(samples[size], {
        title: `${size.toLocaleString('en-US')} agents`,
        unit: 'events/s',
        base: PER_EVENT,
      }),
    ),
    ratios: [
      ...SIZES.flatMap((size) => [
        quotient(`S3-${size}-per-event`, samples[size], [OURS, PER_EVENT]),
        quotient(`S3-${size}-set-many`, samples[size], [OURS, 'NgRx entity, action a frame']),
      ]),
      ratio(
        'S3-growth',
        `cost of a frame at ${large} ÷ at ${small} agents`,
        divide(growth[small], growth[large]),
      ),
    ],
  };
}

async function names(browser) {
  const { tab, close } = await openModule(browser, 'bench/apps/store.mjs');
  const stores = await tab.evaluate(() => globalThis.bench.stores);
  await close();
  return stores;
}

/** Measures stores, each with its `size`, under the names they are given. */
async function measure(browser, stores, options) {
  const pages = [];
  try {
    const alternatives = {};
    for (const [as, { name, size }] of Object.entries(stores)) {
      const page = await openModule(browser, 'bench/apps/store.mjs');
      pages.push(page);
      await page.tab.evaluate(([n, s]) => globalThis.bench.open(n, s), [name, size]);
      await runFor(page, MS); // compiled before it counts
      alternatives[as] = () => runFor(page, MS);
    }
    return await interleave(alternatives, options);
  } finally {
    await Promise.all(pages.map(({ close }) => close()));
  }
}

function runFor({ tab }, ms) {
  return tab.evaluate((t) => globalThis.bench.run(t), ms);
}
