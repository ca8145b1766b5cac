import { type Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { StaticServer } from './static-server';

/**
 * A parent that behaves on the wire as Cisco's desktop does: credentials in its order (pubsub domain after the password,
 * no connection type in the oldest), subscribes only after connected, splits replies at `|`.
 */
function parentPage(tunnelUrl: string, first: readonly string[]): string {
  return `<!doctype html><title>Portal</title><script>
    window.heard = [];
    const origin = ${JSON.stringify(new URL(tunnelUrl).origin)};
    const post = (text) => frame.contentWindow.postMessage(text, origin);
    window.post = post;
    addEventListener('message', (event) => {
      if (event.origin.toLowerCase() !== origin.toLowerCase()) return;
      if (event.data.slice(0, 3) !== '13|') heard.push(event.data);
      if (event.data === '4|loaded') ${JSON.stringify(first)}.forEach(post);
      if (event.data === '4|connected') post('7|/finesse/api/Team/31/Users');
    });
    const frame = document.createElement('iframe');
    frame.id = frame.name = 'tunnel-frame';
    frame.src = ${JSON.stringify(tunnelUrl)};
    addEventListener('DOMContentLoaded', () => document.body.append(frame));
  </script><body></body>`;
}

const CREDENTIALS = ['3|desk', '1|1000001', '5|finesse-a.example.test', '2|cisco'];
const PUBSUB = '6|pubsub.finesse-a.example.test';

for (const { name, before } of [
  { name: 'without a connection type', before: [] },
  { name: 'over websocket', before: ['12|websocket'] },
  { name: 'over bosh', before: ['12|bosh'] },
]) {
  test(`Cisco's parent works with the page unchanged, ${name}`, async ({ page, sandbox }) => {
    await sandbox.control('POST', 'reset', {});
    const first = [...before, ...CREDENTIALS, PUBSUB];
    const portal = await StaticServer.page(parentPage(sandbox.tunnelUrl, first));
    await page.goto(portal.origin);

    await expect.poll(async () => heard(page)).toContain('7|/finesse/api/Team/31/Users');

    const messages = await heard(page);
    expect(messages[0]).toBe('4|loaded');
    const connected = messages.indexOf('4|connected');
    expect(messages[connected - 1]).toBe('3|desk');
    expect(
      messages.filter((m) => m.startsWith('9|<presence><from>finesse@')).length,
    ).toBeGreaterThan(0);

    await sandbox.setAgentState('1001001', 'READY');
    await expect
      .poll(async () =>
        (await heard(page)).filter((m) => m.startsWith('0|/finesse/api/Team/31/Users')),
      )
      .not.toEqual([]);

    await page.evaluate(() => {
      (Reflect.get(window, 'post') as (text: string) => void)('11|');
    });
    await expect.poll(async () => (await heard(page)).at(-1)).toBe('4|disconnected');
    const end = await heard(page);
    const tail = end.slice(end.indexOf('4|unloading'));
    expect(tail).toEqual([
      '4|unloading',
      '8|/finesse/api/Team/31/Users',
      '3|desk',
      '4|disconnected',
    ]);

    await page.evaluate(() => {
      (Reflect.get(window, 'post') as (text: string) => void)('2|cisco');
    });
    await expect.poll(async () => (await heard(page)).at(-1)).toBe('7|/finesse/api/Team/31/Users');
    await portal.close();
  });
}

async function heard(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => Reflect.get(window, 'heard') as string[]);
}
