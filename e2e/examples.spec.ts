import { fileURLToPath } from 'node:url';
import { expect, type Page, test as base } from '@playwright/test';
import { RunningSandbox } from './running-sandbox';

/** The examples as `npm run example -- NAME` serves them: built, from a sandbox of their own. */
const test = base.extend<{ readonly open: (example: string) => Promise<RunningSandbox> }>({
  open: async ({ page }, use) => {
    const started: RunningSandbox[] = [];
    const complaints = complaintsOf(page);
    await use(async (example) => {
      const folder = fileURLToPath(new URL(`../dist/examples/${example}`, import.meta.url));
      const sandbox = await RunningSandbox.start('--no-simulation', '--static', folder);
      started.push(sandbox);
      await page.goto(sandbox.api);
      return sandbox;
    });
    await Promise.all(started.map((sandbox) => sandbox.stop()));
    expect(complaints, 'what the console complained about').toEqual([]);
  },
});

for (const example of ['minimal', 'portal']) {
  test(`the ${example} example shows the agents of a team, live`, async ({ page, open }) => {
    const sandbox = await open(example);
    await signIn(page);

    await expect(page.getByRole('status')).toHaveText('connected');
    await showsChange(page, sandbox);
  });
}

test('the portal example filters by a state of its own store', async ({ page, open }) => {
  const sandbox = await open('portal');
  const [ready, notReady] = await sandbox.matesOf('1000001');
  await sandbox.setAgentState(ready?.id ?? '', 'READY');
  await sandbox.setAgentState(notReady?.id ?? '', 'NOT_READY');
  await signIn(page);
  await expect(page.getByRole('cell', { name: /^READY$/ }).first()).toBeVisible();

  await page.getByLabel('State').selectOption('NOT_READY');

  await expect(page.getByRole('cell', { name: 'NOT_READY' }).first()).toBeVisible();
  await expect(page.getByRole('cell', { name: /^READY$/ })).toHaveCount(0);
});

test('the signals example changes the state of the agent, and answers a call', async ({
  page,
  open,
}) => {
  const sandbox = await open('signals');
  await sandbox.setAgentState('1001001', 'NOT_READY');
  await signIn(page);
  await expect(page.getByText('NOT_READY')).toBeVisible();

  await page.getByRole('button', { name: 'Ready', exact: true }).click();
  await expect(page.locator('output')).toHaveText('READY');
  await sandbox.control('POST', 'dialogs', { from: '+15550100', to: '1001001' });
  await page.getByRole('button', { name: 'Answer' }).click();

  await expect(page.getByRole('listitem')).toContainText('ACTIVE');
  await expect(page.locator('output')).toHaveText('TALKING');
});

test('the wallboard example signs itself in, and says when it shows the past', async ({
  page,
  open,
}) => {
  const sandbox = await open('wallboard');
  await expect(page.getByRole('status')).toContainText('Connected');
  await sandbox.setAgentState('1001001', 'READY');
  await expect(page.locator('finesse-agent-state', { hasText: /^Ready$/ }).first()).toBeVisible();

  await sandbox.stop();

  await expect(page.getByText('The connection is lost')).toBeVisible();
});

test('the vanilla example shows the events of a team', async ({ page, open }) => {
  const sandbox = await open('vanilla');
  await signIn(page);
  await expect(page.getByRole('status')).toHaveText('connected');

  await sandbox.setAgentState('1001001', 'NOT_READY');

  await expect(page.getByRole('listitem').first()).toContainText('NOT_READY');
});

async function signIn(page: Page): Promise<void> {
  await page.getByLabel('Password').fill('cisco');
  await page.getByRole('button', { name: 'Sign in' }).click();
}

async function showsChange(page: Page, sandbox: RunningSandbox): Promise<void> {
  for (const state of ['NOT_READY', 'READY']) {
    await sandbox.setAgentState('1001001', state);
    const { agents } = await sandbox.truth();
    const states = agents
      .filter(({ teamId }) => teamId === '31')
      .map((agent) => agent.state)
      .sort();
    await expect
      .poll(async () => (await page.getByRole('cell').allTextContents()).sort())
      .toEqual(states);
  }
}

/** A lost connection is the business of one of the tests, so failed requests do not count. */
function complaintsOf(page: Page): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load|WebSocket connection/.test(message.text())) {
      complaints.push(message.text());
    }
  });
  return complaints;
}
