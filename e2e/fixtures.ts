import { test as base } from '@playwright/test';
import { DashboardPage } from './pages/dashboard-page';
import { RunningSandbox } from './running-sandbox';
import { StaticServer } from './static-server';

/** What the tests share: a sandbox per worker, the dashboard served for it on another origin. */
export interface Fixtures {
  readonly connectionType: 'websocket' | 'bosh';
  readonly dashboard: DashboardPage;
}

interface WorkerFixtures {
  readonly sandbox: RunningSandbox;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  sandbox: [
    // eslint-disable-next-line no-empty-pattern -- Playwright wants a destructured first argument
    async ({}, use) => {
      const sandbox = await RunningSandbox.start('--no-simulation');
      await use(sandbox);
      await sandbox.stop();
    },
    { scope: 'worker' },
  ],
  connectionType: ['websocket', { option: true }],
  dashboard: async ({ page, sandbox, connectionType }, use) => {
    await sandbox.control('POST', 'reset', {});
    const server = await StaticServer.dashboard({
      hosts: [{ tunnelUrl: sandbox.tunnelUrl, restUrl: sandbox.restUrl }],
      connectionType,
    });
    await page.goto(server.origin);
    await use(new DashboardPage(page));
    await server.close();
  },
});

export { expect } from '@playwright/test';
