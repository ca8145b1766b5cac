import fc from 'fast-check';

/** What XML is made of, whole and broken. */
const SCRAPS = [
  ...[
    '<',
    '>',
    '/',
    '</',
    '/>',
    '="',
    "='",
    '"',
    "'",
    '&',
    ';',
    '&amp;',
    '&lt;',
    '&#13;',
    '&#x1F600;',
    '&#0;',
    '&#xD800;',
  ],
  ...[
    '&#x110000;',
    '&#xFFFE;',
    '&nbsp;',
    '&constructor;',
    '<![CDATA[',
    ']]>',
    ']]',
    '<!--',
    '-->',
    '--',
    '<?',
    '?>',
    '<?xml',
  ],
  ...[
    "<?xml version='1.0'?>",
    '<!DOCTYPE r>',
    '<!DOCTYPE r [<!ENTITY a "b">]>',
    '<r>',
    '</r>',
    '<r/>',
    '<r a="1">',
    ' xmlns="u"',
  ],
  ...[
    '\r\n',
    '\r',
    '\n',
    '\t',
    ' ',
    '\0',
    '\u0001',
    '\u0085',
    '\u00A0',
    '\u2028',
    '\uFEFF',
    '\uFFFE',
    '\uFFFF',
    '\u202E',
    'é',
  ],
  ...['中', '\u{1F600}', '\u{10FFFF}', '__proto__', 'constructor', 'a:b', ':', '-', '.', '1', 'x'],
];
const scrap = fc.oneof(fc.constantFrom(...SCRAPS), fc.string({ maxLength: 3 }));

const name = fc.oneof(
  fc.constantFrom(
    'r',
    'user',
    'Update',
    'p:data',
    '__proto__',
    'constructor',
    'toString',
    'größe',
    '_',
    'a-b.c1',
    'xmlns:p',
  ),
  fc.stringMatching(/^[A-Za-z_][\w.-]{0,8}$/),
);
const blank = fc.constantFrom('', ' ', '\n', '\t', '\r\n', '  ');
const text = fc
  .array(
    fc.oneof(
      // eslint-disable-next-line no-control-regex -- none of those that XML forbids
      fc.stringMatching(/^[^<&\]>\0-\u001F\uD800-\uDFFF\uFFFE\uFFFF]{0,6}$/),
      fc.constantFrom(
        '&amp;',
        '&lt;',
        '&gt;',
        '&quot;',
        '&apos;',
        '&#65;',
        '&#x41;',
        '&#13;',
        '\r\n',
        '\r',
        '\n',
        '>',
        ']]',
        '\u{1F600}',
      ),
    ),
    { maxLength: 4 },
  )
  .map((parts) => parts.join(''));
const attribute = fc
  .tuple(name, blank, text, fc.constantFrom('"', "'"))
  .map(
    ([key, space, value, quote]) =>
      ` ${key}${space}=${space}${quote}${value.replaceAll(quote, '')}${quote}`,
  );
const tagContent = fc.uniqueArray(attribute, {
  maxLength: 3,
  selector: (one) => one.split(/[=\s]/, 2)[1],
});
const aside = fc.oneof(
  fc.stringMatching(/^[a-z &<>\]]{0,8}$/).map((inner) => `<!--${inner}-->`),
  fc.stringMatching(/^[a-w]{1,4}( [a-z<&]{0,6})?$/).map((inner) => `<?${inner}?>`),
);

const { element } = fc.letrec<{ element: string }>((tie) => ({
  element: fc
    .tuple(
      name,
      tagContent,
      blank,
      fc.array(
        fc.oneof(
          { depthSize: 'small' },
          text,
          fc.stringMatching(/^[a-z<&> ]{0,6}$/).map((inner) => `<![CDATA[${inner}]]>`),
          aside,
          tie('element'),
        ),
        { maxLength: 5 },
      ),
      fc.boolean(),
    )
    .map(([tag, attributes, space, content, isShort]) =>
      content.length === 0 && isShort
        ? `<${tag}${attributes.join('')}${space}/>`
        : `<${tag}${attributes.join('')}${space}>${content.join('')}</${tag}${space}>`,
    ),
}));

/** Documents that are well-formed, or nearly: an attribute may come twice. */
export const documents: fc.Arbitrary<string> = fc
  .tuple(
    fc.constantFrom(
      '',
      '\uFEFF',
      '<?xml version="1.0"?>',
      "<?xml version='1.0' encoding='UTF-8' standalone='yes' ?>\n",
    ),
    fc.array(fc.oneof(aside, blank), { maxLength: 2 }),
    element,
    fc.array(fc.oneof(aside, blank), { maxLength: 2 }),
  )
  .map(([declaration, before, root, behind]) => [declaration, ...before, root, ...behind].join(''));

const edit = fc.record({ at: fc.nat(), length: fc.nat({ max: 6 }), by: scrap });

/** Documents with a few wounds. */
export const woundedDocuments: fc.Arbitrary<string> = fc
  .tuple(documents, fc.array(edit, { minLength: 1, maxLength: 3 }))
  .map(([document, edits]) =>
    edits.reduce((wounded, { at, length, by }) => {
      const place = at % (wounded.length + 1);
      return wounded.slice(0, place) + by + wounded.slice(place + length);
    }, document),
  );

/** Anything made of the pieces of XML. */
export const heaps: fc.Arbitrary<string> = fc
  .array(scrap, { maxLength: 16 })
  .map((scraps) => scraps.join(''));
