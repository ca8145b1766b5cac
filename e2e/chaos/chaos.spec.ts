import { expect, type Page, test } from '@playwright/test';
import { DashboardPage } from '../pages/dashboard-page';
import { RunningSandbox } from '../running-sandbox';
import { StaticServer } from '../static-server';
import { chaosFault } from './faults';
import { seededRandom } from './seeded-random';

/** What `npm run chaos` sets. */
const SEED = Number(process.env['CHAOS_SEED'] ?? 1);
const FAULTS = Number(process.env['CHAOS_FAULTS'] ?? 4);
const MINUTES = Number(process.env['CHAOS_MINUTES'] ?? 0);
const AGENTS = process.env['CHAOS_AGENTS'] ?? '24';
const RATE = process.env['CHAOS_RATE'] ?? '10';

/** Within this time after the end of a fault the dashboard shows the truth. */
const RECOVERY_LIMIT_MS = 60_000;
/** What has not changed for this long must be on the screen. */
const STEADY_MS = 1_500;

test('the dashboard shows the truth after every fault', async ({ page }) => {
  test.setTimeout(FAULTS * 120_000 + MINUTES * 60_000 + 120_000);
  const sandbox = await RunningSandbox.start(
    ...['--two-nodes', '--teams', '1', '--agents', AGENTS, '--rate', RATE, '--seed', String(SEED)],
  );
  const server = await StaticServer.dashboard({
    hosts: sandbox.hosts,
    connectionType: 'websocket',
  });
  try {
    await page.goto(server.origin);
    const dashboard = new DashboardPage(page);
    await signIn(dashboard);
    await becameTrue(dashboard, sandbox);
    const recoveries = await wreakHavoc({ dashboard, sandbox, page });
    report(recoveries);
  } finally {
    await server.close();
    await sandbox.stop();
  }
});

interface Target {
  readonly dashboard: DashboardPage;
  readonly sandbox: RunningSandbox;
  readonly page: Page;
}

async function wreakHavoc({ dashboard, sandbox, page }: Target): Promise<readonly number[]> {
  const random = seededRandom(SEED);
  const recoveries: number[] = [];
  const end = Date.now() + MINUTES * 60_000;
  while (recoveries.length < FAULTS || Date.now() < end) {
    const fault = chaosFault(random);
    await fault.start({ sandbox, page });
    await isOver(sandbox);
    const overAt = Date.now();
    if (fault.isFinal === true) {
      await page.reload();
      await signIn(dashboard);
    } else if (fault.isSilent === true) {
      // The audit comes every five minutes; this sign of life brings it forward.
      await page.evaluate(() => window.dispatchEvent(new Event('online')));
    }
    await test.step(fault.name, async () => becameTrue(dashboard, sandbox));
    recoveries.push(Date.now() - overAt);
    say(`${fault.name}: true again ${String(recoveries.at(-1))} ms after its end`);
  }
  return recoveries;
}

/** Waits until the sandbox plays no fault any more; the browser's own are over when they have been started. */
async function isOver(sandbox: RunningSandbox): Promise<void> {
  await expect.poll(async () => sandbox.control('GET', 'faults')).toEqual([]);
}

async function signIn(dashboard: DashboardPage): Promise<void> {
  await dashboard.signIn('1000001', 'cisco');
  await expect(dashboard.connection).toHaveAttribute('data-connection', 'connected', {
    timeout: RECOVERY_LIMIT_MS,
  });
}

/** Waits until nothing on the screen is different from what is so, and was so a moment ago. */
async function becameTrue(dashboard: DashboardPage, sandbox: RunningSandbox): Promise<void> {
  await expect
    .poll(async () => differences(dashboard, sandbox), {
      message: `seed ${String(SEED)}`,
      timeout: RECOVERY_LIMIT_MS,
      intervals: [500],
    })
    .toEqual([]);
}

async function differences(
  dashboard: DashboardPage,
  sandbox: RunningSandbox,
): Promise<readonly string[]> {
  const phase = await dashboard.connection.getAttribute('data-connection');
  if (phase !== 'connected') {
    return [`the connection is ${phase ?? 'not shown'}`];
  }
  const before = await sandbox.truth();
  // No condition to await: this is the time for which something must have stood still to count.
  await dashboard.page.waitForTimeout(STEADY_MS);
  const shown = await dashboard.agentStates();
  const { agents } = await sandbox.truth();
  const changedAt = new Map(before.agents.map(({ id, stateChangeTime }) => [id, stateChangeTime]));
  return agents
    .filter(({ id, stateChangeTime }) => changedAt.get(id) === stateChangeTime)
    .filter(({ id, state }) => shown[id] !== state)
    .map(({ id, state }) => `${id} is ${state}, shown as ${shown[id] ?? 'nothing'}`);
}

function report(recoveries: readonly number[]): void {
  const sorted = [...recoveries].sort((a, b) => a - b);
  const at = (share: number): string =>
    String(sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]);
  say(
    `${String(sorted.length)} faults, 0 differences; recovery p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms; seed ${String(SEED)}`,
  );
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
