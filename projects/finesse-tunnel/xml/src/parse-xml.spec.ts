import fc from 'fast-check';
import { MALFORMED_CASES } from './cases/malformed-cases';
import { WELL_FORMED_CASES } from './cases/well-formed-cases';
import { MAX_XML_DEPTH, parseXml } from './parse-xml';
import { agreesWithSaxes } from './testing/agreement';
import { documents, heaps, woundedDocuments } from './testing/documents';
import { XmlRefusal } from './xml-refusal';

describe('parseXml', () => {
  for (const { name, xml, text } of WELL_FORMED_CASES) {
    it(`reads ${name}`, () => {
      const root = parseXml(xml);

      expect(root.name).toBe('r');
      expect(root.children.find((child) => child.name === 'v')?.text).toBe(text);
    });
  }

  for (const { name, xml, code = 'malformed-xml' } of MALFORMED_CASES) {
    it(`refuses ${name}`, () => {
      expect(refusalOf(xml)?.code).toBe(code);
    });
  }

  for (const { name, xml } of [...WELL_FORMED_CASES, ...MALFORMED_CASES]) {
    it(`agrees with saxes on ${name}`, () => {
      // That of depth is a limit of ours.
      expect(agreesWithSaxes(xml) || refusalOf(xml)?.code === 'xml-too-deep').toBeTrue();
    });
  }

  for (const [kind, arbitrary] of Object.entries({ documents, woundedDocuments, heaps })) {
    it(`agrees with saxes on ${kind} of any shape`, () => {
      fc.assert(fc.property(arbitrary, agreesWithSaxes), { numRuns: 400 });
    });
  }

  it('accepts elements just as deep as allowed', () => {
    const xml = '<r>'.repeat(MAX_XML_DEPTH) + '</r>'.repeat(MAX_XML_DEPTH);

    expect(parseXml(xml).name).toBe('r');
  });

  it('tells where it stopped', () => {
    expect(refusalOf('<r><v></w></r>')?.at).toBe('<r><v><'.length);
  });

  it('gives attributes as XML normalises them, prefixes apart from names', () => {
    const root = parseXml(`<p:r a="1\n2&#10;3" p:b='&lt;"' xmlns:p="urn:example:p"/>`);

    expect([...root.attributes]).toEqual([
      ['a', '1 2\n3'],
      ['p:b', '<"'],
      ['xmlns:p', 'urn:example:p'],
    ]);
    expect([root.prefix, root.name]).toEqual(['p', 'r']);
  });

  it('gives names that share a hash with others as they are', () => {
    // Names of one character more than there are places to keep them in.
    const names = Array.from({ length: 3_000 }, (_, i) => `n${i.toString(36)}`);
    const read = () => parseXml(`<r>${names.map((name) => `<${name}/>`).join('')}</r>`);

    expect(read().children.map(({ name }) => name)).toEqual(names);
    expect(read().children.map(({ name }) => name)).toEqual(names);
  });

  const SLOW = {
    'a thousand thousand attributes': `<r${Array.from({ length: 100_000 }, (_, i) => ` a${i}=""`).join('')}/>`,
    'ten million characters': `<r>${'a &amp; '.repeat(1_250_000)}</r>`,
    'references that never end': `<r>${'&'.repeat(1_000_000)}</r>`,
    'tags that never end': '<r '.repeat(300_000),
    'brackets that close nothing': `<r>${']]'.repeat(500_000)}</r>`,
    'many children': `<r>${'<v/>'.repeat(250_000)}</r>`,
  };
  for (const [what, xml] of Object.entries(SLOW)) {
    it(`stays linear on ${what}`, () => {
      const start = performance.now();

      refusalOf(xml);

      // Far from any measurement: what is not linear takes minutes here.
      expect(performance.now() - start).toBeLessThan(5_000);
    });
  }
});

function refusalOf(xml: string): XmlRefusal | undefined {
  try {
    parseXml(xml);
    return undefined;
  } catch (refusal) {
    if (refusal instanceof XmlRefusal) {
      return refusal;
    }
    throw refusal;
  }
}
