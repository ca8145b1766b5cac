// npm run screenshots [-- --out FOLDER --page NAME… --theme NAME… --size NAME…]
// Takes pictures of the real dashboard in front of a sandbox of its own: without options those that the documents show,
// with any of --page, --theme and --size every page in every theme that is named.
import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { findOrInstallBrowser } from './browser.mjs';
import { build } from './build-parts.mjs';
import { serveDashboard } from './dashboard-server.mjs';
import { at } from './workspace.mjs';

const PAGES = {
  'sign-in': '/sign-in',
  overview: '/',
  team: '/team',
  agent: '/agents/1001001',
  queues: '/queues',
  events: '/events',
  nodes: '/nodes',
  connection: '/connection',
  sandbox: '/sandbox',
  'queues-cards': '/queues?layout=cards',
  alerts: '/alerts',
  settings: '/settings',
  wall: '/wall',
  'wall-agents': '/wall?pages=agents',
  'wall-queues': '/wall?pages=queues',
};
const SIZES = {
  phone: { width: 390, height: 844 },
  laptop: { width: 1366, height: 768 },
  hd: { width: 1920, height: 1080 },
  '4k': { width: 3840, height: 2160 },
};
/** What README and docs/dashboard.md show. */
const SHOWN = [
  {
    size: 'laptop',
    theme: 'light',
    pages: ['overview', 'team', 'agent', 'events', 'nodes', 'connection', 'sandbox'],
  },
  { size: 'laptop', theme: 'dark', pages: ['team', 'queues-cards'] },
  { size: 'phone', theme: 'light', pages: ['team'] },
  { size: 'hd', theme: 'dark', pages: ['wall'] },
];
const THEMES = ['light', 'dark', 'contrast'];
/** Long enough for some calls to arrive, and for the queues to have a history. */
const WARM_UP_MS = 12_000;

const list = { type: 'string', multiple: true };
const { values: wanted } = parseArgs({
  options: { out: { type: 'string', default: 'docs/images' }, page: list, theme: list, size: list },
});
await build(['finesse-sandbox', 'dashboard']);
const sandbox = spawn(
  process.execPath,
  [
    at('dist/finesse-sandbox/main.js'),
    ...['--api-port', '0', '--notification-port', '0', '--control', '--seed', '7', '--rate', '4'],
  ],
  { stdio: ['ignore', 'pipe', 'ignore'] },
);
const ready = await new Promise((resolve, reject) => {
  sandbox.once('exit', () => reject(new Error('The sandbox did not start.')));
  createInterface({ input: sandbox.stdout }).once('line', (line) => resolve(JSON.parse(line)));
});
const server = await serveDashboard({
  port: 0,
  config: {
    hosts: ready.nodes.map(({ api, notification }) => ({
      tunnelUrl: `${notification}/tunnel/`,
      restUrl: `${api}/finesse/api`,
    })),
    connectionType: 'websocket',
  },
});
const origin = `http://localhost:${server.server.address().port}`;
const browser = await chromium.launch({
  executablePath: findOrInstallBrowser(),
  args: ['--no-sandbox', '--disable-gpu'],
});
try {
  mkdirSync(at(wanted.out), { recursive: true });
  const isChosen = [wanted.page, wanted.theme, wanted.size].some((option) => option !== undefined);
  for (const { size, theme, pages } of isChosen ? chosen() : SHOWN) {
    await takePictures({ size, theme }, pages);
  }
} finally {
  await browser.close();
  await server.close();
  sandbox.kill('SIGTERM');
}

function chosen() {
  const pages = wanted.page ?? Object.keys(PAGES);
  return (wanted.size ?? ['laptop']).flatMap((size) =>
    (wanted.theme ?? THEMES).map((theme) => ({ size, theme, pages })),
  );
}

/** One session for all pages of a theme, as the sandbox has a history only then. */
async function takePictures({ size, theme }, names) {
  const page = await browser.newPage({ viewport: SIZES[size], reducedMotion: 'reduce' });
  await page.addInitScript((name) => {
    const text = JSON.stringify({ version: 1, theme: name });
    // The tunnel's frame has no storage of its own.
    if (window === top) {
      localStorage.setItem('finesse-dashboard.settings', text);
    }
  }, theme);
  await page.goto(origin);
  await page.getByRole('button', { name: 'Sign in' }).waitFor();
  if (names.includes('sign-in')) {
    await shoot(page, 'sign-in', { size, theme });
  }
  await page.getByLabel('Agent ID').fill('1000001');
  await page.getByLabel('Password', { exact: true }).fill('cisco');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.locator('[data-connection=connected]').waitFor({ timeout: 60_000 });
  await page.waitForTimeout(WARM_UP_MS);
  for (const name of names.filter((one) => one !== 'sign-in')) {
    await page.evaluate((to) => {
      history.pushState(null, '', to);
      dispatchEvent(new PopStateEvent('popstate'));
    }, PAGES[name]);
    await page.locator('main').waitFor();
    await page.waitForTimeout(1500);
    await shoot(page, name, { size, theme });
  }
  await page.close();
}

async function shoot(page, name, { size, theme }) {
  const file = size === 'laptop' ? `${name}-${theme}.png` : `${name}-${theme}-${size}.png`;
  await page.screenshot({ path: at(join(wanted.out, file)) });
  console.log(join(wanted.out, file));
}
