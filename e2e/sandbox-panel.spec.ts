import AxeBuilder from '@axe-core/playwright';
import { expect, test } from './fixtures';

test('a training is driven from the dashboard: state, call and fault at the push of a button', async ({
  dashboard,
  sandbox,
}, info) => {
  const { page } = dashboard;
  await dashboard.signIn('1000001', 'cisco');
  await dashboard.expectConnection('connected');
  await page.getByRole('navigation').getByRole('link', { name: 'Sandbox' }).click();

  await page.getByLabel('Agent', { exact: true }).selectOption('1001001');
  await page.getByLabel('State', { exact: true }).selectOption('READY');
  await page.getByRole('button', { name: 'Set state' }).click();
  await expect(page.getByText('1001001 is now Ready.')).toBeVisible();

  await page.getByLabel('Rings at').selectOption('agent:1001001');
  await page.getByRole('button', { name: 'Let it ring' }).click();
  const calls = page.getByRole('list', { name: 'Calls' });
  await calls.getByRole('button', { name: 'Answer 1001001' }).click();
  await expect(calls.getByRole('button', { name: 'Hold 1001001' })).toBeVisible();
  const { agents } = await sandbox.truth();
  expect(agents.find(({ id }) => id === '1001001')?.state).toBe('TALKING');

  await page.getByLabel(/^Seconds/).fill('0');
  await page.getByLabel(/^Seconds/).blur();
  await page.getByRole('button', { name: 'Duplicate' }).click();
  const running = page.getByRole('list', { name: 'Faults at work' });
  await expect(running).toContainText('Duplicate');
  await page.screenshot({ path: info.outputPath('sandbox.png') });
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)).toEqual([]);

  await running.getByRole('button', { name: 'End' }).click();
  await expect(running).toContainText('Nothing goes wrong');
});
