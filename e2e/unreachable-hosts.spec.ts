import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { expect, test } from '@playwright/test';
import { DashboardPage } from './pages/dashboard-page';
import { StaticServer } from './static-server';

test('a config with unreachable hosts is explained where one signs in, with where to look', async ({
  page,
}, info) => {
  const [a, b] = [await closedPort(), await closedPort()];
  const server = await StaticServer.dashboard({
    hosts: [a, b].map((port) => ({
      tunnelUrl: `http://127.0.0.1:${String(port)}/tunnel/`,
      restUrl: `http://127.0.0.1:${String(port)}/finesse/api`,
    })),
    connectionType: 'websocket',
  });
  await page.goto(server.origin);

  await new DashboardPage(page).signIn('1000001', 'cisco');

  const help = page.locator('[data-problem="system-info-unavailable"]');
  await expect(help).toContainText('Open SystemInfo in a tab of its own');
  await expect(help.getByRole('link')).toHaveAttribute(
    'href',
    new RegExp(`:(${String(a)}|${String(b)})/finesse/api/SystemInfo$`),
  );
  await expect(help).toContainText(`cors allowed_origin add ${server.origin}`);
  await page.screenshot({ path: info.outputPath('unreachable.png') });
  await server.close();
});

/** A port that was free a moment ago, and on which nobody listens. */
async function closedPort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}
