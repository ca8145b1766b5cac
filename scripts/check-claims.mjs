// Sees that every test that a document names as its proof is there: `path/to/x.spec.ts` › "its title".
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { at } from './workspace.mjs';

const PROOF = /`([^`\s*]+\.spec\.ts)`(?: › "([^"]+)")?/g;

let proofs = 0;
const missing = [];
for (const document of readdirSync(at('docs')).filter((name) => name.endsWith('.md'))) {
  const text = readFileSync(at('docs', document), 'utf8').replace(/\s+/g, ' ');
  for (const [, path, title] of text.matchAll(PROOF)) {
    proofs++;
    if (!existsSync(at(path))) {
      missing.push(`docs/${document}: there is no ${path}`);
    } else if (title !== undefined && !readFileSync(at(path), 'utf8').includes(title)) {
      missing.push(`docs/${document}: ${path} has no test "${title}"`);
    }
  }
}
for (const line of missing) {
  console.error(line);
}
console.log(`${proofs} proofs named in docs/, ${missing.length} missing`);
process.exit(missing.length === 0 && proofs > 0 ? 0 : 1);
