/** A document every XML processor accepts, and the text of the element `v` in it. */
export interface WellFormedCase {
  readonly name: string;
  readonly xml: string;
  readonly text: string;
}

export const WELL_FORMED_CASES: readonly WellFormedCase[] = [
  {
    name: 'the five named entities',
    xml: '<r><v>&lt;&gt;&amp;&quot;&apos;</v></r>',
    text: `<>&"'`,
  },
  { name: 'numeric references', xml: '<r><v>&#65;&#x42;&#x1F600;</v></r>', text: 'AB\u{1F600}' },
  { name: 'an escaped reference', xml: '<r><v>&amp;lt;</v></r>', text: '&lt;' },
  { name: 'CDATA alone', xml: '<r><v><![CDATA[<a> & ]]></v></r>', text: '<a> & ' },
  { name: 'CDATA between text', xml: '<r><v>a<![CDATA[<b>]]>c</v></r>', text: 'a<b>c' },
  {
    name: 'CDATA that ends in brackets',
    xml: '<r><v><![CDATA[x]]]]><![CDATA[>]]></v></r>',
    text: 'x]]>',
  },
  { name: 'a comment inside text', xml: '<r><v>a<!-- no <v> -->b</v></r>', text: 'ab' },
  { name: 'a comment before the root', xml: '<!-- hello --><r><v>a</v></r>', text: 'a' },
  { name: 'a processing instruction', xml: '<r><?run <v>?><v>a</v></r>', text: 'a' },
  { name: 'an empty element', xml: '<r><v></v></r>', text: '' },
  { name: 'a self-closed element with a blank', xml: '<r><v /></r>', text: '' },
  { name: '">" in an attribute', xml: '<r><v a="1>2" b=\'"\'>a</v></r>', text: 'a' },
  { name: 'prefixes', xml: '<p:r xmlns:p="urn:example:p"><p:v>a</p:v></p:r>', text: 'a' },
  { name: 'white space around', xml: '\n <r>\n  <v> a </v>\n</r>\n', text: ' a ' },
  { name: 'CR LF and a lone CR', xml: '<r>\r\n<v>a\r\nb\rc</v></r>', text: 'a\nb\nc' },
  { name: 'a tab and quotes', xml: '<r><v>\t"\'</v></r>', text: '\t"\'' },
  { name: 'text like a number', xml: '<r><v>007</v></r>', text: '007' },
  { name: 'names beyond Latin', xml: '<r><größe>1</größe><v>中</v></r>', text: '中' },
  {
    name: 'elements named like members of Object',
    xml: '<r><__proto__>1</__proto__><constructor/><v>a</v></r>',
    text: 'a',
  },
  { name: 'a blank in the end tag', xml: '<r ><v>a</v ></r\n>', text: 'a' },
  { name: 'a byte order mark', xml: '\uFEFF<r><v>a</v></r>', text: 'a' },
  { name: 'a carriage return by reference', xml: '<r><v>a&#13;b</v></r>', text: 'a\rb' },
  {
    name: 'right-to-left overrides, as text',
    xml: '<r><v>a\u202Eb\u2066c</v></r>',
    text: 'a\u202Eb\u2066c',
  },
  {
    name: 'control characters that XML allows',
    xml: '<r><v>\u0085\u007F</v></r>',
    text: '\u0085\u007F',
  },
  {
    name: 'markup in a call variable',
    xml: '<r><v>&lt;img onerror=1&gt;</v></r>',
    text: '<img onerror=1>',
  },
];
