import AxeBuilder from '@axe-core/playwright';
import fastify from 'fastify';
import { expect, test } from './fixtures';
import { StaticServer } from './static-server';

for (const { name, width, height } of [{ name: 'HD', width: 1920, height: 1080 }]) {
  test(`the wall fills ${name} without scrolling, signed in by the host alone`, async ({
    page,
    sandbox,
  }, info) => {
    test.setTimeout(180_000);
    await sandbox.control('POST', 'reset', {});
    await page.setViewportSize({ width, height });
    const host = await hostThatSignsIn();
    const server = await StaticServer.dashboard({
      hosts: [{ tunnelUrl: sandbox.tunnelUrl, restUrl: sandbox.restUrl }],
      connectionType: 'websocket',
      wallSession: { tokenUrl: host.url },
    });

    await page.goto(`${server.origin}/wall?every=3600&pages=overview,agents,queues,alerts`);

    for (const kind of ['overview', 'agents', 'queues', 'alerts']) {
      await expect(page.locator(`[data-wall-page=${kind}]`)).toBeVisible({ timeout: 60_000 });
      await expect(page.getByText(/not connected/)).toHaveCount(0, { timeout: 60_000 });
      const [content, window] = await page.evaluate(() => [
        [document.documentElement.scrollWidth, document.documentElement.scrollHeight],
        [innerWidth, innerHeight],
      ]);
      expect(content, kind).toEqual(window);
      await page.screenshot({ path: info.outputPath(`wall-${kind}-${name}.png`) });
      const { violations } = await new AxeBuilder({ page })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'])
        .analyze();
      expect(
        violations.map(({ id }) => id),
        kind,
      ).toEqual([]);
      await page.keyboard.press('ArrowRight');
    }
    expect(page.url()).not.toContain('cisco');
    await server.close();
    await host.close();
  });
}

test('the wall comes back by itself after its session was ended, and after a reload', async ({
  page,
  sandbox,
}) => {
  test.setTimeout(180_000);
  await sandbox.control('POST', 'reset', {});
  const host = await hostThatSignsIn();
  const server = await StaticServer.dashboard({
    hosts: [{ tunnelUrl: sandbox.tunnelUrl, restUrl: sandbox.restUrl }],
    connectionType: 'websocket',
    wallSession: { tokenUrl: host.url },
  });
  const ready = page.locator('[data-wall-page=overview] [data-state=READY] strong');
  await page.goto(`${server.origin}/wall?pages=overview`);
  await sandbox.setAgentState('1001001', 'READY');
  await expect(ready).toHaveText(/[1-9]/, { timeout: 60_000 });

  await sandbox.fault('cut');
  await expect(page.getByText(/not connected/).first()).toBeVisible({ timeout: 30_000 });
  await expect(page.getByText(/not connected/)).toHaveCount(0, { timeout: 90_000 });

  await page.reload();
  await expect(ready).toHaveText(/[1-9]/, { timeout: 60_000 });
  await expect(page).toHaveURL(/\/wall\?pages=overview$/);
  await server.close();
  await host.close();
});

/** A host that knows this wall; it answers for a service account, as a portal would by cookie or address. */
async function hostThatSignsIn(): Promise<{ url: string; close: () => Promise<void> }> {
  const server = fastify({ forceCloseConnections: true });
  server.get('/wall-session', async (request, reply) =>
    reply
      .header('access-control-allow-origin', request.headers.origin ?? '')
      .header('access-control-allow-credentials', 'true')
      .send({ id: '1000001', password: 'cisco' }),
  );
  const origin = await server.listen({ port: 0, host: '127.0.0.1' });
  return { url: `${origin}/wall-session`, close: () => server.close() };
}
