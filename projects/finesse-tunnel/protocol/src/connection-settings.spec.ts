import fc from 'fast-check';
import { xmlText } from './cases/any-text';
import {
  type ConnectRequest,
  decodeConnectRequest,
  decodeDisconnectProperties,
  DEFAULT_DISCONNECT_PROPERTIES,
  encodeConnectRequest,
  encodeDisconnectProperties,
  readConnectionType,
} from './connection-settings';

describe('the connection type', () => {
  it('is BOSH in any case, else WebSocket', () => {
    expect(['bosh', 'BOSH', ' Bosh '].map(readConnectionType)).toEqual(['bosh', 'bosh', 'bosh']);
    expect(['websocket', '', 'both'].map(readConnectionType)).toEqual(Array(3).fill('websocket'));
  });
});

describe('ping timing', () => {
  const readings = [
    { given: 'numbers', body: '{"xmppRequestTimeout":5000}', told: { xmppRequestTimeout: 5_000 } },
    {
      given: 'digits in strings',
      body: '{"xmppRequestTimeout":"5000"}',
      told: { xmppRequestTimeout: 5_000 },
    },
    {
      given: 'a fraction',
      body: '{"xmppFailoverRequestMaxRetry":2.9}',
      told: { xmppFailoverRequestMaxRetry: 2 },
    },
    { given: 'unknown properties', body: '{"__proto__":{"x":1},"colour":"red"}', told: {} },
    { given: 'an empty object', body: '{}', told: {} },
  ];
  for (const { given, body, told } of readings) {
    it(`is read from ${given}, defaults for the rest`, () => {
      expect(decodeDisconnectProperties(body)).toEqual({
        ok: true,
        value: { ...DEFAULT_DISCONNECT_PROPERTIES, ...told },
      });
    });
  }

  const refusals = [
    '',
    '{',
    'null',
    '3',
    '"x"',
    '[]',
    '{"xmppRequestTimeout":0}',
    '{"xmppRequestTimeout":"soon"}',
    '{"xmppRequestTimeout":null}',
    '{"xmppRequestTimeout":{}}',
    '{"xmppFailoverDetectionPingInterval":1e99}',
    '{"xmppRequestTimeout":2147483648}',
  ];
  for (const body of refusals) {
    it(`is refused: ${body}`, () => {
      const properties = decodeDisconnectProperties(body);

      expect(properties.ok ? 'accepted' : properties.diagnostic.code).toBe(
        'bad-connection-properties',
      );
    });
  }

  it('reads as it was written', () => {
    const ms = fc.integer({ min: 1 });
    const properties = fc.record(
      {
        xmppRequestTimeout: ms,
        xmppFailoverDetectionPingInterval: ms,
        xmppFailoverRequestMaxRetry: ms,
      },
      { noNullPrototype: true },
    );

    fc.assert(
      fc.property(properties, (value) => {
        expect(decodeDisconnectProperties(encodeDisconnectProperties(value))).toEqual({
          ok: true,
          value,
        });
      }),
    );
  });
});

describe('a connect request', () => {
  const request: ConnectRequest = {
    id: '1001',
    password: 'a<b>&"c',
    xmppDomain: 'fin-a.example.test',
    connectionType: 'bosh',
  };

  it('is written escaped', () => {
    expect(encodeConnectRequest(request)).toBe(
      '<connInfo><id>1001</id><password>a&lt;b&gt;&amp;&quot;c</password>' +
        '<xmppDomain>fin-a.example.test</xmppDomain>' +
        '<notificationConnectionType>bosh</notificationConnectionType></connInfo>',
    );
  });

  it('is read although somebody did not escape the password', () => {
    const xml =
      '<connInfo><id>1001</id><password>a<b>& </password> c</password><xmppDomain>d</xmppDomain></connInfo>';

    expect(decodeConnectRequest(xml)).toEqual({
      ok: true,
      value: { id: '1001', password: 'a<b>& </password> c', xmppDomain: 'd' },
    });
  });

  for (const xml of [
    '',
    '<connInfo/>',
    '<connInfo><id>1</id><password>sesame</password></connInfo>',
    '</id><id>',
    '{"password":"sesame"}',
  ]) {
    it(`is refused without being quoted: ${xml}`, () => {
      const decoded = decodeConnectRequest(xml);

      expect(decoded.ok ? 'accepted' : decoded.diagnostic.code).toBe('bad-connect-request');
      expect(JSON.stringify(decoded)).not.toContain('sesame');
    });
  }

  it('reads as it was written, for any text that XML can hold', () => {
    const requests = fc.record(
      { id: xmlText, password: xmlText, xmppDomain: xmlText },
      { noNullPrototype: true },
    );

    fc.assert(
      fc.property(requests, (value) => {
        expect(decodeConnectRequest(encodeConnectRequest(value))).toEqual({ ok: true, value });
      }),
    );
  });
});
