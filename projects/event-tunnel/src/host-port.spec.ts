import { TunnelMessageType, type TunnelMessage } from 'finesse-tunnel/protocol';

import { HostPort, type HostWindow } from './host-port';
import { ManualClock } from './testing/manual-clock';
import { nextTurn, settled } from './testing/settled';

const PORTAL = 'https://portal.example.test';

class FakeParent {
  readonly posted: { readonly message: unknown; readonly target: unknown }[] = [];

  postMessage(message: unknown, target?: unknown): void {
    this.posted.push({ message, target });
  }
}

describe('HostPort', () => {
  function setup({
    allowed = [PORTAL],
    parentOrigin = undefined as string | undefined,
    isReady = true,
  } = {}) {
    const parent = new FakeParent();
    let listener: (event: MessageEvent<unknown>) => void = () => undefined;
    const window: HostWindow = {
      parent,
      addEventListener: (_type, added) => {
        listener = added;
      },
    };
    let settle: (value: unknown) => void = () => undefined;
    const ready = new Promise((resolve) => {
      settle = resolve;
    });
    const received: TunnelMessage[] = [];
    const ignored: string[] = [];
    const port = new HostPort({
      window,
      clock: new ManualClock(),
      hostname: 'fin.example.test',
      parentOrigin,
      ready,
      ignored: (why) => ignored.push(why),
    });
    const open = () => {
      port.open(allowed, (message) => received.push(message));
      settle(undefined);
    };
    if (isReady) {
      open();
    }
    // A real window cannot be made in a spec; the port only compares it.
    const event = (init: MessageEventInit<unknown>, source: unknown) => {
      const message = new MessageEvent('message', init);
      Object.defineProperty(message, 'source', { value: source });
      return message;
    };
    const says = async (data: unknown, origin = PORTAL, source: unknown = parent) => {
      listener(event({ data, origin }, source));
      await nextTurn();
    };
    /** Says something and hands over a port; gives the other end, and what comes out there. */
    const offers = async (data: unknown, origin = PORTAL, source: unknown = parent) => {
      const { port1, port2 } = new MessageChannel();
      const heard: unknown[] = [];
      port1.onmessage = ({ data: told }) => heard.push(told);
      listener(event({ data, origin, ports: [port2] }, source));
      await nextTurn();
      return heard;
    };
    return { port, parent, received, ignored, says, offers, open };
  }

  const LOADED = [TunnelMessageType.Status, 'loaded'] as const;

  it('hears the parent of an allowed origin', async () => {
    const { received, says } = setup();

    await says('7|/finesse/api/User/1');

    expect(received).toEqual([{ type: TunnelMessageType.Subscribe, body: '/finesse/api/User/1' }]);
  });

  it('hears nobody but the parent window', async () => {
    const { received, says } = setup();

    await says('7|x', PORTAL, new FakeParent());
    await says('7|x', PORTAL, null);

    expect(received).toEqual([]);
  });

  it('hears no origin that is not allowed', async () => {
    const { received, ignored, says } = setup();

    await says('2|secret', 'https://evil.example');

    expect(received).toEqual([]);
    expect(ignored).toEqual(['origin not allowed']);
  });

  for (const data of [{ type: 1 }, 42, null, 'hello', '99|x']) {
    it(`ignores ${JSON.stringify(data)} from the parent`, async () => {
      const { received, ignored, says } = setup();

      await says(data);

      expect(received).toEqual([]);
      expect(ignored.length).toBe(1);
    });
  }

  it('keeps what came before it was ready, in order', async () => {
    const { received, says, open } = setup({ isReady: false });
    await says('1|a');
    await says('2|b');
    const before = received.length;

    open();
    await nextTurn();

    expect(before).toBe(0);
    expect(received.map(({ body }) => body)).toEqual(['a', 'b']);
  });

  it('sticks to the origin that brought a credential', async () => {
    const { port, parent, received, says } = setup({ allowed: [PORTAL, 'loopback'] });
    await says('7|early', 'http://localhost:4200');
    await says('1|id', 'http://localhost:4200');

    await says('2|secret', PORTAL);
    port.post(...LOADED);

    expect(received.map(({ body }) => body)).toEqual(['early', 'id']);
    expect(parent.posted).toEqual([{ message: '4|loaded', target: 'http://localhost:4200' }]);
  });

  for (const { given, allowed, parentOrigin, targets } of [
    { given: 'an allowed parent', allowed: [PORTAL], parentOrigin: PORTAL, targets: [PORTAL] },
    {
      given: 'a loopback parent',
      allowed: ['loopback'],
      parentOrigin: 'http://localhost:4200',
      targets: ['http://localhost:4200'],
    },
    {
      given: 'a parent that is not allowed',
      allowed: [PORTAL],
      parentOrigin: 'https://evil.example',
      targets: [],
    },
    { given: 'a sandboxed parent', allowed: ['loopback', '*'], parentOrigin: 'null', targets: [] },
    {
      given: 'a parent the browser does not name',
      allowed: [PORTAL, 'loopback', 'https://b.example.test'],
      parentOrigin: undefined,
      targets: [PORTAL, 'https://b.example.test'],
    },
    { given: 'no allowed origin at all', allowed: [], parentOrigin: undefined, targets: [] },
  ]) {
    it(`posts to ${targets.join(' and ') || 'nobody'} for ${given}`, () => {
      const { port, parent } = setup({ allowed, parentOrigin });

      port.post(...LOADED);

      expect(parent.posted.map(({ target }) => target)).toEqual(targets);
    });
  }

  describe('given a parent that hands over a port', () => {
    it('posts there and nowhere else, and obeys what came with it', async () => {
      const { port, parent, received, offers } = setup();
      const heard = await offers('15|{}');

      port.post(...LOADED);
      await settled(() => heard.length > 0);

      expect(heard).toEqual(['4|loaded']);
      expect(parent.posted).toEqual([]);
      expect(received.map(({ body }) => body)).toEqual(['{}']);
    });

    it('sticks to its origin', async () => {
      const { received, offers, says } = setup({ allowed: [PORTAL, 'loopback'] });
      await offers('15|{}');

      await says('2|secret', 'http://localhost:4200');

      expect(received.length).toBe(1);
    });

    it('sticks to the first port', async () => {
      const { port, offers } = setup();
      const first = await offers('15|{}');
      const second = await offers('3|desk');

      port.post(...LOADED);
      await settled(() => first.length > 0);

      expect(second).toEqual([]);
    });

    it('takes none from a stranger, from another origin, or with what is no message', async () => {
      const { port, parent, offers } = setup();
      const heard = [
        await offers('15|{}', PORTAL, new FakeParent()),
        await offers('15|{}', 'https://evil.example'),
        await offers('hello'),
      ];

      port.post(...LOADED);
      await nextTurn();

      expect(heard.flat()).toEqual([]);
      expect(parent.posted).toEqual([{ message: '4|loaded', target: PORTAL }]);
    });
  });
});
