import { expect, test } from './fixtures';
import { StaticServer } from './static-server';

test('the dashboard is German from the first word when that language was chosen', async ({
  dashboard,
}) => {
  const { page } = dashboard;
  await page.evaluate(() => localStorage.setItem('finesse-dashboard.language', 'de'));
  await page.reload();

  await page.getByLabel('Agenten-ID').fill('1000001');
  await page.getByLabel('Passwort', { exact: true }).fill('cisco');
  await page.getByRole('button', { name: 'Anmelden' }).click();
  await dashboard.expectConnection('connected');

  await expect(page.locator('html')).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('navigation', { name: 'Seiten' })).toContainText('Warteschlangen');
  await expect(page).toHaveTitle('Überblick – Finesse-Dashboard');
});

test('config.json names the language of those who chose none', async ({ page }) => {
  const server = await StaticServer.dashboard({
    hosts: [{ tunnelUrl: 'http://127.0.0.1:9/tunnel/', restUrl: 'http://127.0.0.1:9/finesse/api' }],
    language: 'de',
  });

  await page.goto(server.origin);

  await expect(page.getByRole('button', { name: 'Anmelden' })).toBeVisible();
  await server.close();
});

test('a language without a file leaves the dashboard in English, and says so', async ({
  dashboard: { page },
}) => {
  await page.evaluate(() => localStorage.setItem('finesse-dashboard.language', 'tlh'));
  await page.reload();

  await expect(page.getByText('languages/tlh.json cannot be used.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Sign in' })).toBeVisible();
});
