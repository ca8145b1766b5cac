// npm run fuzz [-- target … --seconds N --seed N]: coverage-guided fuzzing of all that reads outside data. What reaches new
// code is kept in fuzz/corpus. With --replay only the kept texts are tried, as `npm run verify` does.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { Coverage } from '../../fuzz/coverage.mjs';
import { Finding, fuzz, tryText } from '../../fuzz/fuzz.mjs';
import { at } from '../workspace.mjs';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seconds: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Date.now() % 2 ** 31) },
    replay: { type: 'boolean', default: false },
  },
});
const outfile = at('dist/fuzz/targets.mjs');
const url = pathToFileURL(outfile).href;
await build({
  entryPoints: [at('fuzz/targets.mjs')],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  packages: 'external',
  alias: {
    'finesse-tunnel/protocol': at('projects/finesse-tunnel/protocol/src/public-api.ts'),
    'finesse-tunnel/xml': at('projects/finesse-tunnel/xml/src/public-api.ts'),
  },
  tsconfig: at('tsconfig.json'),
  logLevel: 'error',
});
const coverage = values.replay ? undefined : new Coverage(url);
const { TARGETS } = await import(url);
const unknown = positionals.find((name) => !(name in TARGETS));
if (unknown !== undefined) {
  console.error(`There is no target "${unknown}"; they are ${Object.keys(TARGETS).join(', ')}.`);
  process.exit(2);
}
let passed = 0;
let failed = 0;
for (const name of positionals.length > 0 ? positionals : Object.keys(TARGETS)) {
  try {
    console.log(`${name}: ${values.replay ? replay(name) : explore(name)}`);
    passed++;
  } catch (error) {
    if (!(error instanceof Finding)) {
      throw error;
    }
    failed++;
    console.error(`${name}: ${error.message}`);
    keep(name, [...kept(name), error.text]);
  }
}
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);

function replay(name) {
  const texts = [...TARGETS[name].seeds, ...kept(name)];
  texts.forEach((text) => tryText(TARGETS[name].check, text));
  return `${texts.length} texts`;
}

function explore(name) {
  const target = TARGETS[name];
  const before = coverage.size;
  const known = kept(name);
  const { executions, found } = fuzz(
    { ...target, seeds: [...target.seeds, ...known] },
    { coverage, seed: Number(values.seed), milliseconds: Number(values.seconds) * 1000 },
  );
  keep(name, [...known, ...found]);
  return `${executions} executions, seed ${values.seed}, ${coverage.size - before} characters of code reached, ${found.length} texts kept`;
}

function kept(name) {
  const path = at('fuzz/corpus', `${name}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : [];
}

function keep(name, texts) {
  if (texts.length > 0) {
    const unique = [...new Set(texts)];
    writeFileSync(at('fuzz/corpus', `${name}.json`), `${JSON.stringify(unique, null, 2)}\n`);
  }
}
