import { RawBosh } from '../src/testing/raw-bosh';
import { pubsubRequest, RawWebSocket, saslAuth } from '../src/testing/raw-web-socket';
import { RunningSandbox } from './running-sandbox';

const PASSWORD = 'cisco';
const SUPERVISOR = '1000001';
const JID = '1000001@finesse-a.example.test/desk';
const NODE = '/finesse/api/SystemInfo';

describe('faults', () => {
  let sandbox: RunningSandbox;
  beforeEach(async () => (sandbox = await RunningSandbox.start({ twoNodes: true })));
  afterEach(async () => sandbox.stop());

  const signIn = async () => {
    const client = await RawWebSocket.signIn(sandbox.webSocketUrl, JID);
    client.send('<presence xmlns="jabber:client"/>');
    await client.settled();
    return client;
  };
  const eventsOf = (client: RawWebSocket) =>
    client.frames.filter((frame) => frame.startsWith('<message'));

  it('cut breaks every connection at once, and lets clients back in', async () => {
    const client = await signIn();

    await sandbox.fault('cut');

    expect(await client.untilClosed()).toBe(1006);
    const again = await signIn();
    again.close();
  });

  it('cut leaves a BOSH session alive, as broken connections do', async () => {
    const client = await RawBosh.signIn(sandbox.boshUrl, JID);
    const held = client.send().catch(() => 'broken');
    await client.reached();

    await sandbox.fault('cut');
    const repeated = client.sendAs(client.rid);
    void client.send(
      '<iq xmlns="jabber:client" type="get" id="p"><ping xmlns="urn:xmpp:ping"/></iq>',
    );

    expect(await held).toBe('broken');
    expect(await repeated).toContain('type="result"');
    client.close();
  });

  it('cut with a time keeps clients out until it is over', async () => {
    const id = await sandbox.fault('cut', { seconds: 60 });

    await expectAsync(RawWebSocket.connect(sandbox.webSocketUrl)).toBeRejected();
    await sandbox.control('DELETE', `faults/${id}`);
    const client = await signIn();
    client.close();
  });

  it('refuse resets new connections on its node and spares those there are, the other node, and control', async () => {
    const client = await signIn();

    await sandbox.fault('refuse', { node: 'A' });

    await expectAsync(RawWebSocket.connect(sandbox.webSocketUrl)).toBeRejected();
    await expectAsync(fetch(`${sandbox.node.api}/healthz`)).toBeRejected();
    expect((await fetch(`${sandbox.nodeB?.api ?? ''}/healthz`)).status).toBe(200);
    await client.settled();
    client.close();
  });

  it('stall takes everything and answers nothing until it is over', async () => {
    const client = await signIn();
    const id = await sandbox.fault('stall');
    let isAnswered = false;

    const health = fetch(`${sandbox.node.api}/healthz`).then((response) => {
      isAnswered = true;
      return response.status;
    });
    client.send(
      '<iq xmlns="jabber:client" type="get" id="stalled"><ping xmlns="urn:xmpp:ping"/></iq>',
    );
    await sandbox.control('GET', 'faults');
    await fetch(`${sandbox.nodeB?.api ?? ''}/sandbox/truth`);

    expect(isAnswered).toBeFalse();
    expect(client.frames.some((frame) => frame.includes('stalled'))).toBeFalse();
    await sandbox.control('DELETE', `faults/${id}`);
    expect(await health).toBe(200);
    await client.until((frame) => frame.includes('id="stalled"'));
    client.close();
  });

  it('delay holds answers and events back, in order', async () => {
    const client = await signIn();
    await sandbox.fault('delay', { ms: 80 });
    const start = performance.now();

    await sandbox.publish(NODE, '<Update>1</Update>');
    await sandbox.publish(NODE, '<Update>2</Update>');
    await client.settled();

    expect(performance.now() - start).toBeGreaterThan(75);
    expect(eventsOf(client).map((event) => /Update&gt;(\d)/.exec(event)?.[1])).toEqual(['1', '2']);
    client.close();
  });

  it('lose drops its share of notifications, the same ones for the same seed', async () => {
    const client = await signIn();
    await sandbox.fault('lose', { share: 0.5 });

    for (let count = 0; count < 20; count += 1) {
      await sandbox.publish(NODE, `<Update>${count}</Update>`);
    }
    await client.settled();

    expect(eventsOf(client).length).toBeGreaterThan(3);
    expect(eventsOf(client).length).toBeLessThan(17);
    client.close();
  });

  it('duplicate sends notifications twice', async () => {
    const client = await signIn();
    await sandbox.fault('duplicate');

    await sandbox.publish(NODE, '<Update/>');
    await client.settled();

    expect(eventsOf(client).length).toBe(2);
    client.close();
  });

  it('reorder lets a later notification overtake an earlier one', async () => {
    const client = await signIn();
    await sandbox.fault('reorder');

    await sandbox.publish(NODE, '<Update>1</Update>');
    await sandbox.publish(NODE, '<Update>2</Update>');
    await client.settled();

    expect(eventsOf(client).map((event) => /Update&gt;(\d)/.exec(event)?.[1])).toEqual(['2', '1']);
    client.close();
  });

  it('malformed breaks the document, or the stanza', async () => {
    const client = await signIn();

    const id = await sandbox.fault('malformed');
    await sandbox.publish(NODE, '<Update><data/></Update>');
    await sandbox.control('DELETE', `faults/${id}`);
    await sandbox.fault('malformed', { target: 'stanza' });
    await sandbox.publish(NODE, '<Update><data/></Update>');
    await client.settled();

    const [document, stanza] = eventsOf(client);
    expect(document).toMatch(/&lt;Update&gt;&lt;dat<\/notification>.*<\/message>$/);
    expect(stanza).toMatch(/<\/notification>$/);
    client.close();
  });

  it('conflict ends the sessions of the agent that is named', async () => {
    const client = await signIn();
    const other = await RawWebSocket.signIn(
      sandbox.webSocketUrl,
      '1001001@finesse-a.example.test/desk',
    );

    await sandbox.fault('conflict', { agent: SUPERVISOR });

    expect(await client.untilClosed()).toBe(1000);
    expect(client.frames.at(-2)).toContain('<conflict');
    await other.settled();
    other.close();
  });

  it('unauthorized refuses the right password', async () => {
    await sandbox.fault('unauthorized');
    const client = await RawWebSocket.connect(sandbox.webSocketUrl);
    client.open();

    client.send(saslAuth(SUPERVISOR, PASSWORD));

    expect(await client.until((frame) => frame.startsWith('<failure'))).toContain(
      '<not-authorized/>',
    );
    client.close();
  });

  it('service-away tells of the publisher going and coming', async () => {
    const client = await signIn();

    const id = await sandbox.fault('service-away');
    await sandbox.control('DELETE', `faults/${id}`);
    await client.settled();

    const types = client.frames
      .filter((frame) => frame.includes('from="finesse@'))
      .map((frame) => frame.includes('type="unavailable"'));
    expect(types).toEqual([false, true, false]);
    client.close();
  });

  it('out-of-service answers 503 and publishes it, on its node only', async () => {
    const client = await signIn();
    const user = '/finesse/api/User/1000001';
    const authorization = `Basic ${Buffer.from(`${SUPERVISOR}:${PASSWORD}`).toString('base64')}`;

    await sandbox.fault('out-of-service', { node: 'A' });
    await client.settled();
    const onA = await fetch(`${sandbox.node.api}${user}`, { headers: { authorization } });
    const onB = await fetch(`${sandbox.nodeB?.api ?? ''}${user}`, { headers: { authorization } });

    expect([onA.status, onB.status]).toEqual([503, 200]);
    expect(eventsOf(client).at(-1)).toContain('OUT_OF_SERVICE');
    client.close();
  });

  it('ends by itself after its seconds', async () => {
    const id = await sandbox.fault('stall', { seconds: 0.05 });

    expect((await fetch(`${sandbox.node.api}/healthz`)).status).toBe(200);
    expect((await sandbox.control('DELETE', `faults/${id}`)).status).toBe(404);
  });
});

describe('two nodes', () => {
  it('share the contact centre and have domains of their own', async () => {
    const sandbox = await RunningSandbox.start({ twoNodes: true });
    const urlB = `${sandbox.nodeB?.api.replace('http', 'ws') ?? ''}/ws`;
    const domainB = 'finesse-b.example.test';
    const node = '/finesse/api/Team/31/Users';
    const client = await RawWebSocket.signIn(urlB, `${SUPERVISOR}@${domainB}/desk`);
    client.send('<presence xmlns="jabber:client"/>');
    client.send(
      pubsubRequest('subscribe', node, `${SUPERVISOR}@${domainB}/desk`).replace(
        'pubsub.finesse-a',
        'pubsub.finesse-b',
      ),
    );
    await client.settled();

    await sandbox.control('POST', 'agents/1001001/state', { state: 'READY' });
    const event = await client.until((frame) => frame.includes(`items node="${node}"`));
    await sandbox.stop();
    await client.untilClosed();

    expect(event).toContain(`from="pubsub.${domainB}"`);
    expect(client.frames.at(-2)).toContain('<system-shutdown');
  });
});
