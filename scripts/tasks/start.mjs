// npm start [-- --dashboard-port N, and any option of the sandbox]: sandbox and dashboard, until Ctrl-C.
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { build } from '../build-parts.mjs';
import { serveDashboard } from '../dashboard-server.mjs';
import { at } from '../workspace.mjs';

const { port, sandboxOptions } = readOptions(process.argv.slice(2));
let sandbox;
let server;
let stopping = false;

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => void stop(0));
}
try {
  await build(['finesse-sandbox', 'dashboard']);
  const nodes = await startSandbox();
  server = await serveDashboard({ port, config: configFor(nodes) });
  announce(nodes);
} catch (error) {
  if (!stopping) {
    console.error(error.message);
    await stop(1);
  }
}

function readOptions(args) {
  const i = args.findIndex((arg) => arg.split('=')[0] === '--dashboard-port');
  if (i < 0) {
    return { port: 4200, sandboxOptions: args };
  }
  const inline = args[i].includes('=');
  const text = inline ? args[i].slice(args[i].indexOf('=') + 1) : args[i + 1];
  const number = Number(text);
  if (!/^\d+$/.test(text ?? '') || number > 65535) {
    console.error(`--dashboard-port is a number from 0 to 65535, not "${text ?? ''}".`);
    process.exit(2);
  }
  return { port: number, sandboxOptions: args.toSpliced(i, inline ? 1 : 2) };
}

/** Resolves with the nodes of the ready line; rejects when the sandbox ends first. */
function startSandbox() {
  const args = [at('dist/finesse-sandbox/main.js'), '--control', ...sandboxOptions];
  sandbox = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  return new Promise((resolve, reject) => {
    sandbox.on('error', reject);
    sandbox.on('exit', (code) => {
      reject(new Error('The sandbox did not start, see above.'));
      void stop(code ?? 1);
    });
    createInterface({ input: sandbox.stdout }).once('line', (line) =>
      resolve(JSON.parse(line).nodes),
    );
  });
}

function configFor(nodes) {
  return {
    hosts: nodes.map(({ api, notification }) => ({
      tunnelUrl: `${notification}/tunnel/`,
      restUrl: `${api}/finesse/api`,
    })),
    connectionType: 'websocket',
  };
}

function announce(nodes) {
  const { port: bound } = server.server.address();
  console.log(`
  Dashboard   http://localhost:${bound}/
  Sign in     Agent ID 1000001, password ${passwordOf(sandboxOptions)} (supervisor of the first team)
  Sandbox     REST ${nodes[0].api}/finesse/api, notifications ${nodes[0].notification}, control ${nodes[0].api}/sandbox/truth
  Stop        Ctrl-C
`);
}

function passwordOf(options) {
  const named = options.findLast((_, i) => options[i - 1] === '--password');
  const inline = options.findLast((option) => option.startsWith('--password='));
  return named ?? inline?.slice('--password='.length) ?? 'cisco';
}

async function stop(code) {
  if (stopping) {
    return;
  }
  stopping = true;
  await server?.close();
  if (sandbox !== undefined && sandbox.exitCode === null && sandbox.signalCode === null) {
    const ended = new Promise((resolve) => sandbox.once('exit', resolve));
    sandbox.kill('SIGTERM');
    await ended;
  }
  process.exit(code);
}
