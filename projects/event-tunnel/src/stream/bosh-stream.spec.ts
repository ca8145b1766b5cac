import { BOSH_SESSION, boshBody, FakeBoshServer } from '../testing/fake-bosh-server';
import { ManualClock } from '../testing/manual-clock';
import { RecordingListener } from '../testing/recording-listener';
import { nextTurn, settled } from '../testing/settled';
import { BoshStream } from './bosh-stream';
import type { XmppStreamListener } from './xmpp-stream';
import { describeXmppStream } from '../testing/xmpp-stream-contract';

const open: BoshStream[] = [];

// All hear the one document, so none may outlive its spec.
afterEach(() => {
  open.splice(0).forEach((stream) => stream.close());
});

async function openStream(listener: XmppStreamListener, session = BOSH_SESSION) {
  const server = new FakeBoshServer();
  const clock = new ManualClock();
  spyOn(globalThis, 'fetch').and.callFake(server.fetch);
  const options = { url: '/http-bind/', domain: 'fin.example.test', clock };
  const stream = new BoshStream(options, listener);
  open.push(stream);
  if (session !== '') {
    server.request(0).answer(boshBody('', session));
    await settled(() => server.requests.length === 2);
  }
  return { stream, server, clock };
}

describeXmppStream('BoshStream', async (listener) => {
  const { stream, server } = await openStream(listener);
  return {
    stream,
    received: () => server.requests.map(({ text }) => text).join(''),
    says: async (...elements: string[]) => {
      server.request(1).answer(boshBody(elements.join('')));
      await nextTurn();
    },
    breaks: async () => {
      server.last.answer('', 404);
      await nextTurn();
      await nextTurn();
    },
  };
});

/** Turns the hands a little at a time, so that whatever waits for a promise first gets its turn. */
function letTimePass(clock: ManualClock, condition: () => boolean): Promise<void> {
  return settled(() => {
    clock.advance(50);
    return condition();
  });
}

