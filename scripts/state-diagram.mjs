// Draws the connection's state machine by walking through it, and compares the drawing with docs/recovery.md, and the
// moves with those that the dashboard's page of the connection draws. `--write` brings both up to date.
import { readFile, writeFile } from 'node:fs/promises';
import { format, resolveConfig } from 'prettier';
import { register } from 'tsx/esm/api';
import { at } from './workspace.mjs';

register();
const state = '../projects/finesse-tunnel/src/lib/state';
const { INITIAL_CONNECTION, nextConnection } = await import(`${state}/connection-machine.ts`);

const DOCUMENT = at('docs/recovery.md');
const SOURCE = at('src/app/connection/connection-moves.ts');
const FENCE = /```mermaid\n[\s\S]*?```/;
const DOMAINS = {
  xmppDomain: 'finesse-a.example.test',
  pubsubDomain: 'pubsub.finesse-a.example.test',
};
const WORDS = [
  'loaded',
  'connecting',
  'connected',
  'disconnecting',
  'disconnected',
  'reconnecting',
  'unloading',
  'conflict',
  'unauthorized',
];

/** Everything that can happen, with the words of the drawing. */
const EVENTS = [
  ['connect()', { kind: 'connect-requested', agentId: '1', hosts: 2 }],
  ['disconnect()', { kind: 'disconnect-requested' }],
  ['domains known', { kind: 'domains-known', domains: DOMAINS }],
  ['SystemInfo fails', { kind: 'domains-unknown', code: 'out-of-service', message: '' }],
  ['bad config', { kind: 'domains-unknown', code: 'bad-config', message: '' }],
  ['no secret', { kind: 'secret-unavailable' }],
  ['not loaded in time', { kind: 'loaded-overdue' }],
  ['not connected in time', { kind: 'connected-overdue' }],
  ['not gone in time', { kind: 'disconnected-overdue' }],
  ['retry due', { kind: 'retry-due' }],
  ['other host usable', { kind: 'other-host-usable' }],
  ['woken', { kind: 'woken' }],
  ['next host took over', { kind: 'moved-over', hostIndex: 1, domains: DOMAINS }],
  ['leader on another host', { kind: 'host-told', hostIndex: 1, domains: DOMAINS }],
  ...WORDS.map((status) => [`page: ${status}`, { kind: 'status-changed', status }]),
];

/** What makes two states behave differently, as far as the phase goes. */
function keyOf({ status, isPageLoaded, domains }) {
  return `${status.phase} ${isPageLoaded} ${domains !== undefined}`;
}

function walk() {
  const moves = new Map();
  const seen = new Map([[keyOf(INITIAL_CONNECTION), INITIAL_CONNECTION]]);
  for (const before of seen.values()) {
    for (const [label, event] of EVENTS) {
      const after = nextConnection(before, { ...event, at: 1 });
      if (!seen.has(keyOf(after))) {
        seen.set(keyOf(after), after);
      }
      const [from, to] = [before.status.phase, after.status.phase];
      if (from !== to) {
        const key = `${from} --> ${to}`;
        moves.set(key, (moves.get(key) ?? new Set()).add(label));
      }
    }
  }
  return moves;
}

/** The moves with what causes them, as text: `disconnected --> loading: connect()`. */
function moves() {
  return [...walk()].map(([move, labels]) => {
    const [from, to] = move.split(' --> ');
    return { from, to, causes: [...labels].map((label) => label.replace('page: ', 'page ')) };
  });
}

function drawing(all) {
  const lines = all.map(({ from, to, causes }) => `  ${from} --> ${to}: ${causes.join(', ')}`);
  return ['```mermaid', 'stateDiagram-v2', '  [*] --> disconnected', ...lines, '```'].join('\n');
}

async function source(all) {
  const text = `import { type ConnectionMove } from './connection-move';

/** Every way from one phase to another. Written by \`npm run diagram\` from the machine itself; do not edit. */
export const CONNECTION_MOVES: readonly ConnectionMove[] = ${JSON.stringify(all)};
`;
  return format(text, { ...(await resolveConfig(SOURCE)), filepath: SOURCE });
}

const all = moves();
const files = [
  [DOCUMENT, (text) => text.replace(FENCE, () => drawing(all))],
  [SOURCE, () => source(all)],
];
for (const [file, renew] of files) {
  const text = await readFile(file, 'utf8').catch(() => '');
  const fresh = await renew(text);
  if (fresh === text) {
    continue;
  }
  if (process.argv.includes('--write')) {
    await writeFile(file, fresh);
  } else {
    const name = file.slice(at('.').length + 1);
    console.error(
      `${name} does not show the connection machine as it is: npm run diagram writes it anew.`,
    );
    process.exitCode = 1;
  }
}
