// Runs one node of an ejabberd cluster and restarts it when it was away: `node supervise-node.mjs settings.json`.
//
// Erlang gives a node up that was silent for the tick time. When that node comes back the cluster stays in two halves
// for good, and the half that never failed may stand still, until the node that was away is restarted. So:
//
// 1. This process slept longer than the tick time: the host stood still, and its node with it. Restart.
// 2. The node has not answered for twice the tick time, though the host runs. Restart.
// 3. The node has a list of members without a peer that answers: a network that was cut. One of the two has to give
//    way; the one that is not primary restarts, takes over what the primary holds, and loses what was written on it.
// 4. The node ended. Start it again at once: a dead member left down holds up the others.
//
// It kills with SIGKILL, for a node that stands still hears nothing else.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** { program, args, env, folder, api, peerApi, peerName, tickSeconds, isPrimary } */
const settings = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const tickMs = settings.tickSeconds * 1000;
const LOOK_EVERY_MS = 500;
const ANSWER_WITHIN_MS = 2_000;

let node;
let hasToStop = false;
let lastAnswer = 0;
let partedSince;

function start(why) {
  const { program, args, env, folder } = settings;
  node = spawn(program, args, {
    cwd: folder,
    env: { ...process.env, ...env },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  console.log(`node ${String(node.pid)}: ${why}`);
  lastAnswer = Date.now();
  partedSince = undefined;
  node.once('exit', (code, signal) => {
    if (!hasToStop) {
      start(`started again, for it ended with ${signal ?? String(code)}`);
    }
  });
}

function restart(why) {
  console.log(`restarting: ${why}`);
  lastAnswer = Date.now();
  node.kill('SIGKILL');
}

/** The members a node knows; `undefined` without an answer. */
async function membersAt(api) {
  try {
    const signal = AbortSignal.timeout(ANSWER_WITHIN_MS);
    const answer = await fetch(`${api}/list_cluster`, { method: 'POST', body: '{}', signal });
    return answer.ok ? await answer.json() : undefined;
  } catch {
    return undefined;
  }
}

async function look() {
  const members = await membersAt(settings.api);
  if (members !== undefined) {
    lastAnswer = Date.now();
  } else if (Date.now() - lastAnswer > 2 * tickMs) {
    restart(`no answer for ${String(2 * settings.tickSeconds)} s`);
    return;
  }
  const isAlone = members !== undefined && !members.includes(settings.peerName);
  const isParted = isAlone && settings.hasJoined !== false && (await membersAt(settings.peerApi));
  partedSince = isParted ? (partedSince ?? Date.now()) : undefined;
  if (partedSince !== undefined && !settings.isPrimary && Date.now() - partedSince > tickMs) {
    restart(`the peer answers, and is not among the members here: ${members.join(', ')}`);
  }
}

process.once('SIGTERM', () => {
  hasToStop = true;
  node.once('exit', () => process.exit(0));
  node.kill('SIGTERM');
});

start('started');
let before = Date.now();
while (!hasToStop) {
  await sleep(LOOK_EVERY_MS);
  const gap = Date.now() - before;
  before = Date.now();
  if (gap > tickMs) {
    restart(`this host stood still for ${(gap / 1000).toFixed(1)} s`);
  } else {
    await look();
    before = Date.now();
  }
}
