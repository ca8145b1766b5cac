import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import type { ServerRecipe } from './debian-server';
import { writeTemplate } from './write-template';
import { DOMAIN, PASSWORD, PUBSUB_DOMAIN } from './xmpp-server';

const CONFIG = new URL('../ejabberd/ejabberd.yml', import.meta.url);

/** ejabberd, as Debian packages it, but started by hand: the package's own script insists on its own user and paths. */
export const EJABBERD: ServerRecipe = {
  name: 'ejabberd',
  mechanisms: ['SCRAM-SHA-256', 'SCRAM-SHA-1', 'SCRAM-SHA-512'],

  async configure({ folder, httpPort, adminPort, tcpPort, otherPort }, refusedMechanisms) {
    const config = join(folder, 'ejabberd.yml');
    await mkdir(join(folder, 'data'), { recursive: true });
    await writeTemplate(CONFIG, config, {
      domain: DOMAIN,
      pubsubDomain: PUBSUB_DOMAIN,
      httpPort,
      adminPort,
      tcpPort,
      tickSeconds: 60,
      refusedMechanisms: refusedMechanisms.map((name) => `"${name}"`).join(', '),
    });
    const env = {
      EJABBERD_CONFIG_PATH: config,
      EJABBERD_LOG_PATH: join(folder, 'ejabberd.log'),
      ERL_CRASH_DUMP_BYTES: '0',
      ERL_LIBS: await packageFolder(),
      HOME: folder,
    };
    return { program: 'erl', args: erlangArgs(join(folder, 'data'), otherPort), folder, env };
  },

  async createAccounts({ adminPort }, users) {
    const call = async (name: string, args: Readonly<Record<string, string>>): Promise<void> => {
      const url = `http://127.0.0.1:${String(adminPort)}/api/${name}`;
      const body = JSON.stringify({ host: DOMAIN, ...args });
      const response = await fetch(url, { method: 'POST', body });
      if (!response.ok) {
        throw new Error(`${name} answered ${String(response.status)}: ${await response.text()}`);
      }
    };
    for (const user of users) {
      await call('register', { user, password: PASSWORD });
    }
    // Everyone sees the publisher, and the other way round: without that the server answers no presence probe.
    const both = { publisher: 'everyone', everyone: 'publisher' };
    for (const [group, display] of Object.entries(both)) {
      await call('srg_create', { group, display, label: group, description: '' });
    }
    await call('srg_user_add', { user: 'finesse', group: 'publisher', grouphost: DOMAIN });
    await call('srg_user_add', { user: '@all@', group: 'everyone', grouphost: DOMAIN });
  },
};

/** No epmd, no shell, nothing that listens beyond this machine. */
function erlangArgs(data: string, distributionPort: number): readonly string[] {
  const distribution =
    `-sname interop@localhost -setcookie interop -start_epmd false -erl_epmd_port ${String(distributionPort)}` +
    ' -kernel inet_dist_use_interface {127,0,0,1}';
  return [
    ...distribution.split(' '),
    ...['-noinput', '+K', 'true', '-mnesia', 'dir', JSON.stringify(data), '-s', 'ejabberd'],
  ];
}

/** The folder that holds the package's Erlang libraries; its name contains the architecture. */
export async function packageFolder(): Promise<string> {
  const { stdout } = await promisify(execFile)('dpkg', ['-L', 'ejabberd']);
  const library = /^.*\/ejabberd-\d[^/]*$/m.exec(stdout)?.[0];
  if (library === undefined) {
    throw new Error('The package ejabberd holds no Erlang library.');
  }
  return dirname(library);
}
