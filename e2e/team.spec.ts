import { readFile } from 'node:fs/promises';
import { type DashboardPage } from './pages/dashboard-page';
import { expect, test } from './fixtures';
import { type RunningSandbox } from './running-sandbox';

const FIRST = '1001001';
const SECOND = '1001004';

async function openTeam(dashboard: DashboardPage, query = ''): Promise<void> {
  const { page } = dashboard;
  await page.goto(`${new URL(page.url()).origin}/team${query}`);
  await dashboard.signIn('1000001', 'cisco');
  await dashboard.expectConnection('connected');
}

/** Two agents of one supervisor's team. */
async function mates(sandbox: RunningSandbox): Promise<readonly [string, string]> {
  const [first, second] = await sandbox.matesOf('1000001');
  return [first?.id ?? FIRST, second?.id ?? SECOND];
}

/** A call that one agent, who is ready, has taken. */
async function call(sandbox: RunningSandbox, agentId: string): Promise<void> {
  await sandbox.control('POST', 'dialogs', {
    from: '+15550100',
    to: agentId,
    variables: { callVariable1: 'Teapot, cracked' },
  });
  const { agents } = await sandbox.truth();
  const id = agents.find((agent) => agent.id === agentId)?.dialogs[0] ?? '';
  const answer = await fetch(`${sandbox.restUrl}/Dialog/${id}`, {
    method: 'PUT',
    headers: {
      'content-type': 'application/xml',
      authorization: `Basic ${btoa(`${agentId}:cisco`)}`,
    },
    body: `<Dialog><targetMediaAddress>${agentId}</targetMediaAddress><requestedAction>ANSWER</requestedAction></Dialog>`,
  });
  expect(answer.status).toBe(202);
}

/** Makes an agent ready, and waits until the dashboard shows it: then its subscriptions stand. */
async function makeReady(
  dashboard: DashboardPage,
  sandbox: RunningSandbox,
  id: string,
): Promise<void> {
  await sandbox.setAgentState(id, 'NOT_READY');
  await expect(dashboard.agent(id)).toHaveAttribute('data-state', 'NOT_READY');
  await sandbox.setAgentState(id, 'READY');
  await expect(dashboard.agent(id)).toHaveAttribute('data-state', 'READY');
}

