import { WebSocket } from 'ws';

import { pubsubRequest, RawWebSocket, saslAuth } from '../testing/raw-web-socket';
import { DOMAIN, PASSWORD, TestNode } from '../testing/test-node';

const JID = `1001001@${DOMAIN}/desk`;
const NODE = '/finesse/api/User/1001002';
const PRESENCE = '<presence xmlns="jabber:client"/>';

describe('the WebSocket way in', () => {
  let node: TestNode;
  beforeEach(async () => (node = await TestNode.start()));
  afterEach(async () => node.stop());

  const signIn = async (user = '1001001', resource = 'desk') =>
    RawWebSocket.signIn(node.webSocketUrl, `${user}@${DOMAIN}/${resource}`);

  it('offers PLAIN alone, then a resource', async () => {
    const client = await signIn();

    const features = client.frames.filter((frame) => frame.startsWith('<stream:features'));

    expect(features[0]).toContain('<mechanism>PLAIN</mechanism></mechanisms>');
    expect(features[1]).toContain('<bind xmlns="urn:ietf:params:xml:ns:xmpp-bind"/>');
    client.close();
  });

  it('reflects the own presence first and tells of the publisher next', async () => {
    const client = await signIn();

    client.send(PRESENCE);
    await client.settled();

    const presences = client.frames.filter((frame) => frame.startsWith('<presence'));
    expect(presences).toEqual([
      `<presence xmlns="jabber:client" from="${JID}" to="${JID}"/>`,
      `<presence xmlns="jabber:client" from="finesse@${DOMAIN}/finesse" to="${JID}"/>`,
    ]);
    client.close();
  });

  it('delivers default nodes to the bare JID, and only after presence', async () => {
    const client = await signIn();
    node.service.pubsub.publish('/finesse/api/SystemInfo', '<Update>early</Update>');
    client.send(PRESENCE);
    await client.settled();

    node.service.pubsub.publish(
      '/finesse/api/SystemInfo',
      '<Update>O&apos;Dea &amp; Sons</Update>',
    );
    await client.settled();

    const events = client.frames.filter((frame) => frame.startsWith('<message'));
    expect(events.length).toBe(1);
    expect(events[0]).toMatch(
      new RegExp(
        `^<message xmlns="jabber:client" from="pubsub.${DOMAIN}" id="[A-Za-z0-9]{8}" to="1001001@${DOMAIN}">` +
          '<event xmlns="http://jabber.org/protocol/pubsub#event"><items node="/finesse/api/SystemInfo">' +
          '<item id="[0-9a-f-]{36}\\d+"><notification xmlns="http://jabber.org/protocol/pubsub">' +
          '&lt;Update&gt;O&amp;apos;Dea &amp;amp; Sons&lt;/Update&gt;</notification></item></items></event></message>$',
      ),
    );
    client.close();
  });

  it('delivers a subscribed node to the full JID until it is unsubscribed', async () => {
    const client = await signIn();
    client.send(PRESENCE);
    client.send(pubsubRequest('subscribe', NODE, JID));
    await client.settled();
    node.service.pubsub.publish(NODE, '<Update>one</Update>');
    client.send(pubsubRequest('unsubscribe', NODE, JID));
    await client.settled();

    node.service.pubsub.publish(NODE, '<Update>two</Update>');
    await client.settled();

    const events = client.frames.filter((frame) => frame.startsWith('<message'));
    expect(events.length).toBe(1);
    expect(events[0]).toContain(`to="${JID}"`);
    expect(events[0]).toContain('one');
    client.close();
  });

  it('sends one event to a session that reads a node in two ways', async () => {
    const client = await signIn();
    client.send(PRESENCE);
    client.send(pubsubRequest('subscribe', '/finesse/api/User/1001001', JID));
    await client.settled();

    node.service.pubsub.publish('/finesse/api/User/1001001', '<Update/>');
    await client.settled();

    expect(client.frames.filter((frame) => frame.startsWith('<message')).length).toBe(1);
    client.close();
  });

  it('tells the older session of a full JID about the conflict and closes it', async () => {
    const older = await signIn();

    const newer = await signIn();

    expect(await older.untilClosed()).toBe(1000);
    expect(older.frames.at(-2)).toContain(
      '<conflict xmlns="urn:ietf:params:xml:ns:xmpp-streams"/>',
    );
    expect(older.frames.at(-1)).toBe('<close xmlns="urn:ietf:params:xml:ns:xmpp-framing" />');
    await newer.settled();
    newer.close();
  });

  it('lets two resources of a user live side by side, each seeing the other come and go', async () => {
    const first = await signIn('1001001', 'one');
    first.send(PRESENCE);
    const second = await signIn('1001001', 'two');
    second.send(PRESENCE);
    await second.settled();

    second.send('<presence xmlns="jabber:client" type="unavailable"/>');
    await second.settled();
    await first.settled();

    const seen = first.frames.filter((frame) => frame.includes(`from="1001001@${DOMAIN}/two"`));
    expect(seen.length).toBe(2);
    expect(seen[1]).toContain('type="unavailable"');
    first.close();
    second.close();
  });

  for (const { given, request, answer } of [
    {
      given: 'a node that does not exist',
      request: pubsubRequest('subscribe', '/no/such', JID),
      answer: '<error type="cancel"><item-not-found xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/>',
    },
    {
      given: 'a node that is not for this user',
      request: pubsubRequest('subscribe', '/finesse/api/Team/31/Users', JID),
      answer: '<error type="auth"><forbidden xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/>',
    },
    {
      given: "somebody else's JID",
      request: pubsubRequest('subscribe', NODE, `1001002@${DOMAIN}/desk`),
      answer: '<error type="modify"><bad-request xmlns="urn:ietf:params:xml:ns:xmpp-stanzas"/>',
    },
    {
      given: 'a node that was not subscribed, to unsubscribe',
      request: pubsubRequest('unsubscribe', NODE, JID),
      answer: '<not-subscribed xmlns="http://jabber.org/protocol/pubsub#errors"/>',
    },
    {
      given: 'an attempt to publish',
      request: pubsubRequest('publish', NODE, JID),
      answer: '<error type="auth"><forbidden',
    },
    {
      given: 'an iq without a child',
      request: '<iq xmlns="jabber:client" type="get" id="empty"/>',
      answer: '<error type="modify"><bad-request',
    },
  ]) {
    it(`answers ${given} with an error, and goes on`, async () => {
      const client = await signIn();

      client.send(request);
      await client.settled();

      const error = client.frames.find(
        (frame) => frame.startsWith('<iq') && frame.includes('type="error"'),
      );
      expect(error).toContain(answer);
      client.close();
    });
  }

  for (const { given, frame, condition } of [
    {
      given: 'XML that does not close',
      frame: '<iq xmlns="jabber:client"',
      condition: 'not-well-formed',
    },
    {
      given: 'two elements',
      frame: '<iq xmlns="jabber:client"/><iq/>',
      condition: 'not-well-formed',
    },
    { given: 'a DTD', frame: '<!DOCTYPE a [<!ENTITY b "c">]><iq/>', condition: 'restricted-xml' },
    {
      given: 'a comment',
      frame: '<iq xmlns="jabber:client"><!-- x --></iq>',
      condition: 'restricted-xml',
    },
    {
      given: 'a processing instruction',
      frame: '<iq xmlns="jabber:client"><?x y?></iq>',
      condition: 'restricted-xml',
    },
    {
      given: 'an entity of its own',
      frame: '<iq xmlns="jabber:client">&b;</iq>',
      condition: 'not-well-formed',
    },
    { given: 'nesting without end', frame: '<a>'.repeat(100), condition: 'restricted-xml' },
    {
      given: 'a foreign namespace',
      frame: '<iq xmlns="urn:example:other"/>',
      condition: 'invalid-namespace',
    },
    {
      given: 'an unknown stanza',
      frame: '<gossip xmlns="jabber:client"/>',
      condition: 'unsupported-stanza-type',
    },
    {
      given: 'a forged sender',
      frame: `<presence xmlns="jabber:client" from="1001002@${DOMAIN}/desk"/>`,
      condition: 'invalid-from',
    },
    {
      given: 'a stanza above the limit',
      frame: `<message xmlns="jabber:client">${'x'.repeat(300_000)}</message>`,
      condition: 'policy-violation',
    },
  ]) {
    it(`ends the stream with ${condition} on ${given}, and no other`, async () => {
      const bystander = await signIn('1001002');
      const client = await signIn();

      client.send(frame);

      expect(await client.untilClosed()).toBe(1000);
      expect(client.frames.at(-2)).toContain(
        `<${condition} xmlns="urn:ietf:params:xml:ns:xmpp-streams"/>`,
      );
      await bystander.settled();
      bystander.close();
    });
  }

  for (const { given, auth, failure } of [
    { given: 'a wrong password', auth: saslAuth('1001001', 'banana'), failure: 'not-authorized' },
    { given: 'an unknown user', auth: saslAuth('9', PASSWORD), failure: 'not-authorized' },
    {
      given: 'no base64',
      auth: '<auth xmlns="urn:ietf:params:xml:ns:xmpp-sasl" mechanism="PLAIN">%</auth>',
      failure: 'incorrect-encoding',
    },
    {
      given: 'too few parts',
      auth: '<auth xmlns="urn:ietf:params:xml:ns:xmpp-sasl" mechanism="PLAIN">YQ==</auth>',
      failure: 'malformed-request',
    },
    {
      given: 'another mechanism',
      auth: '<auth xmlns="urn:ietf:params:xml:ns:xmpp-sasl" mechanism="SCRAM-SHA-1"/>',
      failure: 'invalid-mechanism',
    },
  ]) {
    it(`refuses ${given} with ${failure} and lets the client try again`, async () => {
      const client = await RawWebSocket.connect(node.webSocketUrl);
      client.open();

      client.send(auth);

      expect(await client.until((frame) => frame.startsWith('<failure'))).toContain(
        `<${failure}/>`,
      );
      client.send(saslAuth('1001001', PASSWORD));
      await client.until((frame) => frame.startsWith('<success'));
      client.close();
    });
  }

  it('gives up on the fifth wrong password', async () => {
    const client = await RawWebSocket.connect(node.webSocketUrl);
    client.open();

    for (let attempt = 0; attempt < 5; attempt += 1) {
      client.send(saslAuth('1001001', 'banana'));
    }

    await client.untilClosed();
    expect(client.frames.at(-2)).toContain('<policy-violation');
  });

  it('wants a sign-in before the first stanza', async () => {
    const client = await RawWebSocket.connect(node.webSocketUrl);
    client.open();

    client.send(PRESENCE);

    await client.untilClosed();
    expect(client.frames.at(-2)).toContain('<not-authorized');
  });

  it('names its own domain when asked for another', async () => {
    const client = await RawWebSocket.connect(node.webSocketUrl);

    client.send(
      '<open xmlns="urn:ietf:params:xml:ns:xmpp-framing" to="else.example.test" version="1.0"/>',
    );

    await client.untilClosed();
    expect(client.frames[0]).toContain('<open ');
    expect(client.frames[1]).toContain('<host-unknown');
  });

  it('answers close with close', async () => {
    const client = await signIn();

    client.send('<close xmlns="urn:ietf:params:xml:ns:xmpp-framing"/>');

    expect(await client.untilClosed()).toBe(1000);
    expect(client.frames.at(-1)).toBe('<close xmlns="urn:ietf:params:xml:ns:xmpp-framing" />');
    expect(node.service.sessions).toEqual([]);
  });

  for (const { given, protocols, origin, status } of [
    { given: 'a client that does not speak xmpp', protocols: [], origin: undefined, status: 400 },
    {
      given: 'a page of a foreign origin',
      protocols: ['xmpp'],
      origin: 'https://evil.example.test',
      status: 403,
    },
    { given: 'a page without an origin', protocols: ['xmpp'], origin: 'null', status: 403 },
  ]) {
    it(`turns away ${given}`, async () => {
      const socket = new WebSocket(
        node.webSocketUrl,
        protocols,
        origin === undefined ? {} : { origin },
      );

      const answered = await new Promise((resolve) => {
        socket.on('unexpected-response', (_request, response) => {
          resolve(response.statusCode);
          response.destroy();
        });
      });

      expect(answered).toBe(status);
    });
  }
});
