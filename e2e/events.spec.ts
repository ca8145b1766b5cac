import AxeBuilder from '@axe-core/playwright';
import { type Page } from '@playwright/test';
import { expect, test } from './fixtures';

const MATE = '1001001';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('events are filtered, paused without losing any, looked into and copied', async ({
  dashboard,
  sandbox,
}) => {
  const { page, events } = dashboard;
  await sandbox.setAgentState(MATE, 'NOT_READY');
  await dashboard.signIn('1000001', 'cisco');
  await dashboard.expectConnection('connected');
  await expect(dashboard.agent(MATE)).toHaveAttribute('data-state', 'NOT_READY');
  await page.getByRole('link', { name: 'Events', exact: true }).click();

  await sandbox.setAgentState(MATE, 'READY');
  const ready = events.locator('[data-kind]').filter({ hasText: 'Not ready → Ready' });
  await expect(ready.first()).toBeVisible();
  await page.getByRole('button', { name: 'Pause the feed' }).click();
  await sandbox.setAgentState(MATE, 'NOT_READY');
  const more = page.getByRole('button', { name: /\d+ new, show them/ });
  await expect(more).not.toHaveText(/\b0 new/);
  await expect(events.getByText('Ready → Not ready')).toHaveCount(0);
  await more.click();
  await expect(events.getByText('Ready → Not ready').first()).toBeVisible();

  await page.getByLabel('Filter events by agent').fill(MATE);
  await page.getByLabel('Filter events by kind').selectOption('queue');
  await expect(page.getByText('No event matches')).toBeVisible();
  await page.getByLabel('Filter events by kind').selectOption('');
  await page.getByLabel('Filter events by text').fill('Not ready → Ready');
  await expect(ready.first()).toBeVisible();

  await ready.first().getByRole('button').click();
  const details = page.getByRole('region', { name: 'Details of the event' });
  await expect(details.locator('mark').filter({ hasText: '"state": "READY"' })).toBeVisible();
  await expect(details.locator('del').filter({ hasText: '"NOT_READY"' })).toBeVisible();
  await details.getByRole('button', { name: 'Copy payload' }).click();
  await expect(details.getByRole('status')).toHaveText('Copied');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(
    '<state>READY</state>',
  );
});

test('the events are walked by the keyboard, and one of them is open', async ({
  dashboard,
  sandbox,
}) => {
  const { page, events } = dashboard;
  await dashboard.signIn('1000001', 'cisco');
  await dashboard.expectConnection('connected');
  await page.getByRole('link', { name: 'Events', exact: true }).click();
  for (const state of ['READY', 'NOT_READY', 'READY'] as const) {
    await sandbox.setAgentState(MATE, state);
  }
  await expect(events.getByText('→').nth(1)).toBeVisible();
  await page.getByRole('button', { name: 'Pause the feed' }).click();

  const rows = events.getByRole('button');
  await rows.first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows.nth(1)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Details of the event' })).toBeVisible();
  await expect(rows.nth(1)).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Home');
  await expect(rows.first()).toBeFocused();
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1366, 390]) {
    test.describe(`in the ${colorScheme} theme, ${width.toString()} pixels wide`, () => {
      test.use({ colorScheme });

      test('an open event is accessible and fits', async ({ dashboard, sandbox }, info) => {
        test.setTimeout(120_000);
        const { page, events } = dashboard;
        await page.setViewportSize({ width, height: 820 });
        await dashboard.signIn('1000001', 'cisco');
        await dashboard.expectConnection('connected');
        await page.getByRole('link', { name: 'Events', exact: true }).click();
        await sandbox.setAgentState(MATE, 'READY');
        await sandbox.setAgentState(MATE, 'NOT_READY');
        const change = events.locator('[data-kind]').filter({ hasText: 'Ready → Not ready' });
        await change.first().getByRole('button').click();
        await page.screenshot({ path: info.outputPath('events.png') });

        expect(await overflow(page)).toBeLessThanOrEqual(0);
        expect(await violations(page)).toEqual([]);
      });
    });
  }
}

async function overflow(page: Page): Promise<number> {
  return page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
}

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