test.describe('a supervisor at the team page', () => {
  test('changes the state of several agents, and sees each confirmed', async ({
    dashboard,
    sandbox,
  }, info) => {
    const [first, second] = await mates(sandbox);
    await sandbox.setAgentState(first, 'READY');
    await sandbox.setAgentState(second, 'READY');
    await openTeam(dashboard);
    await expect(dashboard.agent(second)).toHaveAttribute('data-state', 'READY');

    await dashboard.agent(first).getByRole('checkbox').check();
    await dashboard.agent(second).getByRole('checkbox').check();
    await dashboard.action('Not ready').click();

    await expect(dashboard.agent(first)).toHaveAttribute('data-wish', 'confirmed');
    await expect(dashboard.agent(second)).toHaveAttribute('data-wish', 'confirmed');
    await expect(dashboard.page.getByText('2 of 2 confirmed').first()).toBeVisible();
    await dashboard.page.screenshot({ path: info.outputPath('confirmed.png') });
    const { agents } = await sandbox.truth();
    expect(
      agents.filter(({ id }) => id === first || id === second).map(({ state }) => state),
    ).toEqual(['NOT_READY', 'NOT_READY']);
  });

  test('asks before signing out, and offers nothing that is not possible', async ({
    dashboard,
    sandbox,
  }) => {
    const [first] = await mates(sandbox);
    await sandbox.setAgentState(first, 'READY');
    await openTeam(dashboard);
    await dashboard.agent(first).getByRole('checkbox').check();

    await expect(dashboard.action('Ready')).toHaveAttribute('aria-disabled', 'true');
    await dashboard.action('Sign out').click();
    await expect(dashboard.page.getByRole('alert')).toContainText('Sign out this agent?');
    await dashboard.action('Sign out').click();

    await expect(dashboard.agent(first)).toHaveAttribute('data-state', 'LOGOUT');
    await expect(dashboard.action('Sign out')).toHaveAttribute('aria-disabled', 'true');
  });

  test('explains a refusal in the words of Finesse', async ({ dashboard, sandbox }, info) => {
    const [first] = await mates(sandbox);
    await sandbox.setAgentState(first, 'READY');
    await openTeam(dashboard);
    await dashboard.agent(first).getByRole('checkbox').check();
    await dashboard.page.route('**/finesse/api/User/**', async (route) => {
      await (route.request().method() === 'PUT'
        ? route.fulfill({
            status: 400,
            contentType: 'application/xml',
            headers: { 'access-control-allow-origin': '*' },
            body: '<ApiErrors><ApiError><ErrorType>Invalid State</ErrorType><ErrorMessage>CF_INVALID_OBJECT_STATE</ErrorMessage><ErrorData>22</ErrorData></ApiError></ApiErrors>',
          })
        : route.continue());
    });

    await dashboard.action('Not ready').click();

    await expect(dashboard.page.locator(`[data-problem="${first}"]`)).toContainText(
      'Invalid State 22: CF_INVALID_OBJECT_STATE',
    );
    await dashboard.page.screenshot({ path: info.outputPath('refused.png') });
    await dashboard.page.getByRole('button', { name: 'Dismiss' }).click();
    await expect(dashboard.page.locator('[data-problem]')).toHaveCount(0);
  });

  test('opens a view by its link, and keeps one under a name', async ({ dashboard, sandbox }) => {
    const [first] = await mates(sandbox);
    await sandbox.setAgentState(first, 'READY');
    await openTeam(dashboard, '?group=state&sort=-since&columns=name,since,id&density=compact');
    const { page, agents } = dashboard;

    await expect(agents.getByRole('columnheader')).toHaveCount(4);
    await expect(agents.locator('[data-group="Ready"]')).toBeVisible();
    await expect(agents.getByRole('columnheader', { name: 'Time' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    await page.getByRole('button', { name: 'View', exact: true }).click();
    await page.getByLabel('Name of the view').fill('Long ones');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.keyboard.press('Escape');
    await page.getByLabel('Group by').selectOption('none');
    await expect(agents.locator('[data-group]')).toHaveCount(0);
    expect(new URL(page.url()).searchParams.get('group')).toBeNull();

    await page.getByRole('button', { name: 'View', exact: true }).click();
    await page.getByRole('link', { name: 'Long ones' }).click();
    await expect(agents.locator('[data-group="Ready"]')).toBeVisible();
    await page.getByLabel('Search agents').pressSequentially('nobody at all', { delay: 5 });
    await expect(page.getByText('No agent matches')).toBeVisible();
    await expect(page.getByLabel('Search agents')).toHaveValue('nobody at all');
  });

  test('takes what is shown home as CSV, without formulas', async ({ dashboard, sandbox }) => {
    const [first] = await mates(sandbox);
    await sandbox.setAgentState(first, 'READY');
    await openTeam(dashboard, `?columns=name,state,id&q=${first}`);
    await expect(dashboard.agent(first)).toHaveAttribute('data-state', 'READY');

    const [download] = await Promise.all([
      dashboard.page.waitForEvent('download'),
      dashboard.page.getByRole('button', { name: 'CSV' }).click(),
    ]);

    const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
    expect(download.suggestedFilename()).toMatch(/^team-[\d-]+T[\d-]+\.csv$/);
    expect(lines[0]).toBe('\uFEFFName,State,Agent ID');
    expect(lines[1]).toContain(`,Ready,${first}`);
    expect(lines).toHaveLength(2);
  });

  test('prints every agent, not only those on the screen', async ({ dashboard, sandbox }) => {
    const all = (await sandbox.matesOf('1000001')).length + 1;
    await openTeam(dashboard);
    await expect(dashboard.agents.locator('[data-agent-id]').first()).toBeVisible();
    await dashboard.page.setViewportSize({ width: 900, height: 420 });

    await dashboard.page.emulateMedia({ media: 'print' });

    await expect(dashboard.agents.locator('[data-agent-id]')).toHaveCount(all);
    await expect(dashboard.page.getByRole('navigation')).toBeHidden();
    await expect(dashboard.page.getByLabel('Search agents')).toBeHidden();
  });

  test('opens an agent, with the call, its data, and what happened before', async ({
    dashboard,
    sandbox,
  }, info) => {
    const [first] = await mates(sandbox);
    await openTeam(dashboard);
    await makeReady(dashboard, sandbox, first);
    await call(sandbox, first);
    const { page } = dashboard;
    await expect(dashboard.agent(first)).toContainText('+15550100');
    await page.screenshot({ path: info.outputPath('call.png') });

    await dashboard.agent(first).getByRole('link').click();

    await expect(page.getByText('Teapot, cracked')).toBeVisible();
    await expect(page.getByRole('img', { name: /Time line of the last 1 h/ })).toBeVisible();
    await expect(page.locator('[data-lane-state="unknown"]').first()).toBeAttached();
    await expect(page.getByRole('group', { name: 'Recent states' })).toContainText('Ready');
    await expect(page.getByRole('group', { name: 'Recent calls' })).toContainText('+15550100');
    await page.screenshot({ path: info.outputPath('agent.png') });
  });

  test('listens to a call, joins it, and takes the agent out of it', async ({
    dashboard,
    sandbox,
  }, info) => {
    const [first] = await mates(sandbox);
    await openTeam(dashboard);
    await sandbox.setAgentState('1000001', 'NOT_READY');
    await makeReady(dashboard, sandbox, first);
    await call(sandbox, first);
    await expect(dashboard.agent(first)).toHaveAttribute('data-state', 'TALKING');
    await dashboard.agent(first).getByRole('checkbox').check();

    await dashboard.action('Monitor').click();
    await expect(dashboard.agent(first)).toHaveAttribute('data-wish', 'confirmed');
    await expect(dashboard.action('End monitoring')).toBeVisible();
    await dashboard.page.screenshot({ path: info.outputPath('monitoring.png') });
    await dashboard.action('Barge in').click();
    await dashboard.action('Drop from the call').click();

    await expect(dashboard.agent(first)).not.toHaveAttribute('data-state', 'TALKING');
    await expect(dashboard.agent(first)).not.toContainText('+15550100');
  });
});
