import { expect, test } from '@playwright/test';
import { DashboardPage } from './pages/dashboard-page';
import { RunningSandbox } from './running-sandbox';
import { StaticServer } from './static-server';

test('a host out of service is left only when the session on the other one stands', async ({
  page,
}) => {
  test.setTimeout(120_000);
  const sandbox = await RunningSandbox.start('--two-nodes', '--no-simulation');
  const server = await StaticServer.dashboard({
    hosts: sandbox.hosts,
    connectionType: 'websocket',
  });
  try {
    await page.goto(server.origin);
    const dashboard = new DashboardPage(page);
    await dashboard.signIn('1000001', 'cisco');
    await dashboard.expectConnection('connected');
    await sandbox.setAgentState('1001001', 'READY');
    await expect(dashboard.agent('1001001')).toHaveAttribute('data-state', 'READY');
    expect(await nodesWithSession(sandbox)).toEqual(['A']);
    const phases = await dashboard.connection.evaluateHandle((badge) => {
      const seen: (string | null)[] = [];
      new MutationObserver(() => seen.push(badge.getAttribute('data-connection'))).observe(badge, {
        attributeFilter: ['data-connection'],
      });
      return seen;
    });

    await sandbox.fault('out-of-service', { node: 'A', seconds: 60 });
    await sandbox.setAgentState('1001004', 'READY');
    await expect
      .poll(() => nodesWithSession(sandbox), { timeout: 40_000, intervals: [100] })
      .toEqual(['B']);
    await sandbox.setAgentState('1001007', 'READY');

    const mates = await sandbox.matesOf('1000001');
    await expect
      .poll(() => dashboard.agentStates())
      .toEqual(expect.objectContaining(Object.fromEntries(mates.map((m) => [m.id, m.state]))));
    expect(await phases.jsonValue(), 'phases other than connected').toEqual([]);
    await dashboard.expectConnection('connected');
  } finally {
    await server.close();
    await sandbox.stop();
  }
});

async function nodesWithSession(sandbox: RunningSandbox): Promise<readonly string[]> {
  return (await sandbox.sessions())
    .filter(({ agentId }) => agentId === '1000001')
    .map(({ node }) => node);
}
