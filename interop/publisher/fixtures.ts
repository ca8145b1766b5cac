import { randomUUID } from 'node:crypto';

import { expect, test as base } from '@playwright/test';

import { DebianServer } from '../servers/debian-server';
import { EJABBERD } from '../servers/ejabberd';
import { PROSODY } from '../servers/prosody';
import { type PublishingOptions, PublishingSandbox } from '../servers/publishing-sandbox';
import { AGENTS, PASSWORD, SUPERVISOR } from '../servers/xmpp-server';
import { LocalSite } from '../site/local-site';
import { type Introduction, ParentPage } from '../site/parent-page';

/** What a project of the configuration decides. */
export interface PublisherOptions {
  readonly serverName: 'prosody' | 'ejabberd';
}

interface WorkerFixtures extends PublisherOptions {
  /** Runs when a test begins, with nobody signed in as `finesse`; a test that ends it starts it again. */
  readonly server: DebianServer;
  readonly parentOrigin: string;
}

interface Fixtures {
  /** A sandbox that publishes into the server. */
  readonly startSandbox: (options?: PublishingOptions) => Promise<PublishingSandbox>;
  /** A tab with the page that a sandbox serves, by way of which the server is reached. */
  readonly openParent: (tunnel: { readonly url: string }) => Promise<ParentPage>;
  readonly supervisor: Introduction;
}

const RECIPES = { prosody: PROSODY, ejabberd: EJABBERD };

/** The tests of the sandbox's publisher: one server a worker, one sandbox a test. */
export const test = base.extend<Fixtures, WorkerFixtures>({
  serverName: ['prosody', { option: true, scope: 'worker' }],
  server: [
    async ({ serverName }, use) => {
      const server = await DebianServer.create(RECIPES[serverName], false);
      try {
        await server.start();
        await server.createAccounts([SUPERVISOR]);
        await use(server);
      } finally {
        await server.dispose();
      }
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  parentOrigin: [
    // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from it.
    async ({}, use) => {
      const site = await LocalSite.parent();
      await use(site.origin);
      await site.close();
    },
    { scope: 'worker' },
  ],
  startSandbox: async ({ server }, use, info) => {
    const started: PublishingSandbox[] = [];
    await use(async (options) => {
      const sandbox = await PublishingSandbox.start(server, options);
      started.push(sandbox);
      return sandbox;
    });
    for (const sandbox of started) {
      await sandbox.end();
      expect(sandbox.printed).not.toContain(`:${PASSWORD}@`);
      if (info.status !== info.expectedStatus) {
        await info.attach('sandbox.log', { body: sandbox.printed, contentType: 'text/plain' });
      }
    }
  },
  openParent: async ({ context, parentOrigin }, use) => {
    await use(async ({ url }) =>
      ParentPage.open(await context.newPage(), { parent: parentOrigin, tunnel: url }),
    );
  },
  // eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from it.
  supervisor: async ({}, use) => {
    const resource = `desk-${randomUUID().slice(0, 8)}`;
    await use({ transport: 'websocket', resource, agent: SUPERVISOR });
  },
});

export { AGENTS, expect };
