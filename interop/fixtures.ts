import { randomUUID } from 'node:crypto';

import { expect, test as base } from '@playwright/test';

import { createServer, type ServerName } from './servers/create-server';
import type { XmppServer } from './servers/xmpp-server';
import { LocalSite } from './site/local-site';
import { type Introduction, type Origins, ParentPage, type Transport } from './site/parent-page';

/** What a project of the configuration decides. */
export interface InteropOptions {
  readonly serverName: ServerName;
  readonly transport: Transport;
}

interface WorkerFixtures extends InteropOptions {
  /** Runs when a test begins; a test that ends it starts it again. */
  readonly server: XmppServer;
  readonly origins: Origins;
}

interface Fixtures {
  /** Opens one more tab. */
  readonly openParent: () => Promise<ParentPage>;
  readonly parent: ParentPage;
  /** An introduction with a resource that no other test uses. */
  readonly introduction: Introduction;
  /** A node of its own for each test, and another one. */
  readonly node: string;
  readonly otherNode: string;
}

/** The tests of the contract: one server a worker, one node and one resource a test. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  serverName: ['sandbox', { option: true, scope: 'worker' }],
  transport: ['websocket', { option: true, scope: 'worker' }],
  server: [
    async ({ serverName }, use) => {
      const server = await createServer(serverName);
      try {
        await server.start();
        await use(server);
      } finally {
        await server.dispose();
      }
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  origins: [
    async ({ server }, use) => {
      const parent = await LocalSite.parent();
      const tunnel = await LocalSite.tunnel(server.url, parent.origin);
      await use({ parent: parent.origin, tunnel: tunnel.origin });
      await tunnel.close();
      await parent.close();
    },
    { scope: 'worker' },
  ],
  openParent: async ({ context, origins }, use, info) => {
    const opened: ParentPage[] = [];
    await use(async () => {
      const parent = await ParentPage.open(await context.newPage(), origins);
      opened.push(parent);
      return parent;
    });
    expect(opened.flatMap(({ errors }) => errors)).toEqual([]);
    if (info.status !== info.expectedStatus) {
      const body = JSON.stringify(opened, ['heard', 'log', 'sent'], 1);
      await info.attach('tunnel.json', { body, contentType: 'application/json' });
    }
  },
  parent: async ({ openParent }, use) => {
    await use(await openParent());
  },
  introduction: async ({ transport }, use) => {
    await use({ transport, resource: `desk-${randomUUID().slice(0, 8)}` });
  },
  node: async ({ server }, use) => {
    await use(await newNode(server));
  },
  otherNode: async ({ server }, use) => {
    await use(await newNode(server));
  },
});

async function newNode(server: XmppServer): Promise<string> {
  const node = `/finesse/api/Interop/${randomUUID()}`;
  await server.createNode(node);
  return node;
}

export { expect };
