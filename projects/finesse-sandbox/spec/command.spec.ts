import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import type { Readable } from 'node:stream';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const MAIN = fileURLToPath(new URL('../src/main.ts', import.meta.url));
const FREE = ['--api-port', '0', '--notification-port', '0'];

/** The command in a process of its own. */
function run(...args: string[]): {
  child: ChildProcessByStdio<null, Readable, Readable>;
  errors: string[];
  lines: AsyncIterator<string>;
} {
  const child = spawn(process.execPath, ['--import', 'tsx', MAIN, ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const errors: string[] = [];
  createInterface({ input: child.stderr }).on('line', (line) => errors.push(line));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  return { child, errors, lines };
}

async function exitCode(
  child: ChildProcessByStdio<null, Readable, Readable>,
): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('close', resolve);
  });
}

describe('the command finesse-sandbox', () => {
  beforeEach(() => (jasmine.DEFAULT_TIMEOUT_INTERVAL = 20_000));

  it('tells on the first line where it is, and stops with 0 on SIGTERM', async () => {
    const { child, errors, lines } = run(
      ...FREE,
      '--two-nodes',
      '--api-port-b',
      '0',
      '--notification-port-b',
      '0',
      '--json',
    );

    const first = await lines.next();
    const ready: unknown = JSON.parse(String(first.value));
    child.kill('SIGTERM');
    const code = await exitCode(child);

    expect(ready).toEqual({
      ready: true,
      nodes: ['a', 'b'].map((letter) => ({
        name: letter.toUpperCase(),
        api: jasmine.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
        notification: jasmine.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
        xmppDomain: `finesse-${letter}.example.test`,
        pubsubDomain: `pubsub.finesse-${letter}.example.test`,
      })),
    });
    expect(code).toBe(0);
    expect((await lines.next()).done).toBeTrue();
    expect(errors.map((line): unknown => JSON.parse(line)).length).toBeGreaterThan(0);
  });

  it('ends with 2 and one line on a wrong option', async () => {
    const { child, errors } = run('--agents', 'many');

    const code = await exitCode(child);

    expect(code).toBe(2);
    expect(errors).toEqual([
      'finesse-sandbox: --agents many: give a whole number from 1 to 20000.',
    ]);
  });

  it('ends with 2 and names port and option when the port is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const address = holder.address();
    const port = typeof address === 'object' && address !== null ? address.port.toString() : '';

    const { child, errors } = run('--api-port', '0', '--notification-port', port);
    const code = await exitCode(child);
    holder.close();

    expect(code).toBe(2);
    expect(errors.at(-1)).toContain(`--notification-port ${port}: the port is taken`);
  });
});
