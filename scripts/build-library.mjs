// Builds the library in the Angular Package Format, and beside it the schematics, which are CommonJS for the CLI.
import { cpSync, writeFileSync } from 'node:fs';
import { at, bin, ng, run } from './workspace.mjs';

const SOURCE = at('projects/finesse-tunnel/schematics');
const RESULT = at('dist/finesse-tunnel/schematics');

for (const command of [ng('build', 'finesse-tunnel'), bin('typescript/bin/tsc', '-p', SOURCE)]) {
  const { code } = await run(command);
  if (code !== 0) {
    process.exit(1);
  }
}
cpSync(SOURCE, RESULT, {
  recursive: true,
  filter: (path) => !/\.ts$|tsconfig\.|\/spec(\/|$)/.test(path),
});
writeFileSync(`${RESULT}/package.json`, '{ "type": "commonjs" }\n');
