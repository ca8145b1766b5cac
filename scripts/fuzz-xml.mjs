// Compares the XML reader with saxes on generated documents, as long as one likes: whole ones, wounded ones, and heaps of scraps.
// Usage: node scripts/fuzz-xml.mjs [--runs N] [--seed N]. Exits 1 and prints the smallest document they differ on.
import { build } from 'esbuild';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { at } from './workspace.mjs';

const { values } = parseArgs({
  options: { runs: { type: 'string', default: '100000' }, seed: { type: 'string' } },
});
const seed = Number(values.seed ?? Date.now() % 2 ** 31);
const runs = Number(values.runs);
const folder = mkdtempSync(at('node_modules/.fuzz-'));
try {
  process.exitCode = (await fuzz(await load(join(folder, 'agreement.mjs')))) ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function load(outfile) {
  const contents = `
    export { default as fc } from 'fast-check';
    export { agreesWithSaxes } from './agreement';
    export { documents, heaps, woundedDocuments } from './documents';`;
  const resolveDir = at('projects/finesse-tunnel/xml/src/testing');
  await build({
    stdin: { contents, resolveDir, loader: 'ts' },
    ...{
      outfile,
      bundle: true,
      platform: 'node',
      format: 'esm',
      external: ['fast-check', 'saxes'],
    },
    ...{ tsconfig: at('tsconfig.json'), logLevel: 'error' },
  });
  return import(pathToFileURL(outfile));
}

async function fuzz({ fc, agreesWithSaxes, ...arbitraries }) {
  let agreed = true;
  for (const [kind, arbitrary] of Object.entries(arbitraries)) {
    const result = fc.check(fc.property(arbitrary, agreesWithSaxes), { numRuns: runs, seed });
    agreed &&= !result.failed;
    const verdict = result.failed
      ? `differ on ${JSON.stringify(result.counterexample)} ${result.errorInstance ?? ''}`
      : 'agree';
    console.log(`${kind}: ${result.numRuns} documents, seed ${seed}: ${verdict}`);
  }
  return agreed;
}
