import { type ChildProcess, spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';

import { expect, test } from '../samples/sample-fixtures';
import { freePorts } from '../servers/free-ports';

const CLIENT = fileURLToPath(new URL('slixmpp-client.py', import.meta.url));
const TEAM = '/finesse/api/Team/31/Users';
const MISSING = '/finesse/api/Queue/4711';

/** slixmpp in a process of its own, and what it told. */
class Slixmpp {
  private output = '';

  private constructor(private readonly child: ChildProcess) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => (this.output += text));
    }
  }

  /** @param mode - How the stream is encrypted: not, after STARTTLS, or from the first byte. */
  static start(mode: string, port: number, password = 'cisco'): Slixmpp {
    const account = ['localhost', '1000001', password];
    const args = [CLIENT, mode, String(port), ...account, TEAM, MISSING];
    // Debian's own interpreter: another one knows nothing of Debian's packages.
    return new Slixmpp(spawn('/usr/bin/python3', args));
  }

  /** Waits until it has told this, so many times in all. */
  async tells(what: object, times = 1): Promise<void> {
    const line = JSON.stringify(what);
    const count = () => this.lines().filter((one) => one === line).length;
    await expect.poll(count, { message: `${line} in:\n${this.output}` }).toBe(times);
  }

  /** The senders of presence, in order. */
  presences(): readonly string[] {
    return [...this.output.matchAll(/"presence": "([^"]+)"/g)].map(([, from = '']) => from);
  }

  end(): void {
    this.child.kill('SIGKILL');
  }

  private lines(): readonly string[] {
    return this.output
      .split('\n')
      .filter((line) => line.startsWith('{'))
      .map((line) => JSON.stringify(JSON.parse(line)));
  }
}

for (const { mode, isTls } of [
  { mode: 'plain', isTls: false },
  { mode: 'starttls', isTls: false },
  { mode: 'tls', isTls: true },
]) {
  test(`slixmpp (${mode}) signs in, pings, subscribes, hears, and comes back after a cut`, async ({
    startSandbox,
  }) => {
    const [api = 0, notification = 0, tlsXmpp = 0] = await freePorts(3);
    const ports = `--tls-api-port ${String(api)} --tls-notification-port ${String(notification)}`;
    const tls = `--tls ${ports} --tls-xmpp-port ${String(tlsXmpp)}`;
    const sandbox = await startSandbox(...tls.split(' '));
    const client = Slixmpp.start(mode, isTls ? tlsXmpp : sandbox.xmppPort);
    try {
      await client.tells({ pinged: true });
      await client.tells({ subscribed: TEAM });
      await client.tells({ node: MISSING, error: 'item-not-found' });
      expect(client.presences().at(-1)).toContain('finesse@localhost/');
      await sandbox.publish(TEAM, '<Update>&amp;"é</Update>');
      await client.tells({ event: '<Update>&amp;"é</Update>' });

      await sandbox.cut('slixmpp');

      await client.tells({ disconnected: true });
      await client.tells({ subscribed: TEAM }, 2);
      await sandbox.publish(TEAM, '<Update>after</Update>');
      await client.tells({ event: '<Update>after</Update>' });
    } finally {
      client.end();
    }
  });
}

test('slixmpp is refused with a wrong password', async ({ startSandbox }) => {
  const sandbox = await startSandbox();
  const client = Slixmpp.start('plain', sandbox.xmppPort, 'banana');
  try {
    await client.tells({ refused: true });
  } finally {
    client.end();
  }
});
