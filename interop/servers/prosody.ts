import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import type { ServerPlace, ServerRecipe } from './debian-server';
import { writeTemplate } from './write-template';
import { DOMAIN, PASSWORD, PUBSUB_DOMAIN } from './xmpp-server';

const CONFIG = new URL('../prosody/prosody.cfg.lua', import.meta.url);
const PLUGIN = new URL('../prosody/mod_publisher_presence.lua', import.meta.url);

const configPath = ({ folder }: ServerPlace): string => join(folder, 'prosody.cfg.lua');

/** Prosody, as Debian packages it. */
export const PROSODY: ServerRecipe = {
  name: 'prosody',
  mechanisms: ['SCRAM-SHA-256', 'SCRAM-SHA-1'],

  async configure(place, refusedMechanisms) {
    const { folder, httpPort, tcpPort } = place;
    for (const name of ['data', 'certs', 'plugins']) {
      await mkdir(join(folder, name), { recursive: true });
    }
    await copyFile(PLUGIN, join(folder, 'plugins', 'mod_publisher_presence.lua'));
    await writeTemplate(CONFIG, configPath(place), {
      domain: DOMAIN,
      pubsubDomain: PUBSUB_DOMAIN,
      httpPort,
      tcpPort,
      refusedMechanisms: refusedMechanisms.map((name) => `"${name}"`).join(', '),
    });
    return { program: 'prosody', args: ['-F', '--config', configPath(place)], folder };
  },

  /** Its storage is one file an account, read at each sign-in; `prosodyctl` would change to the package's own user. */
  async createAccounts({ folder }, users) {
    const accounts = join(folder, 'data', DOMAIN.replace(/\W/g, percentEncode), 'accounts');
    await mkdir(accounts, { recursive: true });
    for (const user of users) {
      await writeFile(join(accounts, `${user}.dat`), `return { password = "${PASSWORD}" };\n`);
    }
  },
};

function percentEncode(character: string): string {
  return `%${character.charCodeAt(0).toString(16)}`;
}
