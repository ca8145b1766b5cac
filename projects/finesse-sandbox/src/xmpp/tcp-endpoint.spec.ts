import { loadIdentity } from '../certificate';
import { DEFAULT_OPTIONS } from '../sandbox-options';
import { RawTcp, STREAM_HEADER } from '../testing/raw-tcp';
import { pubsubRequest, RawWebSocket, saslAuth } from '../testing/raw-web-socket';
import { DOMAIN, TestNode } from '../testing/test-node';

const JID = `1001001@${DOMAIN}/smack`;
const QUEUE = '/finesse/api/Queue/41';
const ping = (id: string) =>
  `<iq xmlns="jabber:client" type="get" id="${id}"><ping xmlns="urn:xmpp:ping"/></iq>`;

describe('XMPP over TCP', () => {
  beforeEach(() => (jasmine.DEFAULT_TIMEOUT_INTERVAL = 20_000));
  let node: TestNode;
  let port: number;
  beforeEach(async () => {
    node = await TestNode.start();
    port = await node.openTcp();
  });
  afterEach(async () => node.stop());

  it('signs in, subscribes and receives', async () => {
    const client = await RawTcp.signIn(port, JID);
    client.send('<presence/>');
    await client.until(`from="${JID}"`);
    await client.until(`from="finesse@${DOMAIN}/`);
    client.send(pubsubRequest('subscribe', QUEUE, JID));
    await client.until('subscription="subscribed"');

    node.service.pubsub.publish(QUEUE, '<Update>Zoë &amp; Sons</Update>');

    await client.until('&lt;Update&gt;Zoë &amp;amp; Sons&lt;/Update&gt;');
    client.close();
  });

  it("takes the user's own name as authorization identity, as Smack 3 sends it, and no other", async () => {
    const client = await RawTcp.connect(port);
    const auth = (identity: string) =>
      saslAuth('1001001', 'cisco').replace(
        />[^<]+</,
        `>${Buffer.from(`${identity}\x001001001\x00cisco`).toString('base64')}<`,
      );
    client.send(STREAM_HEADER);
    await client.until('</stream:features>');

    client.send(auth('1001002'));
    await client.until('<invalid-authzid');
    client.send(auth('1001001'));

    await client.until('<success');
    client.close();
  });

  it('reads a stream that arrives byte by byte, letters of several bytes too', async () => {
    const client = await RawTcp.signIn(port, JID);

    for (const byte of Buffer.from(ping('Zoë-東京'))) {
      client.send(Buffer.from([byte]));
    }

    await client.until('id="Zoë-東京"');
    client.close();
  });

  it('answers everything in one packet, in order, and forgives blanks between stanzas', async () => {
    const client = await RawTcp.signIn(port, JID);

    client.send(` \n${ping('one')} ${ping('two')}\n\n${ping('three')}`);

    await client.until('id="one"');
    await client.until('id="two"');
    await client.until('id="three"');
    client.close();
  });

  it('describes a node as a leaf to who may read it', async () => {
    const client = await RawTcp.signIn(port, JID);
    const ask = (about: string) =>
      `<iq xmlns="jabber:client" type="get" id="i" to="pubsub.${DOMAIN}">` +
      `<query xmlns="http://jabber.org/protocol/disco#info" node="${about}"/></iq>`;

    client.send(ask(QUEUE));
    await client.until('category="pubsub" type="leaf"');
    client.send(ask('/finesse/api/Queue/99'));
    await client.until('<item-not-found');
    client.send(ask('/finesse/api/Team/31/Users'));
    await client.until('<forbidden');
    client.close();
  });

  it('says goodbye to a client that closes its stream', async () => {
    const client = await RawTcp.signIn(port, JID);

    client.send('</stream:stream>');

    await client.until('</stream:stream>');
    await client.untilClosed();
    expect(node.service.sessions).toEqual([]);
  });

  it('tells everybody that it stops, whichever way they came in', async () => {
    const client = await RawTcp.signIn(port, JID);
    const other = await RawWebSocket.signIn(node.webSocketUrl, `1001002@${DOMAIN}/page`);

    await node.stop();

    await client.until('<system-shutdown');
    await client.until('</stream:stream>');
    await client.untilClosed();
    expect(await other.until((frame) => frame.includes('<system-shutdown'))).toBeTruthy();
  });

  it('tells a session that was signed in elsewhere, over a WebSocket, of the conflict', async () => {
    const client = await RawTcp.signIn(port, JID);

    const other = await RawWebSocket.signIn(node.webSocketUrl, JID);

    await client.until('<conflict');
    await client.untilClosed();
    other.close();
  });

  for (const { what, bytes, condition } of [
    { what: 'no XML', bytes: 'GET / HTTP/1.1\r\n\r\n', condition: 'not-well-formed' },
    { what: 'another root', bytes: '<html>', condition: 'invalid-namespace' },
    {
      what: 'another domain',
      bytes: STREAM_HEADER.replace(DOMAIN, 'other.test'),
      condition: 'host-unknown',
    },
    { what: 'a DTD', bytes: '<!DOCTYPE a [<!ENTITY b "c">]>', condition: 'restricted-xml' },
    {
      what: 'a comment',
      bytes: `${STREAM_HEADER}<!-- hello -->`,
      condition: 'restricted-xml',
    },
    {
      what: 'text between stanzas',
      bytes: `${STREAM_HEADER}hello <`,
      condition: 'not-well-formed',
    },
    {
      what: 'a stanza before signing in',
      bytes: STREAM_HEADER + ping('early'),
      condition: 'not-authorized',
    },
    {
      what: 'nesting without end',
      bytes: STREAM_HEADER + '<iq xmlns="jabber:client">'.repeat(100),
      condition: 'restricted-xml',
    },
    {
      what: 'a stanza of 1 MB that does not end',
      bytes: `${STREAM_HEADER}<iq xmlns="jabber:client"><a>${'x'.repeat(1024 * 1024)}`,
      condition: 'policy-violation',
    },
  ]) {
    it(`ends a stream of ${what} with ${condition}, and no other`, async () => {
      const good = await RawTcp.signIn(port, JID);
      const bad = await RawTcp.connect(port);

      bad.send(bytes);

      await bad.until(`<${condition} `);
      await bad.until('</stream:stream>');
      await bad.untilClosed();
      good.send(ping('still'));
      await good.until('id="still"');
      good.close();
    });
  }

  it('notices nothing when a client breaks off inside a stanza', async () => {
    const good = await RawTcp.signIn(port, JID);
    const bad = await RawTcp.signIn(port, `1001002@${DOMAIN}/smack`);

    bad.send('<iq xmlns="jabber:client" type="get" id="half"><ping');
    bad.close();
    good.send(ping('still'));

    await good.until('id="still"');
    good.close();
  });

  it('ends a stream whose stanza claims to be from somebody else', async () => {
    const client = await RawTcp.signIn(port, JID);

    client.send(ping('forged').replace('<iq ', `<iq from="1001002@${DOMAIN}/smack" `));

    await client.until('<invalid-from');
    await client.untilClosed();
  });

  it('offers no TLS without a certificate, and ends a stream that wants it', async () => {
    const client = await RawTcp.connect(port);
    client.send(STREAM_HEADER);
    await client.until('</stream:features>');

    client.send('<starttls xmlns="urn:ietf:params:xml:ns:xmpp-tls"/>');

    await client.until('<failure xmlns="urn:ietf:params:xml:ns:xmpp-tls"/></stream:stream>');
    expect(client.received).not.toContain('<starttls');
  });
});

describe('XMPP over TCP with a certificate', () => {
  beforeEach(() => (jasmine.DEFAULT_TIMEOUT_INTERVAL = 20_000));

  it('begins TLS on request, and signs in below it', async () => {
    const node = await TestNode.start();
    const client = await RawTcp.connect(await node.openTcp(await loadIdentity(DEFAULT_OPTIONS)));
    client.send(STREAM_HEADER);
    await client.until('<starttls');
    client.send('<starttls xmlns="urn:ietf:params:xml:ns:xmpp-tls"/>');
    await client.until('<proceed');

    await client.secure();
    await client.authenticate(JID);

    client.send(ping('safe'));
    await client.until('id="safe"');
    expect(client.received.split('<starttls').length).toBe(2);
    client.close();
    await node.stop();
  });

  it('speaks TLS from the first byte on a port of its own', async () => {
    const node = await TestNode.start();
    const client = await RawTcp.connectTls(
      await node.openTcp(await loadIdentity(DEFAULT_OPTIONS), true),
    );

    await client.authenticate(JID);

    expect(client.received).not.toContain('<starttls');
    client.send(saslAuth('1001001', 'again'));
    await client.untilClosed();
    await node.stop();
  });
});
