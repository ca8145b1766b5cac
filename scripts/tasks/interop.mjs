// npm run interop [-- Playwright options]: the page against the sandbox, Prosody and ejabberd, over WebSocket and BOSH.
// Packages that this machine cannot have are named; one that could be installed and was not is a failure. The last line reads
// "N passed, M failed".
import { stripVTControlCharacters } from 'node:util';
import { build } from '../build-parts.mjs';
import { findOrInstallBrowser } from '../browser.mjs';
import { countPlaywright } from '../checks.mjs';
import { bin, run } from '../workspace.mjs';
import { findOrInstallXmppServers, mayInstall } from '../xmpp-servers.mjs';

try {
  process.env.CHROME_BIN = findOrInstallBrowser();
  await build(['event-tunnel', 'finesse-sandbox']);
} catch (error) {
  console.error(error.message);
  console.log('0 passed, 1 failed');
  process.exit(1);
}
const servers = findOrInstallXmppServers();
const present = servers.filter(({ version }) => version !== undefined);
const absent = servers.filter(({ version }) => version === undefined);
console.log(
  ['the sandbox', ...present.map(({ name, version }) => `${name} ${version}`)].join(', '),
);

const config = '--config=interop/playwright.config.ts';
const { code, output } = await run(
  bin('@playwright/test/cli.js', 'test', config, ...process.argv.slice(2)),
  { env: { INTEROP_SERVERS: ['sandbox', ...present.map(({ name }) => name)].join(',') } },
);
const { passed, failed } = countPlaywright(stripVTControlCharacters(output));
for (const { name } of absent) {
  console.log(
    `not installable here: ${name} (as root on Debian: apt-get install --no-install-recommends ${name}); its tests did not run`,
  );
}
const broken = (code === 0 ? failed : Math.max(failed, 1)) + (mayInstall() ? absent.length : 0);
console.log(`${passed} passed, ${broken} failed`);
process.exit(broken === 0 ? 0 : 1);