describe('BoshStream', () => {
  async function setup(session = BOSH_SESSION) {
    const listener = new RecordingListener();
    return { listener, ...(await openStream(listener, session)) };
  }

  it('asks for a session as XEP-0124 and XEP-0206 have it', async () => {
    const { server } = await setup('');

    const { body } = server.request(0);
    const names = ['hold', 'wait', 'ver', 'ack', 'xmpp:version'];
    expect(names.map((name) => body.getAttribute(name))).toEqual(['1', '9', '1.6', '1', '1.0']);
    expect(Number(body.getAttribute('rid'))).toBeLessThan(2 ** 33);
    expect(body.hasAttribute('sid')).toBeFalse();
  });

  it('counts request ids up by one and keeps one request at the server', async () => {
    const { server } = await setup();

    server.request(1).answer(boshBody());
    await settled(() => server.requests.length === 3);
    await nextTurn();

    const rids = server.requests.map(({ body }) => Number(body.getAttribute('rid')));
    expect(rids.map((rid) => rid - (rids[0] ?? 0))).toEqual([0, 1, 2]);
    expect(server.last.body.getAttribute('sid')).toBe('s1');
  });

  it('sends at once in a second request, then waits for one to be free', async () => {
    const { server, stream } = await setup();

    stream.send('<a/>');
    stream.send('<b/>');
    await settled(() => server.requests.length === 3);
    stream.send('<c/>');
    await nextTurn();
    const inFlight = server.requests.length;
    server.request(1).answer(boshBody());
    await settled(() => server.requests.length === 4);

    expect(server.request(2).text).toContain('<a/><b/>');
    expect(inFlight).toBe(3);
    expect(server.request(3).text).toContain('<c/>');
  });

  it('acknowledges what it has heard while an older request is still out', async () => {
    const { server, stream } = await setup();

    stream.send('<a/>');
    await settled(() => server.requests.length === 3);

    const first = Number(server.request(0).body.getAttribute('rid'));
    expect(server.request(1).body.hasAttribute('ack')).toBeFalse();
    expect(server.request(2).body.getAttribute('ack')).toBe(String(first));
  });

  it('reads answers in the order of their requests', async () => {
    const { server, stream, listener } = await setup();
    stream.send('<a/>');
    await settled(() => server.requests.length === 3);

    server.request(2).answer(boshBody('<second/>'));
    await nextTurn();
    const early = [...listener.names];
    server.request(1).answer(boshBody('<first/>'));
    await settled(() => listener.stanzas.length === 2);

    expect(early).toEqual([]);
    expect(listener.names).toEqual(['first', 'second']);
  });

  it('accepts an XML declaration, and no DTD', async () => {
    const { server, listener, clock } = await setup();

    server.request(1).answer(`<?xml version='1.0' encoding='UTF-8'?>${boshBody('<iq/>')}`);
    await settled(() => listener.stanzas.length === 1);
    server.request(2).answer(`<!DOCTYPE body [<!ENTITY a "b">]>${boshBody('<iq/>')}`);
    await letTimePass(clock, () => server.requests.length === 4);

    expect(listener.stanzas.length).toBe(1);
    expect(server.request(3).text).toBe(server.request(2).text);
  });

  for (const { given, lose } of [
    { given: 'the network fails', lose: (server: FakeBoshServer) => server.last.fail() },
    { given: 'a proxy answers 502', lose: (server: FakeBoshServer) => server.last.answer('', 502) },
    {
      given: 'the server asks for it by a recoverable error',
      lose: (server: FakeBoshServer) => server.last.answer(boshBody('', "type='error'")),
    },
  ]) {
    it(`repeats a request, same id and text, when ${given}; three times, then it is over`, async () => {
      const { server, listener, clock } = await setup();

      for (let repeat = 1; repeat <= 3; repeat++) {
        lose(server);
        await letTimePass(clock, () => server.requests.length === repeat + 2);
      }
      const endsBefore = listener.ends.length;
      lose(server);
      await settled(() => listener.ends.length > 0);

      expect(endsBefore).toBe(0);
      expect(new Set(server.requests.slice(1).map(({ text }) => text)).size).toBe(1);
    });
  }

  it('does not repeat a request that the server knows nothing of', async () => {
    const { server, listener } = await setup();

    server.last.answer('', 404);

    await settled(() => listener.ends.length > 0);
    expect(listener.ends).toEqual(['HTTP 404']);
  });

  it('is over at once when there never was a session', async () => {
    const { server, listener } = await setup('');

    server.last.fail();

    await settled(() => listener.ends.length > 0);
    expect(listener.ends).toEqual(['no network']);
  });

  it('is over when a session is answered without an id', async () => {
    const { server, listener } = await setup('');

    server.last.answer(boshBody());

    await settled(() => listener.ends.length > 0);
    expect(listener.ends).toEqual(['no BOSH session']);
  });

  it('hands on the stream error that a terminate carries, then tells the condition', async () => {
    const { server, listener } = await setup();
    const terminate = "type='terminate' condition='remote-stream-error'";

    server.last.answer(boshBody('<stream:error><conflict/></stream:error>', terminate));

    await settled(() => listener.ends.length > 0);
    expect(listener.names).toEqual(['error']);
    expect(listener.ends).toEqual(['terminated, remote-stream-error']);
    expect(server.requests.length).toBe(2);
  });

  it('notices within fifteen seconds that the server holds a request beyond its time', async () => {
    const { server, listener, clock } = await setup();

    clock.advance(13_999);
    const before = listener.ends.length;
    clock.advance(1);

    expect(before).toBe(0);
    expect(listener.ends).toEqual(['no answer in time']);
    expect(server.last.signal?.aborted).toBeTrue();
  });

  it('closes with one terminate that carries the last stanzas and outlives the page', async () => {
    const { server, stream } = await setup();

    stream.send('<last/>');
    stream.close();
    await nextTurn();

    expect(server.requests.length).toBe(3);
    expect(server.last.body.getAttribute('type')).toBe('terminate');
    expect(server.last.text).toContain('<last/>');
    expect(server.last.keepalive).toBeTrue();
    expect(server.last.signal).toBeNull();
  });

  it('closes before there is a session by dropping the request', async () => {
    const { server, stream } = await setup('');

    stream.close();

    expect(server.requests.length).toBe(1);
    expect(server.request(0).signal?.aborted).toBeTrue();
  });

  it('asks for a pause when the page is frozen, and goes on with the session when it is not', async () => {
    const { server, listener } = await setup();

    document.dispatchEvent(new Event('freeze'));
    const pause = server.last.body.getAttribute('pause');
    server.request(1).answer(boshBody());
    server.request(2).answer(boshBody());
    await nextTurn();
    await nextTurn();
    const whileFrozen = server.requests.length;
    document.dispatchEvent(new Event('resume'));
    await settled(() => server.requests.length === 4);
    server.last.answer(boshBody("<message xmlns='jabber:client'/>"));
    await settled(() => listener.names.length === 1);

    expect(pause).toBe('120');
    expect(whileFrozen).toBe(3);
    const ids = server.requests.map(({ body }) => Number(body.getAttribute('rid')));
    expect(ids.map((id) => id - (ids[0] ?? 0))).toEqual([0, 1, 2, 3, 4]);
    expect(server.last.body.getAttribute('sid')).toBe('s1');
    expect(listener.names).toEqual(['message']);
  });

  it('asks for no pause in a page that is merely hidden, and goes on receiving', async () => {
    const { server, listener } = await setup();

    document.dispatchEvent(new Event('visibilitychange'));
    for (const round of [1, 2, 3]) {
      server.last.answer(
        boshBody("<message xmlns='jabber:client'/><message xmlns='jabber:client'/>"),
      );
      await settled(() => server.requests.length === round + 2);
    }

    expect(listener.names.length).toBe(6);
    expect(server.requests.some(({ text }) => text.includes('pause='))).toBeFalse();
  });

  it('restarts the stream in a request of its own', async () => {
    const { server, stream } = await setup();

    stream.restart();
    await settled(() => server.requests.length === 3);

    const { body } = server.last;
    expect(body.getAttribute('xmpp:restart')).toBe('true');
    expect(body.getAttribute('to')).toBe('fin.example.test');
    expect(body.childElementCount).toBe(0);
  });
});
