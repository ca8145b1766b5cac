// npm run chaos [-- --seed N --minutes M --faults N --agents N --rate N --only KIND,KIND]: random faults, repeatable by
// their seed, against the built sandbox and dashboard; after each one the dashboard must hold the truth again.
import { parseArgs } from 'node:util';
import { build } from '../build-parts.mjs';
import { findOrInstallBrowser } from '../browser.mjs';
import { bin, run } from '../workspace.mjs';

const NAMES = ['seed', 'minutes', 'faults', 'agents', 'rate'];
const defaults = {
  seed: String(Date.now() % 100_000),
  minutes: '1',
  faults: '1',
  agents: '500',
  rate: '200',
};

let wanted;
const env = {};
try {
  const options = Object.fromEntries([...NAMES, 'only'].map((name) => [name, { type: 'string' }]));
  wanted = { ...defaults, ...parseArgs({ options }).values };
  env.CHAOS_ONLY = wanted.only ?? '';
  const wrong = NAMES.find((name) => !/^\d+(\.\d+)?$/.test(wanted[name]));
  if (wrong !== undefined) {
    throw new Error(`--${wrong} takes a number.`);
  }
} catch (error) {
  console.error(error.message);
  process.exit(2);
}
NAMES.forEach((name) => (env[`CHAOS_${name.toUpperCase()}`] = wanted[name]));
env.CHROME_BIN = findOrInstallBrowser();
process.env.CHROME_BIN = env.CHROME_BIN;
await build(['event-tunnel', 'finesse-sandbox', 'finesse-tunnel', 'dashboard-development']);
console.log(`Seed ${wanted.seed}: npm run chaos -- --seed ${wanted.seed} repeats this.`);
const config = '--config=e2e/playwright.config.ts';
const { code } = await run(bin('@playwright/test/cli.js', 'test', config, 'e2e/chaos/'), { env });
process.exit(code);
