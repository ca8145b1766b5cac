import { pubsubRequest, saslAuth } from '../testing/raw-web-socket';
import { RawBosh } from '../testing/raw-bosh';
import { DOMAIN, TestNode } from '../testing/test-node';

const JID = `1001001@${DOMAIN}/desk`;
const PING = '<iq xmlns="jabber:client" type="get" id="p"><ping xmlns="urn:xmpp:ping"/></iq>';
const PRESENCE = '<presence xmlns="jabber:client"/>';
const PUBLIC_NODE = '/finesse/api/SystemInfo';

describe('the BOSH way in', () => {
  let node: TestNode;
  let clients: RawBosh[];
  beforeEach(async () => {
    node = await TestNode.start();
    clients = [];
  });
  afterEach(async () => {
    clients.forEach((client) => client.close());
    await node.stop();
  });

  const track = (client: RawBosh): RawBosh => {
    clients.push(client);
    return client;
  };
  const newClient = () => track(new RawBosh(node.boshUrl));
  const signIn = async (user = '1001001', resource = 'desk') =>
    track(await RawBosh.signIn(node.boshUrl, `${user}@${DOMAIN}/${resource}`));

  it('creates a session on its own terms and offers PLAIN', async () => {
    const client = newClient();

    const body = await client.create('wait="9000" hold="7" ack="1"');

    expect(body).toContain(' wait="60" hold="1" requests="2" inactivity="60" polling="2"');
    expect(body).toContain(` from="${DOMAIN}"`);
    expect(body).toContain(' ack="1000"');
    expect(body).toContain('<mechanism>PLAIN</mechanism></mechanisms>');
  });

  it('signs in, restarts the stream and binds', async () => {
    const client = newClient();
    await client.create();

    const success = await client.send(saslAuth('1001001', 'cisco'));
    const features = await client.send('', `to="${DOMAIN}" xmpp:restart="true"`);

    expect(success).toContain('<success');
    expect(features).toContain('<bind xmlns="urn:ietf:params:xml:ns:xmpp-bind"/>');
  });

  it('holds a request until an event comes, and answers with the event', async () => {
    const client = await signIn();
    await client.send(PRESENCE);
    const held = client.send();
    await client.reached();

    node.service.pubsub.publish(PUBLIC_NODE, '<Update/>');

    expect(await held).toContain('&lt;Update/&gt;');
  });

  it('puts all that waits into one answer', async () => {
    const client = await signIn();
    await client.send(PRESENCE);

    for (let count = 0; count < 20; count += 1) {
      node.service.pubsub.publish(PUBLIC_NODE, '<Update/>');
    }

    expect((await client.send()).split('<message').length - 1).toBe(20);
  });

  it('lets an older request go as soon as a newer one comes', async () => {
    const client = await signIn();
    const older = client.send();

    const newer = client.send();

    expect(await older).toMatch(/^<body [^>]*\/>$/);
    node.service.shutDown();
    expect(await newer).toContain('<system-shutdown');
  });

  it('gives a repeated rid the same answer again, without doing the work again', async () => {
    const client = await signIn();
    const first = await client.send(pubsubRequest('subscribe', PUBLIC_NODE, JID));

    const again = await client.sendAs(client.rid, pubsubRequest('unsubscribe', PUBLIC_NODE, JID));

    expect(again).toBe(first);
    expect(node.service.pubsub.nodesOf(JID)).toEqual([PUBLIC_NODE]);
  });

  it('gives the answer to whoever repeats a rid whose connection broke', async () => {
    const client = await signIn();
    await client.send(PRESENCE);
    const broken = new AbortController();
    const body = client.body(client.rid + 1);
    const first = client.post(body, broken.signal).catch(() => 'broken');
    await client.reached();
    broken.abort();
    await first;

    const again = client.post(body);
    await client.reached();
    node.service.pubsub.publish(PUBLIC_NODE, '<Update/>');

    expect(await again).toContain('&lt;Update/&gt;');
  });

  it('takes requests in the order of their rid, whatever order they come in', async () => {
    const client = await signIn();

    void client.sendAs(client.rid + 2, pubsubRequest('unsubscribe', PUBLIC_NODE, JID));
    const first = client.sendAs(client.rid + 1, pubsubRequest('subscribe', PUBLIC_NODE, JID));

    const both = await first;
    expect(both.indexOf('subscription="subscribed"')).toBeLessThan(
      both.indexOf('subscription="none"'),
    );
    expect(both).not.toContain('error');
  });

  for (const { given, step } of [
    { given: 'ahead of the window', step: 4 },
    { given: 'far behind', step: -3 },
  ]) {
    it(`ends a session whose rid is ${given}, and no other`, async () => {
      const bystander = await signIn('1001002');
      const client = await signIn();

      const body = await client.sendAs(client.rid + step, PING);

      expect(body).toContain('type="terminate" condition="item-not-found"');
      expect(node.service.sessions.map(({ userId }) => userId)).toEqual(['1001002']);
      expect(await bystander.send(PING)).toContain('type="result"');
    });
  }

  it('tells an old session of the conflict when its full JID signs in again', async () => {
    const older = await signIn();
    const held = older.send();

    await signIn();

    const body = await held;
    expect(body).toContain('type="terminate" condition="remote-stream-error"');
    expect(body).toContain('<conflict xmlns="urn:ietf:params:xml:ns:xmpp-streams"/>');
    expect(await older.send()).toContain('condition="item-not-found"');
  });

  it('keeps the goodbye for the next request when none is open', async () => {
    const older = await signIn();

    await signIn();

    expect(await older.send()).toContain('<conflict');
  });

  it('ends when the client says so, after the stanzas it sends along', async () => {
    const client = await signIn();

    const body = await client.send(PRESENCE, 'type="terminate"');

    expect(body).toContain('type="terminate"');
    expect(body).not.toContain('condition');
    expect(node.service.sessions).toEqual([]);
  });

  it('answers at once what is open when the client asks for a pause', async () => {
    const client = await signIn();
    const held = client.send();

    const paused = await client.send('', 'pause="60"');

    expect(await held).not.toContain('terminate');
    expect(paused).not.toContain('terminate');
    expect(await client.send(PING)).toContain('type="result"');
  });

  it('does not let a polling client poll without a break', async () => {
    const client = newClient();
    await client.create('wait="0" hold="0"');
    await client.send();

    const body = await client.send();

    expect(body).toContain('condition="policy-violation"');
  });

  it('acknowledges requests that came while another is answered', async () => {
    const client = newClient();
    await client.create('wait="60" hold="1" ack="1"');
    const held = client.send();
    void client.sendAs(client.rid + 1, saslAuth('1001001', 'banana'));

    expect(await held).toContain(` ack="${client.rid + 1}"`);
  });

  for (const { given, body, condition } of [
    { given: 'no XML', body: 'hello', condition: 'bad-request' },
    {
      given: 'a DTD',
      body: '<!DOCTYPE a><body xmlns="http://jabber.org/protocol/httpbind"/>',
      condition: 'bad-request',
    },
    {
      given: 'a body without rid',
      body: `<body xmlns="http://jabber.org/protocol/httpbind" to="${DOMAIN}"/>`,
      condition: 'bad-request',
    },
    {
      given: 'a rid in letters',
      body: '<body xmlns="http://jabber.org/protocol/httpbind" rid="x"/>',
      condition: 'bad-request',
    },
    {
      given: 'another element',
      body: '<iq xmlns="jabber:client" rid="1"/>',
      condition: 'bad-request',
    },
    {
      given: 'an unknown session',
      body: '<body xmlns="http://jabber.org/protocol/httpbind" rid="1" sid="no"/>',
      condition: 'item-not-found',
    },
    {
      given: 'no domain',
      body: '<body xmlns="http://jabber.org/protocol/httpbind" rid="1"/>',
      condition: 'improper-addressing',
    },
    {
      given: 'a foreign domain',
      body: '<body xmlns="http://jabber.org/protocol/httpbind" rid="1" to="else.example.test"/>',
      condition: 'host-unknown',
    },
  ]) {
    it(`answers ${given} with ${condition}`, async () => {
      const answer = await newClient().post(body);

      expect(answer).toContain(`type="terminate" condition="${condition}"`);
    });
  }

  it('ends a session that sends too large a stanza', async () => {
    const client = await signIn();

    const body = await client.send(
      `<message xmlns="jabber:client">${'x'.repeat(300_000)}</message>`,
    );

    expect(body).toContain('policy-violation');
    expect(node.service.sessions).toEqual([]);
  });
});
