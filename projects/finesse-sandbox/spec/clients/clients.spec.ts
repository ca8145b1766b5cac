import { createSandbox, type NodeAddress, type Sandbox } from '../../src/public-api';
import { loadOldStrophe } from './old-strophe';
import { StanzaClient } from './stanza-client';
import { StropheClient } from './strophe-client';
import { boshUrl, type MakeClient, webSocketUrl, type XmppClient } from './xmpp-client';
import { XmppJsClient } from './xmpp-js-client';

const FREE = { api: 0, notification: 0, tlsApi: 0, tlsNotification: 0, xmpp: 0 };
const NODE = '/finesse/api/Team/31/Users';
const SUPERVISOR = '1000001';
const PASSWORD = 'cisco';

interface Candidate {
  readonly name: string;
  readonly make: MakeClient;
  /** stanza's BOSH throws on any farewell with content, which XEP-0206 wants for a conflict. */
  readonly readsFarewell?: false;
}

const oldStrophe = loadOldStrophe();
const CLIENTS: readonly Candidate[] = [
  {
    name: 'strophe.js 1.2.16 over WebSocket',
    make: (node) => new StropheClient(node, webSocketUrl(node), oldStrophe),
  },
  {
    name: 'strophe.js 1.2.16 over BOSH',
    make: (node) => new StropheClient(node, boshUrl(node), oldStrophe),
  },
  {
    name: 'strophe.js over WebSocket',
    make: (node) => new StropheClient(node, webSocketUrl(node)),
  },
  { name: 'strophe.js over BOSH', make: (node) => new StropheClient(node, boshUrl(node)) },
  {
    name: '@xmpp/client over WebSocket',
    make: (node) => new XmppJsClient(node, webSocketUrl(node)),
  },
  { name: '@xmpp/client over TCP', make: (node) => new XmppJsClient(node, node.xmpp ?? '') },
  { name: 'stanza over WebSocket', make: (node) => new StanzaClient(node, 'websocket') },
  {
    name: 'stanza over BOSH',
    make: (node) => new StanzaClient(node, 'bosh'),
    readsFarewell: false,
  },
];

for (const { name, make, readsFarewell } of CLIENTS) {
  describe(name, () => {
    let sandbox: Sandbox;
    let node: NodeAddress;
    let client: XmppClient;
    beforeEach(async () => {
      sandbox = createSandbox({ portsA: FREE, simulation: false, control: true });
      const [first] = await sandbox.start();
      if (first === undefined) {
        throw new Error('no node');
      }
      node = first;
      client = make(node);
    });
    afterEach(async () => {
      await client.disconnect();
      await sandbox.stop();
    });

    const publish = async (payload: string) =>
      fetch(`${node.api}/sandbox/publish`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ node: NODE, payload }),
      });

    it('signs in, and sees its own presence before the publisher', async () => {
      const outcome = await client.signIn(SUPERVISOR, PASSWORD, 'desk');
      await until(() => client.presences.length >= 2);

      expect(outcome).toBe('connected');
      expect(client.presences[0]).toBe(`${SUPERVISOR}@${node.xmppDomain}/desk`);
      expect(client.presences[1]).toMatch(`finesse@${node.xmppDomain}/`);
    });

    it('is refused with a wrong password', async () => {
      expect(await client.signIn(SUPERVISOR, 'banana', 'desk')).toBe('refused');
    });

    it('subscribes, receives the text unchanged and once, lists, unsubscribes', async () => {
      await client.signIn(SUPERVISOR, PASSWORD, 'desk');
      const payload = '<Update><data>&amp;"\'\u00e9</data></Update>';

      expect(await client.subscribe(NODE)).toBeUndefined();
      await publish(payload);
      await until(() => client.events.length > 0);
      await client.ping();

      expect(client.events).toEqual([payload]);
      expect(await client.subscriptions()).toContain(NODE);
      expect(await client.unsubscribe(NODE)).toBeUndefined();
      expect(await client.subscriptions()).not.toContain(NODE);
    });

    it('is told of a node that does not exist, and of one that is not for it', async () => {
      await client.signIn('1001001', PASSWORD, 'desk');

      expect(await client.subscribe('/no/such/node')).toBe('item-not-found');
      expect(await client.subscribe(NODE)).toBe('forbidden');
    });

    if (readsFarewell !== false) {
      it('is told of the conflict when its full JID signs in again, and the newer one stays', async () => {
        await client.signIn(SUPERVISOR, PASSWORD, 'desk');
        const newer = make(node);

        await newer.signIn(SUPERVISOR, PASSWORD, 'desk');
        await until(() => client.streamErrors.length > 0);
        await newer.ping();

        expect(client.streamErrors[0]).toMatch(/conflict|remote-stream-error/);
        await newer.disconnect();
      });
    }

    it('signs in again after its session was cut, and receives what follows', async () => {
      await client.signIn(SUPERVISOR, PASSWORD, 'desk');
      await client.subscribe(NODE);

      await fetch(`${node.api}/sandbox/sessions/desk`, { method: 'DELETE' });
      // The old one stops trying; what it waits for may never come.
      void client.disconnect();
      client = make(node);
      const outcome = await client.signIn(SUPERVISOR, PASSWORD, 'desk');
      const refusal = await client.subscribe(NODE);
      await publish('<Update/>');
      await until(() => client.events.length > 0);

      expect([outcome, refusal]).toEqual(['connected', undefined]);
      expect(client.events).toEqual(['<Update/>']);
    }, 20_000);

    it('leaves nothing behind when it signs out', async () => {
      await client.signIn(SUPERVISOR, PASSWORD, 'desk');

      await client.disconnect();
      await until(async () => {
        const sessions: unknown = await (await fetch(`${node.api}/sandbox/sessions`)).json();
        return Array.isArray(sessions) && sessions.length === 0;
      });

      expect(sandbox.contactCenter.isPresent(SUPERVISOR)).toBeFalse();
    });
  });
}

/** Waits for a condition; the spec's own time limit ends a wait in vain. */
async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
