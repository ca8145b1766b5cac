import { expect, test } from './fixtures';

for (const connectionType of ['websocket', 'bosh'] as const) {
  test.describe(`over ${connectionType}`, () => {
    test.use({ connectionType });

    // BOSH repeats a request that failed, so it rides out what ends a WebSocket at once.
    const seconds = connectionType === 'bosh' ? 12 : 3;

    test('a cut connection comes back and shows what changed meanwhile', async ({
      dashboard,
      sandbox,
    }) => {
      test.setTimeout(120_000);
      await dashboard.signIn('1000001', 'cisco');
      await dashboard.expectConnection('connected');
      await sandbox.setAgentState('1001001', 'READY');
      await expect(dashboard.agent('1001001')).toHaveAttribute('data-state', 'READY');

      await sandbox.fault('refuse', { seconds });
      await sandbox.fault('cut');
      await dashboard.expectConnection('reconnecting');
      await sandbox.setAgentState('1001001', 'NOT_READY');

      await expect(dashboard.connection).toHaveAttribute('data-connection', 'connected', {
        timeout: 60_000,
      });
      await expect(dashboard.agent('1001001')).toHaveAttribute('data-state', 'NOT_READY');
      await sandbox.setAgentState('1001001', 'READY');
      await expect(dashboard.agent('1001001')).toHaveAttribute('data-state', 'READY');
    });
  });
}
