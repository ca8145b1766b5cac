import { defineConfig } from '@playwright/test';

/** The system browser, found by scripts/browser.mjs, with what a container needs. */
export default defineConfig({
  testDir: '.',
  // Random faults take their time; npm run chaos sets the seed. Firefox is a check of its own.
  testIgnore: [
    ...(process.env['CHAOS_SEED'] === undefined ? ['chaos/**'] : []),
    ...(process.env['FIREFOX_BIN'] === undefined ? ['firefox/**'] : []),
  ],
  outputDir: '../test-results',
  forbidOnly: true,
  fullyParallel: false,
  workers: 2,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1440, height: 1000 },
    trace: 'retain-on-failure',
    launchOptions: {
      ...(process.env['CHROME_BIN'] === undefined
        ? {}
        : { executablePath: process.env['CHROME_BIN'] }),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
});
