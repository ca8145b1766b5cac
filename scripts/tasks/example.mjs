// npm run example -- NAME: builds one example and serves it from a sandbox, until Ctrl-C. Further options go to the sandbox.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { build, EXAMPLES } from '../build-parts.mjs';
import { at } from '../workspace.mjs';

const [name, ...options] = process.argv.slice(2);
if (!EXAMPLES.includes(name)) {
  console.error(`There is no example "${name ?? ''}"; the examples are ${EXAMPLES.join(', ')}.`);
  process.exit(2);
}
try {
  await build(['finesse-sandbox', `example-${name}`]);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
const folder = at('dist', 'examples', name);
const sandbox = spawn(
  process.execPath,
  [at('dist/finesse-sandbox/main.js'), '--control', '--static', folder, ...options],
  { stdio: ['ignore', 'pipe', 'inherit'] },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => sandbox.kill('SIGTERM'));
}
sandbox.on('exit', (code) => process.exit(code ?? 0));
createInterface({ input: sandbox.stdout }).once('line', (line) => {
  const { api } = JSON.parse(line).nodes[0];
  console.log(`
  Example     ${api}/ (source: examples/${name})
  Sign in     supervisor 1000001, agents 1001001 and up; the password is cisco unless --password says otherwise
  Stop        Ctrl-C
`);
});
