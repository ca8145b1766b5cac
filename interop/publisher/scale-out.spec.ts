import { randomUUID } from 'node:crypto';

import { DebianServer } from '../servers/debian-server';
import { EJABBERD } from '../servers/ejabberd';
import { PROSODY } from '../servers/prosody';
import { DOMAIN, PASSWORD, SUPERVISOR } from '../servers/xmpp-server';
import { LocalSite } from '../site/local-site';
import { expect, test } from './fixtures';

/** docs/scale-out.md: independent servers side by side, the publisher signed in to each. */
test('of two servers side by side one may be killed: those who stay miss nothing, those who move get the rest', async ({
  serverName,
  parentOrigin,
  startSandbox,
  openParent,
  supervisor,
}) => {
  // Two servers to start, and one of them twice.
  test.setTimeout(120_000);
  const second = await DebianServer.create(serverName === 'ejabberd' ? EJABBERD : PROSODY, false);
  const site = await LocalSite.tunnel(second.url, parentOrigin);
  try {
    await second.start();
    await second.createAccounts([SUPERVISOR]);
    const url = `xmpp://finesse:${PASSWORD}@127.0.0.1:${String(second.place.tcpPort)}/${DOMAIN}`;
    const sandbox = await startSandbox({ more: ['--notification-service', url] });
    const stays = await openParent(sandbox);
    const moves = await openParent({ url: site.origin });
    const node = `/finesse/api/Interop/${randomUUID()}`;
    await sandbox.publish(node, '<Update>first</Update>');
    await expect.poll(async () => (await sandbox.status()).waiting).toBe(0);
    for (const parent of [stays, moves]) {
      await parent.signIn(supervisor);
      await parent.subscribe(node);
    }

    const payloads = Array.from({ length: 120 }, (_, n) => `<Update>${String(n)}</Update>`);
    for (const [at, payload] of payloads.entries()) {
      await sandbox.publish(node, payload);
      if (at === 40) {
        await second.kill();
      }
    }

    await stays.hearsEvent(node, payloads.at(-1) ?? '');
    expect(stays.events(node)).toEqual(payloads);
    await moves.hears('4|disconnected');
    await second.start();
    await moves.signInAgain();
    await moves.finds(/^9\|<presence><from>finesse@/);
    await moves.subscribe(node);
    await sandbox.publish(node, '<Update>after</Update>');
    await moves.hearsEvent(node, '<Update>after</Update>');
    expect(stays.events(node).at(-1)).toBe('<Update>after</Update>');
  } finally {
    await site.close();
    await second.dispose();
  }
});
