// Compiles docs/examples/*.ts and sees that every TypeScript block of the documents is a copy of one of them.
import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { at, bin, run } from './workspace.mjs';

const DOCUMENTS = [
  'README.md',
  'projects/finesse-tunnel/README.md',
  'projects/finesse-sandbox/README.md',
  ...readdirSync(at('docs'))
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name}`),
];
const examples = new Map(
  readdirSync(at('docs/examples'))
    .filter((name) => name.endsWith('.ts'))
    .map((name) => [readFileSync(at('docs/examples', name), 'utf8').trim(), name]),
);

const { code } = await run(bin('typescript/bin/tsc', '-p', 'docs/examples/tsconfig.json'));
let failed = code === 0 ? 0 : 1;
for (const document of DOCUMENTS) {
  const text = readFileSync(at(document), 'utf8');
  for (const [, block] of text.matchAll(/^```ts\n([\s\S]*?)^```/gm)) {
    if (!examples.has(block.trim())) {
      console.error(`${document}: this block is no copy of a file in docs/examples:\n${block}`);
      failed++;
    }
  }
}
console.log(
  `${examples.size} examples compiled: ${[...examples.values()].map((n) => basename(n)).join(', ')}`,
);
process.exit(failed === 0 ? 0 : 1);
