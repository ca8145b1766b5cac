import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { findOrInstallBrowser } from '../browser.mjs';
import { at } from '../workspace.mjs';

export const PATIENCE_MS = 20_000;

/** Looks at what every host of this check shows. */
export function checkHost(folder) {
  return openHost(folder, lookAt);
}

/**
 * Opens a built host in a browser, served by a sandbox of its own.
 *
 * @param look - Called with the page and the sandbox; rejects when something is not as it should be.
 * @returns What went wrong, `undefined` when nothing did.
 */
export async function openHost(folder, look) {
  const sandbox = await startSandbox(folder);
  const browser = await chromium.launch({
    executablePath: await findOrInstallBrowser(),
    args: ['--no-sandbox', '--disable-gpu'],
  });
  try {
    const page = await browser.newPage();
    const complaints = [];
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()));
    page.on('pageerror', (error) => complaints.push(error.message));
    await page.goto(sandbox.api);
    const problem = await look(page, sandbox).catch((error) => error.message.split('\n')[0]);
    return problem === undefined && complaints.length === 0
      ? undefined
      : [problem, ...complaints].filter(Boolean).join(' | ');
  } finally {
    await browser.close();
    sandbox.stop();
  }
}

/** Signals, the async pipe, a handler of `watch()`, and a request whose outcome comes as a notification. */
async function lookAt(page, { setState }) {
  const shows = (selector, text) =>
    page.locator(selector, { hasText: new RegExp(`^${text}$`) }).waitFor({ timeout: PATIENCE_MS });
  await shows('#phase', 'connected');
  await shows('#list', 'live');
  await setState('1001001', 'NOT_READY');
  await shows('#signal-1001001', 'NOT_READY');
  await shows('#piped-1001001', 'NOT_READY');
  await page.locator('#ready').click();
  await shows('#outcome', 'confirmed');
  await shows('#signal-1001001', 'READY');
  await shows('#piped-1001001', 'READY');
}

async function startSandbox(folder) {
  const options = ['--api-port', '0', '--notification-port', '0', '--control', '--no-simulation'];
  const child = spawn(
    process.execPath,
    [at('dist/finesse-sandbox/main.js'), ...options, '--static', folder],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const line = await new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('The sandbox ended; run npm run build first.')));
    createInterface({ input: child.stdout }).once('line', resolve);
  });
  const { api } = JSON.parse(line).nodes[0];
  const setState = (id, state) =>
    fetch(`${api}/sandbox/agents/${id}/state`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ state }),
    });
  const truth = async () => (await fetch(`${api}/sandbox/truth`)).json();
  return { api, setState, truth, stop: () => child.kill('SIGTERM') };
}
