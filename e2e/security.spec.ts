import { type Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { DashboardPage } from './pages/dashboard-page';
import { RunningSandbox } from './running-sandbox';
import { StaticServer } from './static-server';

const NODE = '/finesse/api/Team/31/Users';

test.describe('the policy of the dashboard', () => {
  test.use({ allowsRefusals: true });

  test('keeps strings out of markup, and foreign pages from framing it', async ({
    dashboard,
    context,
  }) => {
    const { page } = dashboard;

    const assigned = await page.evaluate(() => {
      try {
        document.createElement('div').innerHTML = '<b>text</b>';
        return 'assigned';
      } catch (error) {
        return error instanceof TypeError ? 'refused' : String(error);
      }
    });

    expect(assigned).toBe('refused');
    const thief = await StaticServer.page(`<iframe name="victim" src="${page.url()}"></iframe>`);
    const stolen = await context.newPage();
    await stolen.goto(thief.origin);
    await expect.poll(() => stolen.frame({ name: 'victim' })?.url()).toContain('chrome-error://');
    await thief.close();
  });
});

test('what a server publishes is text, whatever it looks like, and the session goes on', async ({
  dashboard,
  sandbox,
}) => {
  test.setTimeout(120_000);
  const { page } = dashboard;
  await dashboard.signIn('1000001', 'cisco');
  await dashboard.expectConnection('connected');
  await expect(dashboard.agent('1001001')).toBeVisible();

  for (const payload of hostilePayloads()) {
    await sandbox.publish(NODE, payload);
  }
  await sandbox.setAgentState('1001001', 'READY');

  await expect(dashboard.agent('1001001')).toHaveAttribute('data-state', 'READY');
  await dashboard.expectConnection('connected');
  await expect(dashboard.agent('1001002')).toContainText('<img src=x onerror');
  expect(await page.evaluate(() => Reflect.get(window, 'pwned') as unknown)).toBeUndefined();
  expect(await page.evaluate(() => Reflect.get({}, 'polluted') as unknown)).toBeUndefined();
});

test('a secret is nowhere but in memory: not in storage, markup, addresses, logs or other frames', async ({
  page,
}) => {
  const secret = 'sesame-4711-%C3%A4';
  const sandbox = await RunningSandbox.start('--no-simulation', '--password', secret);
  const server = await StaticServer.dashboard({
    hosts: [{ tunnelUrl: sandbox.tunnelUrl, restUrl: sandbox.restUrl }],
    connectionType: 'websocket',
  });
  const heard: string[] = [];
  page.on('console', (message) => heard.push(message.text()));
  page.on('pageerror', (error) => heard.push(String(error.stack)));
  page.on('request', (request) => heard.push(request.url()));
  await page.addInitScript(() => {
    // What Redux DevTools would be told, where the application talks to it.
    const told: unknown[] = [];
    Reflect.set(window, 'told', told);
    const devtools = { init: () => undefined, subscribe: () => () => undefined };
    Reflect.set(window, '__REDUX_DEVTOOLS_EXTENSION__', {
      connect: () => ({ ...devtools, send: (...said: unknown[]) => told.push(said) }),
      send: (...said: unknown[]) => told.push(said),
    });
  });
  await page.goto(server.origin);
  const dashboard = new DashboardPage(page);
  await dashboard.signIn('1000001', `${secret}-wrong`);
  await expect(page.getByRole('alert')).toContainText(/password/i);
  await dashboard.signIn('1000001', secret);
  await dashboard.expectConnection('connected');
  await sandbox.fault('cut');
  await dashboard.expectConnection('connected');

  const kept = [...heard, ...(await everythingKept(page)), sandbox.output()];

  const traces = [secret, encodeURIComponent(secret), btoa(`1000001:${secret}`), btoa(secret)];
  const leaks = kept.filter((text) => traces.some((trace) => text.includes(trace)));
  expect(kept.join('').length, 'something was searched').toBeGreaterThan(1000);
  expect(leaks).toEqual([]);
  await server.close();
  await sandbox.stop();
});

/** Storage, markup, address and DevTools of the dashboard, and the same of the tunnel page in its frame. */
async function everythingKept(page: Page): Promise<readonly string[]> {
  const kept = await Promise.all(
    page.frames().map((frame) =>
      frame.evaluate(async () => {
        // A frame of another site may be denied its storage: then it keeps nothing there.
        const orDenied = async (read: () => unknown): Promise<string> => {
          try {
            return JSON.stringify((await read()) ?? '');
          } catch (error) {
            return String(error);
          }
        };
        return Promise.all([
          orDenied(() => Object.entries(localStorage)),
          orDenied(() => Object.entries(sessionStorage)),
          orDenied(() => indexedDB.databases()),
          orDenied(() => self.caches.keys()),
          orDenied(() => [
            document.cookie,
            location.href,
            document.referrer,
            history.state as unknown,
          ]),
          orDenied(() => Reflect.get(self, 'told') as unknown),
          orDenied(() => document.documentElement.outerHTML),
        ]);
      }),
    ),
  );
  return kept.flat();
}

/** Markup in a name, a polluting element, a DTD with entities that grow, depth, length, and control characters. */
function hostilePayloads(): readonly string[] {
  const script = '&lt;img src=x onerror="window.pwned=1"&gt;\u202Eevil';
  const lol = Array.from(
    { length: 9 },
    (_, n) => `<!ENTITY l${String(n + 1)} "${`&l${String(n)};`.repeat(10)}">`,
  );
  return [
    update(
      `<loginId>1001002</loginId><firstName>${script}</firstName><lastName>X</lastName><state>READY</state>`,
    ),
    update('<__proto__><polluted>1</polluted></__proto__><constructor>1</constructor>'),
    `<!DOCTYPE u [<!ENTITY l0 "lol">${lol.join('')}]><Update><data>&l9;</data></Update>`,
    `${'<a>'.repeat(20_000)}${'</a>'.repeat(20_000)}`,
    update(`<loginId>1001003</loginId><state>${'X'.repeat(10_000_000)}</state>`),
    '<Update><data><user><state>READY',
    '\u0000\u0008<Update/>',
  ];
}

function update(user: string): string {
  return (
    `<Update><data><user>${user}<stateChangeTime>${new Date().toISOString()}</stateChangeTime></user></data>` +
    '<event>PUT</event><source>/finesse/api/User/1001002</source></Update>'
  );
}
