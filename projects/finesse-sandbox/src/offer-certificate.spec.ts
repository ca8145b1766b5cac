import { get } from 'node:https';
import { access, readFile } from 'node:fs/promises';

import { createSandbox } from './sandbox';
import { silentLog } from './log';

const FREE = { api: 0, notification: 0, tlsApi: 0, tlsNotification: 0 };

describe('A certificate made at the start', () => {
  it('is offered in a file with which a program trusts every TLS listener, until the sandbox stops', async () => {
    const log = silentLog();
    const told: string[] = [];
    spyOn(log, 'info').and.callFake((line: unknown) => told.push(String(line)));
    const sandbox = createSandbox({ portsA: FREE, tls: true, simulation: false }, log);
    const [node] = await sandbox.start();
    const file = /--cacert (\S+)/.exec(told.join('\n'))?.[1] ?? '';
    const ca = await readFile(file, 'utf8');

    const statuses = [];
    for (const origin of [node?.tlsApi, node?.tlsNotification]) {
      statuses.push(await statusOf(`${origin ?? ''}/healthz`, ca));
    }
    await sandbox.stop();

    expect(statuses).toEqual([200, 200]);
    expect(told.join('\n')).toContain(`${node?.tlsApi ?? ''}/healthz`);
    expect(told.join('\n')).toMatch(/SHA-256 ([0-9A-F]{2}:){31}/);
    await expectAsync(access(file)).toBeRejected();
  });
});

/** The status of a GET that trusts this certificate alone. */
async function statusOf(url: string, ca: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get(url, { ca }, (response) => {
      response.resume();
      resolve(response.statusCode);
    }).once('error', reject);
  });
}
