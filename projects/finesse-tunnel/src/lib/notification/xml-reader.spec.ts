import { readXml } from './xml-reader';

describe('readXml', () => {
  it('gives the root element', () => {
    const reading = readXml('<r><v>a</v></r>');

    expect(reading.ok && reading.root.children[0]?.text).toBe('a');
  });

  const refusals = [
    {
      given: 'entities that multiply',
      xml: '<!DOCTYPE r [<!ENTITY a "b">]><r/>',
      code: 'forbidden-doctype',
    },
    { given: 'elements too deep', xml: '<r>'.repeat(65), code: 'xml-too-deep' },
    {
      given: 'a document too large',
      xml: `<r>${'a'.repeat(1_000_000)}</r>`,
      code: 'xml-too-large',
    },
    { given: 'what is no XML', xml: 'undefined', code: 'malformed-xml' },
  ];
  for (const { given, xml, code } of refusals) {
    it(`refuses ${given}, and says what to do`, () => {
      const reading = readXml(xml);

      expect(reading).toEqual({
        ok: false,
        diagnostic: jasmine.objectContaining({
          code,
          message: jasmine.stringMatching(/[:.] \w.*\.$/),
        }),
      });
    });
  }

  it('tells line and column, what is wrong and what to do, in an excerpt of bearable length', () => {
    const reading = readXml(`<r>\r\n  <v>${'a'.repeat(300)}</w></r>`);

    expect(reading).toEqual({
      ok: false,
      diagnostic: {
        code: 'malformed-xml',
        message: jasmine.stringMatching(
          /line:column 2:306: an unexpected close tag.*load the resource again/,
        ),
        excerpt: jasmine.stringMatching(/^<r>[^]{117}…$/),
      },
    });
  });
});
