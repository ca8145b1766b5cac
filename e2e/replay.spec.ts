import { readFile, writeFile } from 'node:fs/promises';
import AxeBuilder from '@axe-core/playwright';
import { type Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { type RunningSandbox } from './running-sandbox';
import { type DashboardPage } from './pages/dashboard-page';

const MATE = '1001001';

test.describe('a recording', () => {
  test('is saved without persons, and replayed shows the same table, with nothing live', async ({
    dashboard,
    sandbox,
  }, info) => {
    test.setTimeout(240_000);
    const { page } = dashboard;
    const file = info.outputPath('recording.ndjson');
    await record(dashboard, sandbox, file);
    await page.getByRole('link', { name: 'Team', exact: true }).click();
    await expect(dashboard.agent(MATE)).toHaveAttribute('data-state', 'READY');
    const live = Object.values(await dashboard.agentStates()).sort();
    const text = await readFile(file, 'utf8');
    expect(text).not.toContain(MATE);
    expect(text).not.toContain('cisco');

    const asked: string[] = [];
    await openReplay(page, 'team');
    page.on('request', (request) => asked.push(request.url()));
    await page.getByLabel('Recording file').setInputFiles(file);
    const replay = page.getByRole('region', { name: 'Replay' });
    await expect(replay).toContainText('nothing here is live');
    const moment = replay.getByRole('slider', { name: 'Moment of the recording' });
    await moment.focus();
    await page.keyboard.press('End');
    await expect
      .poll(async () => Object.values(await dashboard.agentStates()).sort())
      .toEqual(live);
    await page.keyboard.press('Home');
    await expect(dashboard.agents.locator('[data-state="READY"]')).toHaveCount(0);
    await replay.getByLabel('Speed').selectOption('1000');
    await replay.getByRole('button', { name: 'Play' }).click();
    await expect(dashboard.agents.locator('[data-state="READY"]')).toHaveCount(1);

    await expect(page.getByRole('group', { name: 'Actions for the selected agents' })).toBeHidden();
    await expect(page.getByRole('button', { name: 'Sign out' })).toHaveCount(0);
    const sandboxHosts = [new URL(sandbox.restUrl).host, new URL(sandbox.tunnelUrl).host];
    expect(asked.filter((url) => sandboxHosts.includes(new URL(url).host))).toEqual([]);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: info.outputPath(`replay-${colorScheme}.png`) });
      expect(await violations(page), colorScheme).toEqual([]);
    }
    await page.getByRole('link', { name: 'Events', exact: true }).click();
    await expect(dashboard.events.getByText('→ Ready').first()).toBeVisible();
    await expect(replay).toBeVisible();
  });

  test('that cannot be used is refused with the line, one cut short is shown as far as it goes', async ({
    page,
    dashboard,
    sandbox,
  }, info) => {
    test.setTimeout(120_000);
    const good = info.outputPath('good.ndjson');
    const bad = info.outputPath('bad.ndjson');
    await record(dashboard, sandbox, good);
    const lines = (await readFile(good, 'utf8')).split('\n');
    await openReplay(page, '');
    const choose = async (content: readonly string[]) => {
      await writeFile(bad, content.join('\n'));
      await page.getByLabel('Recording file').setInputFiles(bad);
    };

    await choose(['{}']);
    await expect(page.getByRole('alert')).toContainText('no recording');
    await choose([(lines[0] ?? '').replace('"version":1', '"version":7'), ...lines.slice(1)]);
    await expect(page.getByRole('alert')).toContainText('another version');
    await choose([lines[0] ?? '', '{"at":0,"kind":"status"}', ...lines.slice(1)]);
    await expect(page.getByRole('alert')).toContainText('Line 2');
    expect(await violations(page)).toEqual([]);

    await choose(lines.slice(0, -3));
    await expect(page.getByRole('region', { name: 'Replay' })).toContainText('breaks off at line');
  });
});

/** Signs in, and records how somebody becomes ready. */
async function record(
  dashboard: DashboardPage,
  sandbox: RunningSandbox,
  file: string,
): Promise<void> {
  const { page } = dashboard;
  await sandbox.setAgentState(MATE, 'NOT_READY');
  await dashboard.signIn('1000001', 'cisco');
  await dashboard.expectConnection('connected');
  await expect(dashboard.agent(MATE)).toHaveAttribute('data-state', 'NOT_READY');
  await page.getByRole('link', { name: 'Events', exact: true }).click();
  await page.getByRole('button', { name: 'Record' }).click();
  await sandbox.setAgentState(MATE, 'READY');
  await expect(dashboard.events.getByText('Not ready → Ready').first()).toBeVisible();
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: /^Stop and save/ }).click();
  await (await saved).saveAs(file);
}

/** As somebody does who has the file alone. */
async function openReplay(page: Page, path: string): Promise<void> {
  await page.goto(new URL(`/replay/${path}`, page.url()).href);
  await expect(page.getByRole('heading', { name: 'Open a recording' })).toBeVisible();
}

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'])
    .analyze();
  return found.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
