import type { Frame } from '@playwright/test';

import { expect, test as base } from './fixtures';
import { DashboardPage } from './pages/dashboard-page';
import { quirkyTunnel, type TunnelQuirks } from './quirky-tunnel';
import { StaticServer } from './static-server';

const TEAM = '/finesse/api/Team/31/Users';
const LATE = 30_000;

/** The dashboard, and with it the library, in front of a page that is as Cisco's; REST is the sandbox's. */
class Portal {
  constructor(
    readonly dashboard: DashboardPage,
    private readonly tunnelOrigin: string,
  ) {}

  async signIn(): Promise<void> {
    await this.dashboard.signIn('1000001', 'cisco');
    await this.dashboard.expectConnection('connected');
    await expect(this.dashboard.agent('1001001')).toBeVisible();
  }

  async say(...texts: readonly string[]): Promise<void> {
    await this.frame.evaluate((all) => {
      all.forEach((text) => (Reflect.get(window, 'say') as (text: string) => void)(text));
    }, texts);
  }

  async lose(): Promise<void> {
    await this.frame.evaluate(() => {
      (Reflect.get(window, 'lose') as () => void)();
    });
  }

  async heard(text: string): Promise<number> {
    const all = await this.frame.evaluate(() => Reflect.get(window, 'heard') as string[]);
    return all.filter((one) => one === text).length;
  }

  /** An agent's change comes through, and is shown. */
  async works(state: string): Promise<void> {
    await this.say(`0|${TEAM}${agentUpdate(state)}`);
    await expect(this.dashboard.agent('1001001')).toHaveAttribute('data-state', state);
    await this.dashboard.expectConnection('connected');
  }

  private get frame(): Frame {
    const frame = this.dashboard.page
      .frames()
      .find((one) => one.url().startsWith(this.tunnelOrigin));
    if (frame === undefined) {
      throw new Error('The tunnel page is not there.');
    }
    return frame;
  }
}

const test = base.extend<{ readonly quirks: TunnelQuirks; readonly portal: Portal }>({
  quirks: [{}, { option: true }],
  portal: async ({ page, sandbox, quirks }, use) => {
    await sandbox.control('POST', 'reset', {});
    const tunnel = await StaticServer.page(quirkyTunnel(quirks));
    const hosts = [{ tunnelUrl: `${tunnel.origin}/`, restUrl: sandbox.restUrl }];
    const server = await StaticServer.dashboard({ hosts, connectionType: 'websocket' });
    await page.goto(server.origin);
    await use(new Portal(new DashboardPage(page), tunnel.origin));
    await server.close();
    await tunnel.close();
  },
});

test.describe('a page that tells the resource "undefined"', () => {
  test.use({ quirks: { resource: 'undefined' } });

  test('is connected all the same, and was given a resource', async ({ portal }) => {
    await portal.signIn();

    expect(await portal.heard('3|undefined')).toBe(0);
    await portal.works('READY');
  });
});

test('a list of subscriptions that is "[object Object]" is told, and nothing breaks', async ({
  portal,
}) => {
  const { dashboard } = portal;
  await portal.signIn();

  await portal.say('14|[object Object],[object Object]', '14|[object XMLDocument]|<ApiErrors/>');

  await portal.works('READY');
  await dashboard.page.getByRole('link', { name: 'Connection' }).click();
  await dashboard.expectConnection('connected');
});

test('a ping that is declared lost too early costs one reconnect; what the old session still sends is taken', async ({
  portal,
}) => {
  const { dashboard } = portal;
  await portal.signIn();
  await expect.poll(async () => portal.heard(`7|${TEAM}`)).toBe(1);

  await portal.lose();
  await portal.say(`0|${TEAM}${agentUpdate('READY')}`);

  await expect.poll(async () => portal.heard('2|'), { timeout: LATE }).toBe(2);
  await dashboard.expectConnection('connected');
  await expect.poll(async () => portal.heard(`7|${TEAM}`)).toBe(2);
  await portal.works('NOT_READY');
});

function agentUpdate(state: string): string {
  return (
    '<Update><data><user><uri>/finesse/api/User/1001001</uri><loginId>1001001</loginId>' +
    `<state>${state}</state><stateChangeTime>${new Date().toISOString()}</stateChangeTime></user></data>` +
    '<event>put</event><requestId></requestId><source>/finesse/api/User/1001001</source></Update>'
  );
}
