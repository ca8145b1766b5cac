// S2: one notification, from XML text to an object.
import { openModule } from '../harness/browser.mjs';
import { quotient, table } from '../harness/results.mjs';
import { interleave } from '../harness/rounds.mjs';

const MS = 300;
const OURS = 'finesse-tunnel';
const DOM = 'DOMParser + walk';
const RIVALS = [DOM, 'saxes, plain object', 'fast-xml-parser', 'JSON.parse of the same'];

export const title = 'Reading: XML text to object';
export const rounds = 7;

/** Measures every reader on every kind of document. */
export async function run({ browser, rounds, log }) {
  const { tab, close } = await openModule(browser, 'bench/apps/reader.mjs');
  const measure = (reader, kind, ms) =>
    tab.evaluate(([r, k, t]) => globalThis.bench.run(r, k, t), [reader, kind, ms]);
  const tables = [];
  const ratios = [];
  try {
    for (const kind of ['user', 'dialog', 'queue']) {
      for (const reader of [OURS, ...RIVALS]) {
        await measure(reader, kind, MS); // compiled before it counts
      }
      const alternatives = Object.fromEntries(
        [OURS, ...RIVALS].map((reader) => [reader, () => measure(reader, kind, MS)]),
      );
      const samples = await interleave(alternatives, {
        rounds,
        log: (text) => log(`${kind}: ${text}`),
      });
      tables.push(table(samples, { title: `${kind} update`, unit: 'documents/s', base: DOM }));
      ratios.push(
        quotient(`S2-${kind}-dom`, samples, [OURS, DOM]),
        quotient(`S2-${kind}-saxes`, samples, [OURS, 'saxes, plain object']),
        quotient(`S2-${kind}-json`, samples, [OURS, 'JSON.parse of the same']),
      );
    }
  } finally {
    await close();
  }
  return { tables, ratios };
}
