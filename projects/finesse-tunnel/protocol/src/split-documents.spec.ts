import fc from 'fast-check';
import { splitDocuments } from './split-documents';

describe('splitDocuments', () => {
  const splits = [
    { given: 'nothing', xml: '', documents: [] },
    { given: 'white space', xml: ' \n\t', documents: [] },
    { given: 'one document', xml: '<a><b/></a>', documents: ['<a><b/></a>'] },
    { given: 'two documents', xml: '<a/><b></b>', documents: ['<a/>', '<b></b>'] },
    { given: 'white space between', xml: '<a/>\n <b/>\n', documents: ['<a/>', '\n <b/>'] },
    {
      given: 'a declaration',
      xml: '<?xml version="1.0"?><a/>',
      documents: ['<?xml version="1.0"?><a/>'],
    },
    {
      given: 'an instruction that holds tags',
      xml: '<a><?run </a><b> ?></a><b/>',
      documents: ['<a><?run </a><b> ?></a>', '<b/>'],
    },
    {
      given: 'a comment that holds tags',
      xml: '<a><!-- </a><b> --></a><!-- x --><b/>',
      documents: ['<a><!-- </a><b> --></a>', '<!-- x --><b/>'],
    },
    {
      given: 'CDATA that holds tags',
      xml: '<a><![CDATA[</a><b>]]></a><b/>',
      documents: ['<a><![CDATA[</a><b>]]></a>', '<b/>'],
    },
    {
      given: 'attributes that hold tags',
      xml: `<a x="</a>" y='/>'>'</a><b x="'/>"/>`,
      documents: [`<a x="</a>" y='/>'>'</a>`, `<b x="'/>"/>`],
    },
    { given: 'text behind', xml: '<a/>rest', documents: ['<a/>rest'] },
    { given: 'text alone', xml: 'rest', documents: ['rest'] },
    { given: 'an unclosed document', xml: '<a/><b><c>', documents: ['<a/>', '<b><c>'] },
    { given: 'a tag cut off', xml: '<a/><b', documents: ['<a/>', '<b'] },
    { given: 'a comment cut off', xml: '<a/><!-- <b/>', documents: ['<a/><!-- <b/>'] },
    { given: 'CDATA cut off', xml: '<a><![CDATA[</a>', documents: ['<a><![CDATA[</a>'] },
  ];
  for (const { given, xml, documents } of splits) {
    it(`splits ${given}`, () => {
      expect(splitDocuments(xml)).toEqual(documents);
    });
  }

  const name = fc.constantFrom('a', 'Update', 'x:y');
  const text = fc.constantFrom(
    '',
    ' ',
    '&lt;a&gt;',
    '<![CDATA[</a><Update/>]]>',
    '<!-- > </a> -->',
    '"',
    "'",
  );
  const { document } = fc.letrec<{ document: string }>((tie) => ({
    document: fc.oneof(
      { depthSize: 'small' },
      name.map((tag) => `<${tag}/>`),
      fc
        .tuple(name, text, fc.array(tie('document'), { maxLength: 3 }), text)
        .map(
          ([tag, before, children, after]) =>
            `<${tag} k=">">${before}${children.join('')}${after}</${tag}>`,
        ),
    ),
  }));

  it('takes documents apart again, however many were put together', () => {
    fc.assert(
      fc.property(fc.array(document), (documents) => {
        expect(splitDocuments(documents.join(''))).toEqual(documents);
      }),
    );
  });

  it('loses nothing but white space at the end, whatever it is given', () => {
    const scraps = fc
      .array(
        fc.oneof(
          document,
          fc.string(),
          fc.constantFrom('<', '</', '<!--', '<![CDATA[', '<?', '/>', '>', '"'),
        ),
      )
      .map((parts) => parts.join(''));

    fc.assert(
      fc.property(scraps, (xml) => {
        const joined = splitDocuments(xml).join('');

        expect(xml.startsWith(joined)).toBeTrue();
        expect(xml.slice(joined.length).trim()).toBe('');
      }),
    );
  });
});
