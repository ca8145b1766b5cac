// The browser that measures, and the pages it opens.
import { chromium } from '@playwright/test';
import { findOrInstallBrowser } from '../../scripts/browser.mjs';
import { bundle } from './bundle.mjs';
import { serve } from './static-server.mjs';

// A tab in the background is throttled; two of them share this machine's screen, which it has not got.
const FLAGS = [
  '--no-sandbox',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
];

/** Starts a headless Chromium; the caller closes it. */
export function launchBrowser() {
  return chromium.launch({ executablePath: findOrInstallBrowser(), args: FLAGS });
}

/**
 * Opens a page that runs one module.
 *
 * @param entry - The module, below the checkout.
 * @returns The page, and `close()` for it and its server.
 */
export async function openModule(browser, entry) {
  const server = await serve({
    '/': { type: 'text/html', body: page('bench', '/main.js') },
    '/main.js': { type: 'text/javascript', body: await bundle(entry) },
  });
  const tab = await browser.newPage();
  const failures = [];
  tab.on('pageerror', (error) => failures.push(error.message));
  await tab.goto(server.url);
  await tab.waitForFunction('globalThis.ready === true').catch((cause) => {
    throw new Error(`${entry} does not start: ${failures.join('; ')}`, { cause });
  });
  const close = async () => {
    await tab.close();
    await server.close();
  };
  return { tab, close };
}

/** The document around a module. */
export function page(title, script, body = '') {
  return `<!doctype html><meta charset="utf-8"><title>${title}</title>${body}<script type="module" src="${script}"></script>`;
}
