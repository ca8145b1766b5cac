import { RecordingListener } from './recording-listener';
import { settled } from './settled';
import type { XmppStream, XmppStreamListener } from '../stream/xmpp-stream';

const FEATURES = "<stream:features xmlns:stream='http://etherx.jabber.org/streams'/>";

/** The other end of a stream under test, in terms that every transport has. */
export interface StreamServer {
  readonly stream: XmppStream;
  /** Everything the stream has sent, framing included. */
  received(): string;
  /** Sends top-level elements, in one go where the transport can. */
  says(...elements: string[]): Promise<void>;
  /** The connection breaks. */
  breaks(): Promise<void>;
}

/** What every adapter of `XmppStream` does, whatever carries it. */
export function describeXmppStream(
  name: string,
  open: (listener: XmppStreamListener) => Promise<StreamServer>,
): void {
  describe(`${name}, as an XmppStream`, () => {
    async function setup() {
      const listener = new RecordingListener();
      const server = await open(listener);
      return { listener, server, stream: server.stream };
    }

    it('opens a stream to the domain', async () => {
      const { server } = await setup();

      expect(server.received()).toContain("to='fin.example.test'");
    });

    it('hands on what the server says, in order', async () => {
      const { server, listener } = await setup();

      await server.says(
        FEATURES,
        "<iq xmlns='jabber:client'/>",
        "<message xmlns='jabber:client'/>",
      );

      await settled(() => listener.stanzas.length === 3);
      expect(listener.names).toEqual(['features', 'iq', 'message']);
    });

    it('sends stanzas in the order in which they were given', async () => {
      const { server, stream } = await setup();

      stream.send('<a/>');
      stream.send('<b/>');

      await settled(() => /<a\/>.*<b\/>/s.test(server.received()));
      expect(server.received().match(/<[ab]\/>/g)).toEqual(['<a/>', '<b/>']);
    });

    it('opens the stream anew on restart', async () => {
      const { server, stream } = await setup();
      const before = server.received().length;

      stream.restart();

      await settled(() => server.received().length > before);
      expect(server.received().slice(before)).toMatch(/restart='true'|<open /);
    });

    it('tells once that the server is gone', async () => {
      const { server, listener } = await setup();

      await server.breaks();

      await settled(() => listener.ends.length > 0);
      expect(listener.ends.length).toBe(1);
    });

    it('says goodbye on close, behind what was sent before', async () => {
      const { server, stream } = await setup();

      stream.send('<last/>');
      stream.close();

      await settled(() => /terminate|<close /.test(server.received()));
      expect(server.received()).toMatch(/<last\/>.*<close |terminate.*<last\/>/s);
    });

    it('tells nothing after close', async () => {
      const { server, listener, stream } = await setup();

      stream.close();
      await server.says("<message xmlns='jabber:client'/>");
      await server.breaks();

      expect(listener.names).toEqual([]);
      expect(listener.ends).toEqual([]);
    });
  });
}
