import AxeBuilder from '@axe-core/playwright';
import { type Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { StaticServer } from './static-server';

const PAGES = [
  '/',
  '/team',
  '/agents/1001001',
  '/queues',
  '/events',
  '/nodes',
  '/connection',
  '/settings',
  '/wall',
  '/wall?pages=alerts',
] as const;
const THEMES = ['light', 'dark', 'contrast'] as const;

for (const theme of THEMES) {
  test.describe(`in the ${theme} theme`, () => {
    test.use({ colorScheme: theme === 'light' ? 'light' : 'dark' });

    test('every page is accessible and has its picture taken', async ({
      dashboard,
      sandbox,
    }, info) => {
      test.setTimeout(300_000);
      const { page } = dashboard;
      await page.evaluate((chosen) => {
        document.documentElement.dataset['theme'] = chosen;
      }, theme);
      await page.screenshot({ path: info.outputPath('sign-in.png') });
      expect(await violations(page)).toEqual([]);
      await dashboard.signIn('1000001', 'cisco');
      await dashboard.expectConnection('connected');
      await sandbox.setAgentState('1001001', 'READY');
      await expect(dashboard.agent('1001001')).toHaveAttribute('data-state', 'READY');
      await page.evaluate((chosen) => {
        document.documentElement.dataset['theme'] = chosen;
      }, theme);

      for (const path of PAGES) {
        await page.evaluate((to) => {
          history.pushState(null, '', to);
          dispatchEvent(new PopStateEvent('popstate'));
        }, path);
        await expect(page.getByRole('main')).toBeVisible();
        await expect(page).toHaveURL((url) => url.pathname + url.search === path);
        await page.screenshot({ path: info.outputPath(`${path.replaceAll(/[/?=]/g, '-')}.png`) });
        expect(await violations(page), path).toEqual([]);
      }
    });
  });
}

test('a broken config.json is explained', async ({ page }, info) => {
  const server = await StaticServer.dashboard('{ "hosts": [');
  await page.goto(server.origin);

  await expect(page.getByRole('alert')).toContainText('config.json');
  await page.screenshot({ path: info.outputPath('broken-config.png') });
  await server.close();
});

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
