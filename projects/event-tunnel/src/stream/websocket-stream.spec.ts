import { FakeSocket } from '../testing/fake-socket';
import { ManualClock } from '../testing/manual-clock';
import { RecordingListener } from '../testing/recording-listener';
import { WebSocketStream } from './websocket-stream';
import type { XmppStreamListener } from './xmpp-stream';
import { describeXmppStream } from '../testing/xmpp-stream-contract';

function openStream(listener: XmppStreamListener) {
  const socket = new FakeSocket();
  const clock = new ManualClock();
  const connect = spyOn(globalThis, 'WebSocket').and.returnValue(socket as unknown as WebSocket);
  const options = { url: 'ws://fin.example.test/ws/', domain: 'fin.example.test', clock };
  const stream = new WebSocketStream(options, listener);
  const urls = () => connect.calls.allArgs().map(([url]) => url);
  return { stream, socket, clock, urls };
}

describeXmppStream('WebSocketStream', (listener) => {
  const { stream, socket } = openStream(listener);
  socket.opens();
  return Promise.resolve({
    stream,
    received: () => socket.sent.join(''),
    says: (...elements: string[]) => {
      for (const element of elements) {
        socket.says(element);
      }
      return Promise.resolve();
    },
    breaks: () => {
      socket.drops();
      return Promise.resolve();
    },
  });
});

describe('WebSocketStream', () => {
  function setup() {
    const listener = new RecordingListener();
    return { listener, ...openStream(listener) };
  }

  it('sends the open element of RFC 7395 once the socket is open, not before', () => {
    const { socket, urls } = setup();

    socket.opens();

    expect(urls()).toEqual(['ws://fin.example.test/ws/']);
    expect(socket.sent).toEqual([
      "<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' to='fin.example.test' version='1.0' xml:lang='en'/>",
    ]);
  });

  it("keeps the server's open element to itself", () => {
    const { socket, listener } = setup();
    socket.opens();

    socket.says("<open xmlns='urn:ietf:params:xml:ns:xmpp-framing' id='1' version='1.0'/>");

    expect(listener.names).toEqual([]);
  });

  for (const [index, frame] of [
    '<iq>',
    'hello',
    '',
    '<!DOCTYPE iq [<!ENTITY a "b">]><iq/>',
    '<?xml version="1.0"?><iq/>',
    '<!-- --><iq/>',
    new ArrayBuffer(1),
  ].entries()) {
    it(`drops frame ${index} of those that are no element and goes on`, () => {
      const { socket, listener } = setup();
      socket.opens();

      socket.says(frame);
      socket.says("<iq xmlns='jabber:client'/>");

      expect(listener.drops.length).toBe(1);
      expect(listener.names).toEqual(['iq']);
      expect(listener.ends).toEqual([]);
    });
  }

  it('hands on an event apart, read without a DOM, and nothing once it is closed', () => {
    const { socket, listener, stream } = setup();
    socket.opens();
    const event =
      `<message from='pubsub.fin'><event xmlns='http://jabber.org/protocol/pubsub#event'>` +
      `<items node='/n'><item><notification>&lt;a/&gt;</notification></item></items></event></message>`;

    socket.says(event);
    stream.close();
    socket.says(event);

    expect(listener.events).toEqual([{ from: 'pubsub.fin', node: '/n', xml: '<a/>' }]);
    expect(listener.names).toEqual([]);
  });

  it('reads an element whose stream prefix was not declared', () => {
    const { socket, listener } = setup();
    socket.opens();

    socket.says('<stream:error><conflict/></stream:error>');

    expect(listener.stanzas[0]?.namespaceURI).toBe('http://etherx.jabber.org/streams');
  });

  it("answers the server's close and closes the socket, following no other address", () => {
    const { socket, listener, urls } = setup();
    socket.opens();

    socket.says(
      "<close xmlns='urn:ietf:params:xml:ns:xmpp-framing' see-other-uri='wss://evil.example.test/'/>",
    );

    expect(socket.sent.at(-1)).toContain('<close ');
    expect(socket.isClosed).toBeTrue();
    expect(listener.ends.length).toBe(1);
    expect(urls().length).toBe(1);
  });

  it("waits a second for the server's goodbye, then closes the socket", () => {
    const { socket, stream, clock } = setup();
    socket.opens();

    stream.close();
    clock.advance(999);
    const before = socket.isClosed;
    clock.advance(1);

    expect(before).toBeFalse();
    expect(socket.isClosed).toBeTrue();
  });

  it('gives up a socket that is still connecting, without a word', () => {
    const { socket, stream, clock } = setup();

    stream.close();
    clock.advance(1_000);

    expect(socket.sent).toEqual([]);
    expect(socket.isClosed).toBeTrue();
  });
});
