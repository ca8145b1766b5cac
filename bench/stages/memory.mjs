// M1: what the host's heap holds while events go on and on.
import { setTimeout } from 'node:timers/promises';
import { offerLine } from '../harness/line.mjs';
import { ratio, table } from '../harness/results.mjs';
import { summary } from '../harness/statistics.mjs';
import { serveTunnelSite } from '../harness/tunnel-site.mjs';

const LOAD = { stack: 'product', agents: 1_000, rate: 1_000 };
const MINUTE_MS = 60_000;
const SAMPLES_A_MINUTE = 4;

export const title = 'Memory: the heap while events go on';
/** Minutes. */
export const rounds = 10;

/** Collects garbage and weighs the heap four times a minute. */
export async function run({ browser, rounds: minutes, log }) {
  const site = await serveTunnelSite('bench/apps/line.mjs');
  const line = await offerLine(browser, site, { ...LOAD, ms: minutes * MINUTE_MS });
  const megabytes = [];
  try {
    for (let i = 0; i < minutes * SAMPLES_A_MINUTE; i++) {
      await setTimeout(MINUTE_MS / SAMPLES_A_MINUTE);
      megabytes.push((await line.heapBytes()) / 1e6);
      log(
        `${megabytes.length} of ${minutes * SAMPLES_A_MINUTE}: ${megabytes.at(-1).toFixed(1)} MB`,
      );
    }
  } finally {
    await line.close();
    await site.close();
  }
  const third = Math.max(1, Math.floor(megabytes.length / 3));
  const middle = (part) => summary(part).median;
  const growth = middle(megabytes.slice(-third)) / middle(megabytes.slice(0, third));
  return {
    tables: [
      table(
        { 'first third': megabytes.slice(0, third), 'last third': megabytes.slice(-third) },
        { title: `heap over ${minutes} minutes, MB`, unit: 'MB', base: 'first third' },
      ),
    ],
    ratios: [ratio('M1-growth', `heap of the last third ÷ of the first, ${minutes} min`, [growth])],
  };
}
