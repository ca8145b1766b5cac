// The end-to-end tests that run in Firefox; finds or installs it first.
import { findOrInstallFirefox } from '../browser.mjs';
import { bin, run } from '../workspace.mjs';

try {
  const FIREFOX_BIN = findOrInstallFirefox();
  const suite = ['test', '--config=e2e/playwright.config.ts', 'firefox/'];
  const { code } = await run(bin('@playwright/test/cli.js', ...suite), { env: { FIREFOX_BIN } });
  process.exit(code);
} catch (error) {
  console.error(error.message);
  process.exit(1);
}
