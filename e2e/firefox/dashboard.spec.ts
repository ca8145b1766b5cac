import { expect, test as base } from '@playwright/test';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { RunningSandbox } from '../running-sandbox';
import { StaticServer } from '../static-server';

/** Debian's Firefox by WebDriver BiDi: Playwright drives a patched one only, which is no package. */
const test = base.extend<
  { readonly open: (connectionType: string) => Promise<Page> },
  { readonly sandbox: RunningSandbox; readonly firefox: Browser }
>({
  sandbox: [
    // eslint-disable-next-line no-empty-pattern -- Playwright wants a destructured first argument
    async ({}, use) => {
      const sandbox = await RunningSandbox.start('--no-simulation');
      await use(sandbox);
      await sandbox.stop();
    },
    { scope: 'worker' },
  ],
  firefox: [
    // eslint-disable-next-line no-empty-pattern -- Playwright wants a destructured first argument
    async ({}, use) => {
      const executablePath = process.env['FIREFOX_BIN'] ?? '';
      const firefox = await puppeteer.launch({ browser: 'firefox', executablePath });
      await use(firefox);
      await firefox.close();
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  open: async ({ sandbox, firefox }, use) => {
    await sandbox.control('POST', 'reset', {});
    const opened: { readonly page: Page; readonly server: StaticServer }[] = [];
    const complaints: string[] = [];
    await use(async (connectionType) => {
      const server = await StaticServer.dashboard({ hosts: sandbox.hosts, connectionType });
      const page = await firefox.newPage();
      opened.push({ page, server });
      page.on('pageerror', (error) => {
        // Firefox tells a request that found no server as an error of the page; losing it is what the test is about.
        if (!String(error).includes('CORS request did not succeed')) {
          complaints.push(String(error));
        }
      });
      await page.setViewport({ width: 1440, height: 1000 });
      await page.goto(server.origin);
      return page;
    });
    for (const { page, server } of opened) {
      await page.close();
      await server.close();
    }
    expect(complaints, 'what was thrown').toEqual([]);
  },
});

for (const connectionType of ['websocket', 'bosh']) {
  test(`Firefox over ${connectionType} shows agents, and the truth after a cut`, async ({
    open,
    sandbox,
  }) => {
    test.setTimeout(120_000);
    const page = await open(connectionType);
    await signIn(page, 'cisco');
    await shows(page, '[role="status"][data-connection="connected"]');
    for (const state of ['READY', 'NOT_READY']) {
      await sandbox.setAgentState('1001001', state);
      await shows(page, agentIn(state));
    }

    await sandbox.fault('refuse', { seconds: connectionType === 'bosh' ? 12 : 3 });
    await sandbox.fault('cut');
    await shows(page, '[role="status"][data-connection="reconnecting"]');
    await sandbox.setAgentState('1001001', 'READY');

    await shows(page, '[role="status"][data-connection="connected"]');
    await shows(page, agentIn('READY'));
  });
}

test('Firefox says that a password is wrong', async ({ open }) => {
  const page = await open('websocket');
  await signIn(page, 'wrong');

  await shows(page, '[role="status"][data-connection="unauthorized"]');
});

async function signIn(page: Page, password: string): Promise<void> {
  await page.locator('::-p-aria([name="Agent ID"][role="textbox"])').fill('1000001');
  await page.locator('input[type="password"]').fill(password);
  await page.locator('::-p-aria([name="Sign in"][role="button"])').click();
}

function agentIn(state: string): string {
  return `[data-agent-id="1001001"][data-state="${state}"]`;
}

async function shows(page: Page, selector: string): Promise<void> {
  await page.waitForSelector(selector, { timeout: 60_000 });
}
