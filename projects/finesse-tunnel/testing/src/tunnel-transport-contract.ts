import type { TunnelTransport } from 'finesse-tunnel';
import { type TunnelMessage, TunnelMessageType } from 'finesse-tunnel/protocol';

/** A transport with the means to play the page behind it. */
export interface TransportUnderTest {
  readonly transport: TunnelTransport;
  /** An address at which the page of the test is. */
  readonly url: string;
  /** Resolves as soon as the page that was opened last can speak and hear. */
  readonly ready: () => Promise<void>;
  /** Makes that page say something in the form of the wire. */
  readonly say: (wire: string) => void;
  /** What that page heard, in the form of the wire, once it heard as much as `count`. */
  readonly heard: (count: number) => Promise<readonly string[]>;
  /** Resolves when everything said so far has been delivered. */
  readonly settled: () => Promise<void>;
}

/** One thing every transport must do. `verify` rejects, with words, when it does not. */
export interface TransportRequirement {
  readonly behaviour: string;
  readonly verify: (subject: TransportUnderTest) => Promise<void>;
}

/**
 * What every transport must do, for any test runner.
 *
 * @example
 * ```ts
 * for (const { behaviour, verify } of tunnelTransportContract) {
 *   it(behaviour, () => verify(createSubject()));
 * }
 * ```
 */
export const tunnelTransportContract: readonly TransportRequirement[] = [
  {
    behaviour: 'delivers what the page says, in order',
    verify: async ({ transport, url, ready, say, settled }) => {
      const received = record(transport);
      transport.open(url);
      await ready();

      say('4|connecting');
      say('7|/finesse/api/User/1001|<ApiErrors/>');
      await settled();

      equal(received, [
        { type: TunnelMessageType.Status, body: 'connecting' },
        { type: TunnelMessageType.Subscribe, body: '/finesse/api/User/1001|<ApiErrors/>' },
      ]);
    },
  },
  {
    behaviour: 'tells the page what it is told to, in order',
    verify: async ({ transport, url, ready, heard }) => {
      transport.open(url);
      await ready();

      transport.send({ type: TunnelMessageType.Id, body: '1001' });
      transport.send({ type: TunnelMessageType.Subscribe, body: 'a|b' });

      equal(await heard(2), ['1|1001', '7|a|b']);
    },
  },
  {
    behaviour: 'says nothing when no page is open',
    verify: async ({ transport, url, ready, heard }) => {
      transport.send({ type: TunnelMessageType.Password, body: 'lost-words' });
      transport.open(url);
      await ready();
      transport.send({ type: TunnelMessageType.Id, body: '1001' });

      equal(await heard(1), ['1|1001']);
    },
  },
  {
    behaviour: 'lets nothing in after the page is closed',
    verify: async ({ transport, url, ready, say, settled }) => {
      transport.open(url);
      await ready();
      const received = record(transport);

      say('4|connecting');
      await settled();
      transport.close();
      say('4|connected');
      await settled();

      equal(received, [{ type: TunnelMessageType.Status, body: 'connecting' }]);
    },
  },
  {
    behaviour: 'loads the page anew when it is opened again',
    verify: async ({ transport, url, ready, say, settled }) => {
      transport.open(url);
      await ready();
      transport.open(url);
      await ready();
      const received = record(transport);

      say('4|connected');
      await settled();

      equal(received, [{ type: TunnelMessageType.Status, body: 'connected' }]);
    },
  },
  {
    behaviour: 'refuses an address that is none',
    verify: ({ transport }) => {
      try {
        transport.open('tunnel');
      } catch (failure) {
        return failure instanceof TypeError
          ? Promise.resolve()
          : Promise.reject(new Error('It throws something that is no TypeError.'));
      }
      return Promise.reject(new Error('It takes "tunnel" for an address.'));
    },
  },
];

function record(transport: TunnelTransport): TunnelMessage[] {
  const received: TunnelMessage[] = [];
  transport.messages$.subscribe((message) => received.push(message));
  return received;
}

function equal(actual: unknown, expected: unknown): void {
  const [found, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (found !== wanted) {
    throw new Error(`Expected ${wanted}, got ${found}.`);
  }
}
