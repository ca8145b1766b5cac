import { expect, test } from './fixtures';

const FAST_PINGS = {
  xmppRequestTimeout: 1_000,
  xmppFailoverDetectionPingInterval: 100,
  xmppFailoverRequestMaxRetry: 2,
};

test('pings are answered, and the session stays', async ({ parent, introduction }) => {
  await parent.post(`15|${JSON.stringify(FAST_PINGS)}`);
  await parent.signIn(introduction);

  await expect
    .poll(() => parent.sent.filter((xml) => xml.includes('urn:xmpp:ping')).length)
    .toBeGreaterThan(10);

  expect(parent.heard).not.toContain('4|disconnected');
});

test('a server that stands still is noticed by its silence', async ({
  parent,
  server,
  introduction,
}) => {
  await parent.post(`15|${JSON.stringify(FAST_PINGS)}`);
  await parent.signIn(introduction);

  server.freeze();
  try {
    await parent.hears('4|disconnected');
  } finally {
    await server.kill();
    await server.start();
  }

  await parent.signInAgain();
});
