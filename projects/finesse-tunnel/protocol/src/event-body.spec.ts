import fc from 'fast-check';
import { anyText, xmlText } from './cases/any-text';
import { decodeEventBody, encodeEventBody } from './event-body';

describe('the body of an event', () => {
  const readings = [
    {
      given: 'a plain node',
      body: '/finesse/api/User/1001<Update/>',
      value: { node: '/finesse/api/User/1001', xml: '<Update/>' },
    },
    {
      given: 'a percent-encoded node',
      body: '/finesse/api/Team/Team%20A%7C%C3%A4/Users<Update/>',
      value: { node: '/finesse/api/Team/Team A|ä/Users', xml: '<Update/>' },
    },
    {
      given: 'a payload that begins on a new line',
      body: '/finesse/api/User/1001\n  <Update>\n</Update>\n',
      value: { node: '/finesse/api/User/1001', xml: '<Update>\n</Update>\n' },
    },
    {
      given: 'white space before the node',
      body: '\t/finesse/api/User/1001 <Update/>',
      value: { node: '/finesse/api/User/1001', xml: '<Update/>' },
    },
    {
      given: 'two documents',
      body: '/finesse/api/User/1001<Update/><Update/>',
      value: { node: '/finesse/api/User/1001', xml: '<Update/><Update/>' },
    },
    {
      given: 'no payload',
      body: '/finesse/api/User/1001',
      value: { node: '/finesse/api/User/1001', xml: '' },
    },
    {
      given: 'characters that encodeURI leaves alone',
      body: '/a/?:@&=+$,;#%23<Update/>',
      value: { node: '/a/?:@&=+$,;#%23', xml: '<Update/>' },
    },
  ];
  for (const { given, body, value } of readings) {
    it(`is read from ${given}`, () => {
      expect(decodeEventBody(body)).toEqual({ ok: true, value });
    });
  }

  for (const body of [
    '',
    ' \n',
    '<Update/>',
    ' <Update/>',
    '/a/100%<Update/>',
    '/a/%E4<Update/>',
  ]) {
    it(`is refused without a readable node: ${JSON.stringify(body)}`, () => {
      const event = decodeEventBody(body);

      expect(event.ok ? 'accepted' : event.diagnostic.code).toBe('bad-event-node');
    });
  }

  it('reads as it was written, for any node', () => {
    const node = xmlText.filter((text) => text !== '');
    const xml = fc.oneof(
      fc.constant(''),
      anyText.map((rest) => `<${rest}`),
    );

    fc.assert(
      fc.property(node, xml, (node, xml) => {
        expect(decodeEventBody(encodeEventBody({ node, xml }))).toEqual({
          ok: true,
          value: { node, xml },
        });
      }),
    );
  });

  it('is written and read without throwing, for any text', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(typeof decodeEventBody(text).ok).toBe('boolean');
        expect(typeof encodeEventBody({ node: text, xml: text })).toBe('string');
      }),
    );
  });

  it('replaces half a surrogate pair, which cannot be encoded', () => {
    expect(encodeEventBody({ node: '/a/\uD800/\u{1F600}', xml: '' })).toBe(
      '/a/%EF%BF%BD/%F0%9F%98%80',
    );
  });
});
