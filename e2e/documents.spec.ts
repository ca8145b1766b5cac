import { fileURLToPath } from 'node:url';
import { expect, test as base } from '@playwright/test';
import { RunningSandbox } from './running-sandbox';
import { StaticServer } from './static-server';

const PAGE = fileURLToPath(new URL('../dist/examples/documents', import.meta.url));

/** The documents name finesse-a.example.test:8445; here the browser finds the sandbox at that address. */
const test = base.extend<object, { readonly finesse: RunningSandbox }>({
  finesse: [
    // eslint-disable-next-line no-empty-pattern -- Playwright wants a destructured first argument
    async ({}, use) => {
      const ports = ['--tls-api-port', '0', '--tls-notification-port', '0'];
      const sandbox = await RunningSandbox.start('--no-simulation', '--tls', ...ports);
      await use(sandbox);
      await sandbox.stop();
    },
    { scope: 'worker' },
  ],
  launchOptions: [
    async ({ launchOptions, finesse }, use) => {
      const rule = `MAP finesse-a.example.test:8445 ${new URL(finesse.tlsApi ?? '').host}`;
      const args = [...(launchOptions.args ?? []), `--host-resolver-rules=${rule}`];
      await use({ ...launchOptions, args });
    },
    { scope: 'worker' },
  ],
});
test.use({ ignoreHTTPSErrors: true });

test('the blocks of the documents do what they say', async ({ page, finesse }) => {
  await finesse.setAgentState('1001001', 'NOT_READY');
  const server = await StaticServer.folder(PAGE);
  await page.goto(server.origin);
  await expect(page.getByText('Loading…')).toBeVisible();

  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByRole('status').first()).toHaveText('connected');
  const team = page.locator('app-team-list').getByRole('listitem');
  await expect(team.filter({ hasText: 'NOT_READY' }).first()).toBeVisible();
  const notReady = await team.filter({ hasText: 'NOT_READY' }).count();
  await page.getByRole('button', { name: 'Ready' }).click();

  await expect(team.filter({ hasText: 'NOT_READY' })).toHaveCount(notReady - 1);
  const listed = await page.locator('app-agent-list p').allTextContents();
  expect(listed.filter((text) => text.endsWith(': NOT_READY'))).toHaveLength(notReady - 1);
  await expect(page.getByRole('alert').first()).toBeEmpty();
  await server.close();
});
