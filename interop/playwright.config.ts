import { defineConfig } from '@playwright/test';

import type { InteropOptions } from './fixtures';
import type { ServerName } from './servers/create-server';

const NAMES: readonly ServerName[] = ['sandbox', 'prosody', 'ejabberd'];

/** Set by the task that found or installed the servers; the sandbox is always there. */
const available = (process.env['INTEROP_SERVERS'] ?? 'sandbox').split(',');
const TRANSPORTS = ['websocket', 'bosh'] as const;

/** One project for each server and transport: the same tests in all of them. */
export default defineConfig<object, InteropOptions>({
  testDir: '.',
  outputDir: '../test-results/interop',
  forbidOnly: true,
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    launchOptions: {
      ...(process.env['CHROME_BIN'] === undefined
        ? {}
        : { executablePath: process.env['CHROME_BIN'] }),
      args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run'],
    },
  },
  projects: [
    ...NAMES.filter((name) => available.includes(name)).flatMap((serverName) => [
      ...TRANSPORTS.map((transport) => ({
        name: `${serverName} ${transport}`,
        use: { serverName, transport },
        // Over BOSH the page does not ping: its held request tells it when the server is gone.
        testIgnore: [
          '**/cluster/**',
          '**/publisher/**',
          '**/python/**',
          '**/samples/**',
          ...(transport === 'bosh' ? ['**/pings.spec.ts'] : []),
        ],
      })),
      ...(serverName === 'sandbox'
        ? []
        : [
            {
              name: `${serverName} publisher`,
              use: { serverName },
              testMatch: '**/publisher/*.spec.ts',
            },
          ]),
    ]),
    ...(available.includes('ejabberd')
      ? [
          {
            name: 'ejabberd cluster',
            use: { serverName: 'ejabberd' as const },
            testMatch: '**/cluster/*.spec.ts',
          },
        ]
      : []),
    ...(available.includes('python3-slixmpp')
      ? [{ name: 'slixmpp', testMatch: '**/python/*.spec.ts' }]
      : []),
    // Somebody else's programs, which are no part of this repository.
    ...(process.env['FINESSE_SAMPLES'] === undefined
      ? []
      : [{ name: 'samples', testMatch: '**/samples/*.spec.ts' }]),
  ],
});
