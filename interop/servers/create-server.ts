import { DebianServer } from './debian-server';
import { EJABBERD } from './ejabberd';
import { PROSODY } from './prosody';
import { SandboxServer } from './sandbox';
import type { XmppServer } from './xmpp-server';

/** The servers that the suite knows. */
export type ServerName = 'sandbox' | 'prosody' | 'ejabberd';

/** Prepares a server of its own; it is not started yet. */
export async function createServer(name: ServerName): Promise<XmppServer> {
  switch (name) {
    case 'sandbox':
      return SandboxServer.create();
    case 'prosody':
      return DebianServer.create(PROSODY);
    case 'ejabberd':
      return DebianServer.create(EJABBERD);
  }
}
