// npm run sandbox -- [options]: only the sandbox. Its ready line is the first line on stdout, so builds print to stderr.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { build } from '../build-parts.mjs';
import { at } from '../workspace.mjs';

const write = process.stdout.write.bind(process.stdout);
process.stdout.write = process.stderr.write.bind(process.stderr);
try {
  await build(['finesse-sandbox']);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
process.stdout.write = write;
const sandbox = spawn(
  process.execPath,
  [at('dist/finesse-sandbox/main.js'), ...process.argv.slice(2)],
  {
    stdio: 'inherit',
  },
);
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => sandbox.kill(signal));
}
sandbox.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)));
