import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

import { MAIN } from '../servers/publishing-sandbox';
import { DOMAIN, PASSWORD } from '../servers/xmpp-server';
import { expect, test } from './fixtures';

test('every agent gets an account, by the API of the server or from the printed list', async ({
  server,
  serverName,
  startSandbox,
  openParent,
  supervisor,
}) => {
  const more: string[] = [];
  if (serverName === 'ejabberd') {
    more.push('--notification-accounts', `http://127.0.0.1:${String(server.place.adminPort)}/api`);
  } else {
    const options = ['--print-accounts', '--xmpp-domain', DOMAIN];
    const { stdout } = await promisify(execFile)(process.execPath, [MAIN, ...options]);
    const lines = stdout.trim().split('\n');
    expect(lines).toContain(`1001003 ${DOMAIN} ${PASSWORD}`);
    await server.createAccounts(lines.map((line) => line.split(' ')[0] ?? ''));
  }
  const parent = await openParent(await startSandbox({ more }));

  await parent.signIn({ ...supervisor, agent: '1001003' });

  await parent.subscribe('/finesse/api/User/1001003');
});

test('a wrong password ends the command with one line that does not repeat it', async ({
  startSandbox,
}) => {
  const refused = startSandbox({ password: 'not-the-one' });

  await expect(refused).rejects.toThrow(/the server refuses finesse@.*check user and password/);
  await expect(refused).rejects.not.toThrow(/not-the-one/);
});
