import { expect, type Page, test as base } from '@playwright/test';
import { DashboardPage } from './pages/dashboard-page';
import { RunningSandbox } from './running-sandbox';
import { StaticServer } from './static-server';

/** What the tests share: a sandbox per worker, the dashboard served for it on another origin. */
export interface Fixtures {
  readonly connectionType: 'websocket' | 'bosh';
  /** For a test that provokes a policy; elsewhere a refusal fails the test. */
  readonly allowsRefusals: boolean;
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
  allowsRefusals: [false, { option: true }],
  dashboard: async ({ page, sandbox, connectionType, allowsRefusals }, use) => {
    await sandbox.control('POST', 'reset', {});
    const server = await StaticServer.dashboard({
      hosts: [{ tunnelUrl: sandbox.tunnelUrl, restUrl: sandbox.restUrl }],
      connectionType,
    });
    const refused = refusalsOf(page);
    await page.goto(server.origin);
    await use(new DashboardPage(page));
    await server.close();
    if (!allowsRefusals) {
      expect(refused, 'what the Content-Security-Policy refused').toEqual([]);
    }
  },
});

/** What the policies of the dashboard and of the tunnel page in its frame refuse, as the browser reports it. */
function refusalsOf(page: Page): readonly string[] {
  const refused: string[] = [];
  page.on('console', (message) => {
    if (/content security policy|trustedtype|trusted type|trustedhtml/i.test(message.text())) {
      refused.push(message.text());
    }
  });
  return refused;
}

export { expect };
