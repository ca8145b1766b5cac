import { expect, test } from './fixtures';

const USER_NODE = '/finesse/api/User/1001001';

test('a node subscribed by hand brings events until it is unsubscribed', async ({
  dashboard,
  sandbox,
}) => {
  await dashboard.signIn('1000001', 'cisco');
  await dashboard.expectConnection('connected');

  await dashboard.subscribe(USER_NODE);
  await expect(dashboard.node(USER_NODE)).toHaveAttribute('data-subscription', 'subscribed');
  const events = dashboard.events.locator(`[data-node="${USER_NODE}"]`);
  await sandbox.publish(USER_NODE, update('first'));
  await expect(events.first()).toBeVisible();

  await dashboard.unsubscribe(USER_NODE);
  await expect(dashboard.node(USER_NODE)).toHaveCount(0);
  const before = await events.count();
  await sandbox.publish(USER_NODE, update('second'));
  await sandbox.setAgentState('1001001', 'NOT_READY');
  await expect(dashboard.agent('1001001')).toHaveAttribute('data-state', 'NOT_READY');
  expect(await events.count()).toBe(before);
});

test('a refused node says so and why', async ({ dashboard }) => {
  await dashboard.signIn('1000001', 'cisco');
  await dashboard.expectConnection('connected');
  const node = '/finesse/api/Team/999999/Users';

  await dashboard.subscribe(node);

  await expect(dashboard.node(node)).toHaveAttribute('data-subscription', 'refused');
  await expect(dashboard.node(node)).toContainText(
    /item-not-found|forbidden|not exist|not allowed|unknown/i,
  );
});

test('malformed notifications are told and the session goes on', async ({ dashboard, sandbox }) => {
  await dashboard.signIn('1000001', 'cisco');
  await dashboard.expectConnection('connected');

  await sandbox.publish('/finesse/api/User/1000001', '<Update><data><user>cut short');
  await sandbox.setAgentState('1001001', 'READY');
  await sandbox.setAgentState('1001001', 'NOT_READY');

  await expect(dashboard.agent('1001001')).toHaveAttribute('data-state', 'NOT_READY');
  await dashboard.page.getByRole('link', { name: 'Connection' }).click();
  const refused = dashboard.page.getByLabel('Refused input');
  await expect(refused).toContainText('/finesse/api/User/1000001');
  await expect(refused).toContainText(/line:column 1:\d+/);
  await dashboard.expectConnection('connected');
});

function update(requestId: string): string {
  return (
    `<Update><data><user><uri>${USER_NODE}</uri><loginId>1001001</loginId></user></data><event>PUT</event>` +
    `<requestId>${requestId}</requestId><source>${USER_NODE}</source></Update>`
  );
}
