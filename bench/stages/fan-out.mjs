// S4: one event of the sandbox to many sessions, beside ws with nothing around it.
import { fork } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { once } from 'node:events';
import { build } from 'esbuild';
import { at } from '../../scripts/workspace.mjs';
import { connectByteClient } from '../harness/byte-client.mjs';
import { quotient, table } from '../harness/results.mjs';
import { interleave } from '../harness/rounds.mjs';

const FRAMES = 100_000;
const LOADS = [1, 100, 1_000];
const OURS = 'sandbox';
const BARE = 'ws.send';

export const title = 'Sandbox: one event to many sessions';
export const rounds = 5;

/** Writes, addresses and sends in one process, counts bytes in another. */
export async function run({ rounds, log }) {
  const program = await compile();
  const tables = [];
  const ratios = [];
  for (const sockets of LOADS) {
    const samples = await measure(program, sockets, {
      rounds,
      log: (t) => log(`${sockets}: ${t}`),
    });
    tables.push(table(samples, { title: `${sockets} sockets`, unit: 'frames/s', base: BARE }));
    ratios.push(quotient(`S4-${sockets}`, samples, [OURS, BARE]));
  }
  return { tables, ratios };
}

async function measure(program, sockets, options) {
  const server = fork(program);
  const failed = failure(server);
  const [{ port }] = await Promise.race([once(server, 'message'), failed]);
  const clients = await Promise.all(Array.from({ length: sockets }, () => connectByteClient(port)));
  try {
    const alternatives = Object.fromEntries(
      [OURS, BARE].map((how) => [how, () => framesPerSecond({ server, failed, clients }, how)]),
    );
    await interleave(alternatives, { rounds: 1, log: () => options.log('warming up') });
    return await interleave(alternatives, options);
  } finally {
    clients.forEach((client) => client.close());
    server.disconnect();
  }
}

async function framesPerSecond({ server, failed, clients }, how) {
  const events = Math.ceil(FRAMES / clients.length / 4);
  const ended = Promise.all(clients.map((client) => client.ended()));
  const start = performance.now();
  server.send({ how, events });
  const bytes = await Promise.race([ended, failed]);
  if (bytes.some((count) => count < events * 1_000)) {
    throw new Error(`${how} sent too little to some of ${clients.length} sockets`);
  }
  return ((events * clients.length) / (performance.now() - start)) * 1000;
}

async function failure(server) {
  const [code] = await once(server, 'exit');
  throw new Error(`the server ended with ${code}, see above`);
}

/** The sandbox is TypeScript; outside its package nobody can reach its pubsub service. */
async function compile() {
  const outfile = at('dist/bench/fan-out-server.mjs');
  mkdirSync(at('dist/bench'), { recursive: true });
  await build({
    entryPoints: [at('bench/servers/fan-out-server.mjs')],
    outfile,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    external: ['ws', 'saxes'],
    tsconfig: at('projects/finesse-sandbox/tsconfig.json'),
    logLevel: 'error',
  });
  return outfile;
}
