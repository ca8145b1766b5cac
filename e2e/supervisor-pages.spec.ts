import AxeBuilder from '@axe-core/playwright';
import { type Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { type RunningSandbox } from './running-sandbox';

const TEAM_NODE = '/finesse/api/Team/31/Users';
const LONG = 'Wolfeschlegelsteinhausen'.repeat(13).slice(0, 300);
const PAGES = [
  '/team',
  '/team?group=state&density=compact',
  '/agents/1001001',
  '/queues',
  '/queues?layout=cards',
] as const;
const SCREENS = [
  { name: 'laptop', width: 1366, height: 768 },
  { name: 'phone', width: 390, height: 844 },
] as const;

for (const colorScheme of ['light', 'dark'] as const) {
  for (const { name, ...size } of SCREENS) {
    test.describe(`in the ${colorScheme} theme on a ${name}`, () => {
      test.use({ colorScheme });

      test('team, agent and queues are accessible and whole, whatever people are called', async ({
        dashboard,
        sandbox,
      }, info) => {
        test.setTimeout(240_000);
        const { page } = dashboard;
        await dashboard.signIn('1000001', 'cisco');
        await dashboard.expectConnection('connected');
        await expect(dashboard.node(TEAM_NODE)).toHaveAttribute('data-subscription', 'subscribed');
        await publishOddities(sandbox);
        await expect(dashboard.agent('1001007')).toHaveAttribute('data-state', 'LEVITATING');
        await page.setViewportSize(size);

        for (const path of PAGES) {
          await goTo(page, path);
          await page.screenshot({
            path: info.outputPath(`${path.replaceAll(/[/?&=]/g, '-')}.png`),
          });
          expect(await overflow(page), path).toBeLessThanOrEqual(0);
          expect(await violations(page), path).toEqual([]);
        }

        await goTo(page, '/team');
        await page.getByRole('button', { name: 'View', exact: true }).click();
        await page.screenshot({ path: info.outputPath('view-menu.png') });
        expect(await violations(page), 'view menu').toEqual([]);
      });
    });
  }
}

test('the whole of the team page is reached and worked by the keyboard', async ({
  dashboard,
  sandbox,
}) => {
  const { page } = dashboard;
  await sandbox.setAgentState('1001001', 'READY');
  await dashboard.signIn('1000001', 'cisco');
  await dashboard.expectConnection('connected');
  await goTo(page, '/team');
  await expect(dashboard.agent('1001001')).toHaveAttribute('data-state', 'READY');

  await dashboard.agent('1001001').getByRole('checkbox').focus();
  await page.keyboard.press('Space');
  await dashboard.action('Not ready').focus();
  await page.keyboard.press('Enter');

  await expect(dashboard.agent('1001001')).toHaveAttribute('data-wish', 'confirmed');
  const view = page.getByRole('button', { name: 'View', exact: true });
  await view.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(view).toBeFocused();
});

/** Names that break layouts, and a state nobody knows. */
async function publishOddities(sandbox: RunningSandbox): Promise<void> {
  const people = [
    user('1001001', 'NOT_READY', LONG, 'Of The Endless Name'),
    user('1001004', 'TALKING', 'مريم', 'الوهمية'),
    user('1001007', 'LEVITATING', 'Ada', 'Upwards'),
  ];
  for (const person of people) {
    await sandbox.publish(TEAM_NODE, person);
  }
}

function user(id: string, state: string, ...[firstName, lastName]: [string, string]): string {
  const long = new Date(Date.now() - 3_600_000).toISOString();
  return (
    `<Update><data><user><uri>/finesse/api/User/${id}</uri><loginId>${id}</loginId><state>${state}</state>` +
    `<firstName>${firstName}</firstName><lastName>${lastName}</lastName><stateChangeTime>${long}</stateChangeTime>` +
    `</user></data><event>PUT</event><requestId></requestId><source>/finesse/api/User/${id}</source></Update>`
  );
}

async function goTo(page: Page, path: string): Promise<void> {
  await page.evaluate((to) => {
    history.pushState(null, '', to);
    dispatchEvent(new PopStateEvent('popstate'));
  }, path);
  await expect(page.getByRole('main').locator('h1').first()).toBeAttached();
  await expect
    .poll(() => {
      const { pathname, search } = new URL(page.url());
      return pathname + search;
    })
    .toBe(path);
}

/** By how many pixels the page itself has to be scrolled sideways. */
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
