import { RawBosh } from '../testing/raw-bosh';
import { RawWebSocket } from '../testing/raw-web-socket';
import { DOMAIN, TestNode } from '../testing/test-node';

describe('a notification service that is full', () => {
  let node: TestNode;
  beforeEach(async () => {
    node = await TestNode.start({ maxSessions: 1 });
  });
  afterEach(async () => node.stop());

  it('lets nobody else in, over WebSocket or BOSH, and goes on serving whoever is in', async () => {
    const client = await RawWebSocket.signIn(node.webSocketUrl, `1001001@${DOMAIN}/desk`);

    const late = await RawWebSocket.connect(node.webSocketUrl);
    late.open();
    await late.untilClosed();
    const bosh = new RawBosh(node.boshUrl);
    const refused = await bosh.post(
      `<body xmlns="http://jabber.org/protocol/httpbind" rid="1" to="${DOMAIN}" ver="1.6" wait="60" hold="1"/>`,
    );

    expect(late.frames.join('')).toContain('<resource-constraint');
    expect(refused).toContain('type="terminate"');
    await client.settled();
    expect(node.service.sessions.length).toBe(1);
    client.close();
  });
});
