import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';

import { expect, test as base } from '../publisher/fixtures';
import { type ClusterNode, EjabberdCluster, TICK_SECONDS } from '../servers/ejabberd-cluster';
import { PublishingSandbox } from '../servers/publishing-sandbox';
import { AGENTS, SUPERVISOR } from '../servers/xmpp-server';
import { LocalSite } from '../site/local-site';
import type { ParentPage } from '../site/parent-page';

interface Clustered {
  readonly cluster: EjabberdCluster;
  /** A sandbox that publishes into the first node. */
  readonly sandbox: PublishingSandbox;
  /** A tab whose tunnel page comes from beside that node. */
  readonly parentAt: (node: ClusterNode) => Promise<ParentPage>;
}

/** docs/scale-out.md: two nodes, a supervisor beside each. */
const test = base.extend<Clustered>({
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from it.
  cluster: async ({}, use, info) => {
    const cluster = await EjabberdCluster.start(['finesse', SUPERVISOR, ...AGENTS]);
    await use(cluster);
    if (info.status !== info.expectedStatus) {
      const body = `a:\n${cluster.a.printed}\nb:\n${cluster.b.printed}`;
      await info.attach('cluster.log', { body, contentType: 'text/plain' });
    }
    await cluster.dispose();
  },
  sandbox: async ({ cluster }, use) => {
    const sandbox = await PublishingSandbox.start(cluster.a);
    await use(sandbox);
    await sandbox.end();
  },
  parentAt: async ({ openParent, parentOrigin }, use) => {
    const sites: LocalSite[] = [];
    await use(async ({ url }) => {
      const site = await LocalSite.tunnel(url, parentOrigin);
      sites.push(site);
      return openParent({ url: site.origin });
    });
    await Promise.all(sites.map(async (site) => site.close()));
  },
});

const PUBLISHER = /^9\|<presence><from>finesse@/;
const payloads = Array.from({ length: 120 }, (_, n) => `<Update>${String(n)}</Update>`);
/** What had no answer when a connection broke is sent again, so one may come twice. */
const once = (events: readonly string[]) => [...new Set(events)];

test.setTimeout(180_000);

test('a node that is killed under load, the publisher’s own, costs its clients their connection and nobody an event', async ({
  cluster,
  sandbox,
  parentAt,
  supervisor,
}) => {
  const node = `/finesse/api/Interop/${randomUUID()}`;
  await sandbox.publish(node, '<Update>first</Update>');
  await expect.poll(async () => (await sandbox.status()).waiting).toBe(0);
  const stays = await parentAt(cluster.b);
  const moves = await parentAt(cluster.a);
  await stays.signIn(supervisor);
  await moves.signIn({ ...supervisor, resource: 'moves' });
  await Promise.all([stays.subscribe(node), moves.subscribe(node)]);

  for (const [at, payload] of payloads.entries()) {
    await sandbox.publish(node, payload);
    if (at === 40) {
      cluster.a.kill();
    }
  }

  await moves.hears('4|disconnected');
  const moved = await parentAt(cluster.b);
  await moved.signIn({ ...supervisor, resource: 'moves' });
  await moved.subscribe(node);
  await expect.poll(async () => (await sandbox.status()).waiting, { timeout: 60_000 }).toBe(0);
  await expect
    .poll(() => once(stays.events(node)).length, { timeout: 30_000 })
    .toBe(payloads.length);
  expect(once(stays.events(node))).toEqual(payloads);
  await expect.poll(async () => cluster.isWhole(), { timeout: 60_000 }).toBe(true);
  await sandbox.publish(node, '<Update>after</Update>');
  await moved.hearsEvent(node, '<Update>after</Update>');
  // The server tells nobody that the publisher was away; that it is here now has to be told, and true.
  const fresh = await parentAt(cluster.b);
  await fresh.signIn({ ...supervisor, resource: 'fresh' });
  await fresh.finds(PUBLISHER);
});

test('a node whose host stood still under load is restarted, and the cluster is whole again', async ({
  cluster,
  sandbox,
  parentAt,
  supervisor,
}) => {
  const node = `/finesse/api/Interop/${randomUUID()}`;
  await sandbox.publish(node, '<Update>first</Update>');
  await expect.poll(async () => (await sandbox.status()).waiting).toBe(0);
  const stays = await parentAt(cluster.a);
  const moves = await parentAt(cluster.b);
  await stays.signIn(supervisor);
  await moves.signIn({ ...supervisor, resource: 'moves' });
  await Promise.all([stays.subscribe(node), moves.subscribe(node)]);

  // Longer than the others wait for it, and published into all the while.
  const standstillMs = (TICK_SECONDS + 6) * 1000;
  for (const [at, payload] of payloads.entries()) {
    await sandbox.publish(node, payload);
    if (at === 20) {
      cluster.b.freeze();
    }
    await wait(at > 20 ? standstillMs / (payloads.length - 20) : 0);
  }
  const moved = await parentAt(cluster.a);
  await moved.signIn({ ...supervisor, resource: 'moves' });
  await moved.subscribe(node);
  cluster.b.thaw();

  await expect.poll(() => cluster.b.printed, { timeout: 30_000 }).toContain('stood still');
  await expect.poll(async () => cluster.isWhole(), { timeout: 60_000 }).toBe(true);
  await expect
    .poll(() => once(stays.events(node)).length, { timeout: 30_000 })
    .toBe(payloads.length);
  expect(once(stays.events(node))).toEqual(payloads);
  const fresh = await parentAt(cluster.b);
  await fresh.signIn({ ...supervisor, resource: 'fresh' });
  await fresh.finds(PUBLISHER);
  await fresh.subscribe(node);
  await sandbox.publish(node, '<Update>after</Update>');
  await fresh.hearsEvent(node, '<Update>after</Update>');
  await moved.hearsEvent(node, '<Update>after</Update>');
  await stays.hearsEvent(node, '<Update>after</Update>');
});
