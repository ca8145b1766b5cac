import { expect, test } from './fixtures';

const TEAM_NODE = /^\/finesse\/api\/Team\/[^/]+\/Users$/;

for (const connectionType of ['websocket', 'bosh'] as const) {
  test.describe(`over ${connectionType}`, () => {
    test.use({ connectionType });

    test('a supervisor signs in and sees agents change state', async ({
      dashboard,
      sandbox,
    }, info) => {
      await dashboard.signIn('1000001', 'cisco');

      await dashboard.expectConnection('connected');
      const mate = (await sandbox.matesOf('1000001'))[0];
      const id = mate?.id ?? '';
      await expect(dashboard.agent(id)).toHaveAttribute('data-state', mate?.state ?? '');
      await sandbox.setAgentState(id, 'NOT_READY');
      await expect(dashboard.agent(id)).toHaveAttribute('data-state', 'NOT_READY');
      await sandbox.setAgentState(id, 'READY');
      await expect(dashboard.agent(id)).toHaveAttribute('data-state', 'READY');
      await dashboard.page.screenshot({ path: info.outputPath(`agents-${connectionType}.png`) });
    });

    test('subscribed nodes and parsed events are shown', async ({ dashboard, sandbox }) => {
      await dashboard.signIn('1000001', 'cisco');
      await dashboard.expectConnection('connected');

      const node = await dashboard.nodes
        .locator('[data-node$="/Users"][data-subscription="subscribed"]')
        .first()
        .getAttribute('data-node');
      expect(node).toMatch(TEAM_NODE);
      await sandbox.publish(node ?? '', teamUpdate('1001001', 'WORK'));

      const entry = dashboard.events.locator(`[data-node="${node ?? ''}"]`).first();
      await expect(entry).toHaveAttribute('data-event', 'PUT');
      await expect(entry).toHaveAttribute('data-kind', 'team-users');
      await expect(dashboard.agent('1001001')).toHaveAttribute('data-state', 'WORK');
    });
  });
}

test('the table shows what the contact centre says, for every agent of the team', async ({
  dashboard,
  sandbox,
}) => {
  await dashboard.signIn('1000001', 'cisco');
  await dashboard.expectConnection('connected');
  const mates = await sandbox.matesOf('1000001');
  for (const state of ['NOT_READY', 'READY', 'NOT_READY']) {
    await Promise.all(mates.map(async ({ id }) => sandbox.setAgentState(id, state)));
  }

  await expect
    .poll(async () => {
      const shown = await dashboard.agentStates();
      return (await sandbox.matesOf('1000001'))
        .filter(({ id, state }) => shown[id] !== state)
        .map(({ id, state }) => `${id} is ${state}, shown as ${shown[id] ?? 'nothing'}`);
    })
    .toEqual([]);
});

function teamUpdate(id: string, state: string): string {
  const time = new Date(Date.now() + 60_000).toISOString();
  return (
    `<Update><data><user><uri>/finesse/api/User/${id}</uri><loginId>${id}</loginId><state>${state}</state>` +
    `<stateChangeTime>${time}</stateChangeTime></user></data><event>PUT</event><requestId></requestId>` +
    `<source>/finesse/api/User/${id}</source></Update>`
  );
}
