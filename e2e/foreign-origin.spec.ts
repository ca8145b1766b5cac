import { type Frame, type Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { StaticServer } from './static-server';

/** What an attacker's page tries: frame the tunnel, listen to it, hand it ports and drive it with stolen credentials. */
function attackingPage(tunnelUrl: string): string {
  return `<!doctype html><title>Attacker</title><iframe name="victim" src="${tunnelUrl}"></iframe><script>
    window.heard = [];
    addEventListener('message', (event) => heard.push(String(event.data)));
    const victim = document.querySelector('iframe');
    window.attack = () => {
      for (const message of ['12|websocket', '6|pubsub.finesse-a.example.test', '3|evil', '5|finesse-a.example.test', '1|1000001', '2|cisco']) {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = (event) => heard.push(String(event.data));
        victim.contentWindow.postMessage(message, '*', [port2]);
      }
    };
    victim.onload = () => { window.loaded = true; attack(); };
  </script>`;
}

test('a page of a foreign origin can neither frame nor drive the tunnel', async ({
  dashboard,
  context,
  sandbox,
}) => {
  // 127.0.0.1 by another name: not one of the loopback names that the sandbox allows.
  const attacker = await StaticServer.page(attackingPage(sandbox.tunnelUrl), '127.0.0.2');
  const page = await context.newPage();
  await page.goto(attacker.origin);
  await page.waitForFunction(() => Reflect.get(window, 'loaded') === true);

  await page.evaluate(() => {
    (Reflect.get(window, 'attack') as () => void)();
  });
  // Whoever comes later and is let in shows that there was time enough.
  await dashboard.signIn('1000001', 'cisco');
  await dashboard.expectConnection('connected');

  const sessions = await sandbox.sessions();
  expect(sessions.map(({ resource }) => resource)).not.toContain('evil');
  expect(sessions).not.toEqual([]);
  expect(await page.evaluate(() => Reflect.get(window, 'heard') as string[])).toEqual([]);
  await attacker.close();
});

test.describe('in a portal that lets anybody be framed', () => {
  test.use({ bypassCSP: true });

  test('a foreign frame inside the portal cannot impersonate the tunnel', async ({
    dashboard,
    sandbox,
  }) => {
    await dashboard.signIn('1000001', 'cisco');
    await dashboard.expectConnection('connected');
    await sandbox.setAgentState('1001001', 'READY');
    await expect(dashboard.agent('1001001')).toHaveAttribute('data-state', 'READY');
    const impostor = await StaticServer.page(impostorPage());

    const frame = await addFrame(dashboard.page, impostor.origin);
    await frame.waitForFunction(() => Reflect.get(window, 'posted') === true);
    const other = (await sandbox.matesOf('1000001')).find(({ id }) => id !== '1001001')?.id ?? '';
    await sandbox.setAgentState(other, 'READY');

    await expect(dashboard.agent(other)).toHaveAttribute('data-state', 'READY');
    await dashboard.expectConnection('connected');
    await expect(dashboard.agent('1001001')).toHaveAttribute('data-state', 'READY');
    await impostor.close();
  });
});

test.describe('between the portal and its tunnel', () => {
  test.use({ bypassCSP: true });

  test('events travel over a private port, which no other frame can join or overhear', async ({
    dashboard,
    sandbox,
  }) => {
    await dashboard.page.evaluate(() => {
      const posted: string[] = [];
      Reflect.set(window, 'posted', posted);
      addEventListener('message', ({ data }) => posted.push(String(data)));
    });
    await dashboard.signIn('1000001', 'cisco');
    await dashboard.expectConnection('connected');
    const eavesdropper = await StaticServer.page(eavesdroppingPage());
    const frame = await addFrame(dashboard.page, eavesdropper.origin);
    await frame.waitForFunction(() => Reflect.get(window, 'offered') === true);

    const mates = (await sandbox.matesOf('1000001')).slice(0, 3);
    for (const { id } of mates) {
      await sandbox.setAgentState(id, 'READY');
      await expect(dashboard.agent(id)).toHaveAttribute('data-state', 'READY');
    }

    const overheard = await frame.evaluate(() => Reflect.get(window, 'heard') as string[]);
    expect(overheard).toEqual([]);
    const posted = await dashboard.page.evaluate(() => Reflect.get(window, 'posted') as string[]);
    expect(posted).toContain('4|loaded');
    expect(posted.filter((message) => /^(0|3|4\|conn|7|9)/.test(message))).toEqual([]);
    await eavesdropper.close();
  });
});

/** Listens to its window, and hands the tunnel beside it a port of its own. */
function eavesdroppingPage(): string {
  return `<!doctype html><script>
    window.heard = [];
    addEventListener('message', (event) => heard.push(String(event.data)));
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = (event) => heard.push(String(event.data));
    parent.frames['tunnel-frame'].postMessage('15|{}', '*', [port2]);
    window.offered = true;
  </script>`;
}

function impostorPage(): string {
  const later = new Date(Date.now() + 3_600_000).toISOString();
  const forged =
    `0|/finesse/api/User/1001001<Update><data><user><loginId>1001001</loginId><state>LOGOUT</state>` +
    `<stateChangeTime>${later}</stateChangeTime></user></data><event>PUT</event><source>/finesse/api/User/1001001</source></Update>`;
  return `<!doctype html><script>
    parent.postMessage('4|disconnected', '*');
    parent.postMessage(${JSON.stringify(forged).replaceAll('</', '<\\/')}, '*');
    window.posted = true;
  </script>`;
}

async function addFrame(page: Page, url: string): Promise<Frame> {
  await page.evaluate((src) => {
    const frame = document.createElement('iframe');
    frame.name = 'impostor';
    frame.src = src;
    document.body.append(frame);
  }, url);
  await expect.poll(() => page.frame({ name: 'impostor' })?.url()).toContain(url);
  const frame = page.frame({ name: 'impostor' });
  if (frame === null) {
    throw new Error('The impostor was not loaded.');
  }
  return frame;
}
