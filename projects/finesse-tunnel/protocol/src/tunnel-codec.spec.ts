import fc from 'fast-check';
import { anyText } from './cases/any-text';
import { TUNNEL_MESSAGE_CASES } from './cases/tunnel-message-cases';
import { decodeTunnelMessage, encodeTunnelMessage, isTunnelMessageType } from './tunnel-codec';
import { TunnelMessageType } from './tunnel-message';

const throws = (): never => {
  throw new Error('somebody looked');
};

const STRANGE_VALUES: readonly { readonly given: string; readonly value: unknown }[] = [
  { given: 'undefined', value: undefined },
  { given: 'null', value: null },
  { given: 'a number', value: 4 },
  { given: 'a BigInt', value: 4n },
  { given: 'a symbol', value: Symbol('4|connected') },
  { given: 'a String object', value: Object('4|connected') },
  { given: 'an array that reads like a message', value: ['4|connected'] },
  { given: 'an object without a prototype', value: Object.create(null) },
  { given: 'a toString that throws', value: { toString: throws, valueOf: throws } },
  { given: 'a getter that throws', value: Object.defineProperty({}, 'length', { get: throws }) },
  {
    given: 'a proxy that throws',
    value: new Proxy({}, { get: throws, has: throws, ownKeys: throws, getPrototypeOf: throws }),
  },
  { given: 'a function', value: throws },
  { given: 'an ArrayBuffer', value: new ArrayBuffer(8) },
];

describe('the tunnel codec', () => {
  for (const { name, wire, message } of TUNNEL_MESSAGE_CASES) {
    it(`reads and writes ${name}`, () => {
      expect(decodeTunnelMessage(wire)).toEqual({ ok: true, value: message });
      expect(encodeTunnelMessage(message)).toBe(wire);
    });
  }

  it('has a case for each of the types 0 to 16', () => {
    const types = new Set<number>(TUNNEL_MESSAGE_CASES.map(({ message }) => message.type));

    expect([...types].sort((a, b) => a - b)).toEqual(Array.from({ length: 17 }, (_, type) => type));
  });

  it('reads back what it wrote, whatever the body', () => {
    const type = fc.constantFrom(...Object.values(TunnelMessageType));

    fc.assert(
      fc.property(type, anyText, (type, body) => {
        expect(decodeTunnelMessage(encodeTunnelMessage({ type, body }))).toEqual({
          ok: true,
          value: { type, body },
        });
      }),
    );
  });

  const refusals = [
    { given: '', code: 'no-separator' },
    { given: 'connected', code: 'no-separator' },
    { given: '|connected', code: 'no-separator' },
    { given: '4connected|', code: 'no-separator' },
    { given: ' 4|connected', code: 'no-separator' },
    { given: '-1|x', code: 'no-separator' },
    { given: '4.0|x', code: 'no-separator' },
    { given: '0x4|x', code: 'no-separator' },
    { given: '99999|x', code: 'no-separator' },
    { given: '17|x', code: 'unknown-type' },
    { given: '9999|x', code: 'unknown-type' },
  ];
  for (const { given, code } of refusals) {
    it(`refuses ${JSON.stringify(given)}`, () => {
      const message = decodeTunnelMessage(given);

      expect(message.ok ? 'accepted' : message.diagnostic.code).toBe(code);
      expect(message.ok ? '' : message.diagnostic.excerpt).toBe(given);
    });
  }

  for (const { given, value } of STRANGE_VALUES) {
    it(`refuses ${given} without touching it`, () => {
      const message = decodeTunnelMessage(value);

      expect(message.ok ? 'accepted' : message.diagnostic.code).toBe('not-a-string');
    });
  }

  it('never throws, whatever was posted', () => {
    fc.assert(
      fc.property(fc.anything({ withBigInt: true, withNullPrototype: true }), (value) => {
        expect(typeof decodeTunnelMessage(value).ok).toBe('boolean');
      }),
    );
  });

  it('shortens what it quotes', () => {
    const message = decodeTunnelMessage('x'.repeat(5_000));

    expect(message.ok ? '' : message.diagnostic.excerpt).toBe(`${'x'.repeat(120)}…`);
  });

  it('knows its types from other numbers', () => {
    expect([0, 16].every(isTunnelMessageType)).toBeTrue();
    expect([-1, 17, 0.5, Number.NaN].some(isTunnelMessageType)).toBeFalse();
  });
});
