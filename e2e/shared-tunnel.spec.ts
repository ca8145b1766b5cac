import { type BrowserContext } from '@playwright/test';
import { expect, test } from './fixtures';
import { DashboardPage } from './pages/dashboard-page';
import { type RunningSandbox } from './running-sandbox';
import { StaticServer } from './static-server';

const SUPERVISOR = '1000001';

/** A tab that does not answer is given 12 s, and the next session and its snapshots a few more. */
const TAKEOVER_MS = 60_000;

interface Tabs {
  /** The first one has the connection. */
  readonly tabs: readonly [DashboardPage, DashboardPage, DashboardPage];
  readonly sandbox: RunningSandbox;
  /** The connection at the server. */
  readonly sessions: () => Promise<readonly string[]>;
}

const shared = test.extend<{ readonly three: Tabs }>({
  three: async ({ context, sandbox }, use) => {
    await sandbox.control('POST', 'reset', {});
    const server = await StaticServer.dashboard({
      hosts: [{ tunnelUrl: sandbox.tunnelUrl, restUrl: sandbox.restUrl }],
      connectionType: 'websocket',
      sharedTunnel: true,
    });
    const tabs = [
      await signedIn(context, server.origin),
      await signedIn(context, server.origin),
      await signedIn(context, server.origin),
    ] as const;
    const sessions = async (): Promise<readonly string[]> =>
      (await sandbox.sessions())
        .filter(({ agentId }) => agentId === SUPERVISOR)
        .map(({ resource }) => resource);
    await use({ tabs, sandbox, sessions });
    await server.close();
  },
});

async function signedIn(context: BrowserContext, origin: string): Promise<DashboardPage> {
  const dashboard = new DashboardPage(await context.newPage());
  await dashboard.page.goto(origin);
  await dashboard.signIn(SUPERVISOR, 'cisco');
  await dashboard.expectConnection('connected');
  return dashboard;
}

/** Waits until a table says of every agent of the team what is true. */
async function expectTruth(dashboard: DashboardPage, sandbox: RunningSandbox): Promise<void> {
  const mates = await sandbox.matesOf(SUPERVISOR);
  const states = Object.fromEntries(mates.map(({ id, state }) => [id, state]));
  await expect
    .poll(() => dashboard.agentStates(), { timeout: TAKEOVER_MS })
    .toEqual(expect.objectContaining(states));
}

/** Changes two agents, the second one only after a table showed the first. */
async function expectAlive(dashboard: DashboardPage, sandbox: RunningSandbox): Promise<void> {
  await expectTruth(dashboard, sandbox);
  await dashboard.expectConnection('connected');
  for (const state of ['READY', 'NOT_READY']) {
    await sandbox.setAgentState('1001004', state);
    await expect(dashboard.agent('1001004')).toHaveAttribute('data-state', state);
  }
}

shared.describe('three tabs with one connection', () => {
  shared.setTimeout(240_000);

  shared('are one session on the server, and each shows the truth', async ({ three }) => {
    const { tabs, sandbox, sessions } = three;

    await sandbox.setAgentState('1001001', 'READY');

    for (const tab of tabs) {
      await expectAlive(tab, sandbox);
    }
    expect(await sessions()).toHaveLength(1);
  });

  shared('a wrong password opens no tab, whoever else is signed in', async ({ three }) => {
    const [first] = three.tabs;
    const stranger = new DashboardPage(await first.page.context().newPage());
    await stranger.page.goto(new URL(first.page.url()).origin);
    await stranger.signIn(SUPERVISOR, 'wrong');

    await stranger.expectConnection('unauthorized');
    await first.expectConnection('connected');
    expect(await three.sessions()).toHaveLength(1);
  });

  shared('the tab with the connection is closed', async ({ three }) => {
    const { tabs, sandbox, sessions } = three;
    const [leader, second, third] = tabs;
    const [before] = await sessions();
    const node = '/finesse/api/User/1001007';
    await third.subscribe(node);
    await expect(third.node(node)).toHaveAttribute('data-subscription', 'subscribed');

    await leader.page.close();
    await sandbox.setAgentState('1001007', 'READY');

    for (const tab of [second, third]) {
      await expectAlive(tab, sandbox);
    }
    await expect(third.node(node)).toHaveAttribute('data-subscription', 'subscribed');
    await expect.poll(sessions).toHaveLength(1);
    expect(await sessions()).not.toContain(before);
  });

  shared('the tab with the connection crashes', async ({ three }) => {
    const { tabs, sandbox, sessions } = three;
    const [leader, second, third] = tabs;

    const devtools = await leader.page.context().newCDPSession(leader.page);
    const crashed = leader.page.waitForEvent('crash');
    void devtools.send('Page.crash').catch(() => undefined);
    await crashed;
    await sandbox.setAgentState('1001001', 'READY');

    for (const tab of [second, third]) {
      await expectAlive(tab, sandbox);
    }
    await expect.poll(sessions).toHaveLength(1);
  });

  shared('the tab with the connection signs out, and the others go on', async ({ three }) => {
    const { tabs, sandbox, sessions } = three;
    const [leader, second, third] = tabs;

    await leader.page.getByRole('button', { name: 'Sign out' }).first().click();

    await expect(leader.page.getByLabel('Agent ID')).toBeVisible();
    for (const tab of [second, third]) {
      await expectAlive(tab, sandbox);
    }
    await expect.poll(sessions).toHaveLength(1);
  });
});
