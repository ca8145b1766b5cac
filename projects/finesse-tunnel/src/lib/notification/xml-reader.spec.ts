import { MALFORMED_CASES } from './cases/malformed-cases';
import { WELL_FORMED_CASES } from './cases/well-formed-cases';
import { MAX_XML_DEPTH, readXml } from './xml-reader';

describe('readXml', () => {
  for (const { name, xml, text } of WELL_FORMED_CASES) {
    it(`reads ${name}`, () => {
      const reading = readXml(xml);

      expect(reading.ok && reading.root.name).toBe('r');
      expect(reading.ok && reading.root.children.find((child) => child.name === 'v')?.text).toBe(
        text,
      );
    });
  }

  for (const { name, xml, code = 'malformed-xml' } of MALFORMED_CASES) {
    it(`refuses ${name}`, () => {
      const reading = readXml(xml);

      expect(reading.ok ? 'accepted' : reading.diagnostic.code).toBe(code);
    });
  }

  it('accepts elements just as deep as allowed', () => {
    const xml = '<r>'.repeat(MAX_XML_DEPTH) + '</r>'.repeat(MAX_XML_DEPTH);

    expect(readXml(xml).ok).toBeTrue();
  });

  it('tells line and column, what is wrong and what to do, in an excerpt of bearable length', () => {
    const reading = readXml(`<r>\n  <v>${'a'.repeat(300)}</w></r>`);

    expect(reading).toEqual({
      ok: false,
      diagnostic: {
        code: 'malformed-xml',
        message: jasmine.stringMatching(
          /line:column 2:\d+: unexpected close tag.*load the resource again/,
        ),
        excerpt: jasmine.stringMatching(/^<r>[^]{117}…$/),
      },
    });
  });
});
