import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures';

const MATE = '1001001';

test('an alert fires, is acknowledged and clears; the rule is made and kept by the keyboard alone', async ({
  dashboard,
  sandbox,
}, info) => {
  test.setTimeout(240_000);
  const { page } = dashboard;
  await sandbox.setAgentState(MATE, 'NOT_READY');
  await dashboard.signIn('1000001', 'cisco');
  await dashboard.expectConnection('connected');
  await expect(dashboard.agent(MATE)).toHaveAttribute('data-state', 'NOT_READY');
  await page.getByRole('link', { name: /^Alerts/ }).click();

  await page.getByRole('button', { name: 'Add a rule' }).press('Enter');
  await page.getByLabel('Name').fill('Somebody is ready');
  await page.getByLabel('Metric').selectOption('agents-ready');
  await page.getByLabel('Threshold').fill('0');
  await page.getByRole('button', { name: 'Save the rule' }).press('Enter');
  const rule = page.getByRole('checkbox', { name: /^Somebody is ready/ });
  await expect(rule).toBeVisible();

  const alert = page.getByRole('list', { name: 'Active alerts' }).locator('[data-acknowledged]');
  await expect(alert).toHaveCount(0);
  await sandbox.setAgentState(MATE, 'READY');
  await expect(alert).toContainText('Somebody is ready');
  await expect(page.locator('[data-open-alerts]')).toHaveText('1');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.screenshot({ path: info.outputPath(`alerts-${colorScheme}.png`) });
    const { violations } = await new AxeBuilder({ page })
      .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
      .analyze();
    expect(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
    ).toEqual([]);
  }

  await alert.getByRole('button', { name: 'Acknowledge' }).press('Enter');
  await expect(alert).toHaveAttribute('data-acknowledged', 'true');
  await expect(page.locator('[data-open-alerts]')).toHaveCount(0);
  await sandbox.setAgentState(MATE, 'NOT_READY');
  await expect(alert).toHaveCount(0);
  await page.getByText('Over since you signed in: 1').click();
  await expect(page.locator('[data-past-alert]')).toContainText('Somebody is ready');
});
