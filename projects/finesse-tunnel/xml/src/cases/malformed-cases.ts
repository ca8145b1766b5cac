import type { XmlRefusalCode } from '../xml-refusal';

/** A document that must be refused. */
export interface MalformedCase {
  readonly name: string;
  readonly xml: string;
  /** Default: `malformed-xml`. */
  readonly code?: XmlRefusalCode;
}

export const MALFORMED_CASES: readonly MalformedCase[] = [
  { name: 'no document', xml: '' },
  { name: 'white space alone', xml: ' \n ' },
  { name: 'text alone', xml: 'undefined' },
  { name: 'an unclosed root', xml: '<r><v>a</v>' },
  { name: 'a document cut off inside a tag', xml: '<r><v>a</v' },
  { name: 'tags in the wrong order', xml: '<r><v>a</r></v>' },
  { name: 'an end tag too many', xml: '<r></r></r>' },
  { name: 'a second root', xml: '<r/><r/>' },
  { name: 'text behind the root', xml: '<r/>a' },
  { name: 'a stray "&"', xml: '<r>Fish & Chips</r>' },
  { name: 'an entity nobody declared', xml: '<r>&nbsp;</r>' },
  { name: 'a reference to a forbidden character', xml: '<r>&#0;</r>' },
  { name: 'a reference beyond Unicode', xml: '<r>&#x110000;</r>' },
  { name: 'a control character', xml: '<r>\u0001</r>' },
  { name: '"]]>" in text', xml: '<r>a]]>b</r>' },
  { name: 'an attribute twice', xml: '<r a="1" a="2"/>' },
  { name: '"<" in an attribute', xml: '<r a="<"/>' },
  { name: 'an attribute without quotes', xml: '<r a=1/>' },
  { name: 'a comment with "--" in it', xml: '<r><!-- a -- b --></r>' },
  { name: 'an unclosed CDATA', xml: '<r><![CDATA[a</r>' },
  {
    name: 'entities that multiply',
    xml: '<!DOCTYPE r [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]><r>&b;</r>',
    code: 'forbidden-doctype',
  },
  {
    name: 'an entity from elsewhere',
    xml: '<!DOCTYPE r SYSTEM "http://evil.example.test/r.dtd"><r/>',
    code: 'forbidden-doctype',
  },
  {
    name: 'elements too deep',
    xml: `${'<r>'.repeat(65)}${'</r>'.repeat(65)}`,
    code: 'xml-too-deep',
  },
  { name: 'an element without a name', xml: '<r>< v/></r>' },
  { name: 'a reference to half of a character', xml: '<r>&#xD800;</r>' },
  { name: 'a reference that nothing ends', xml: '<r>&amp</r>' },
  { name: 'an entity named like a member of Object', xml: '<r>&constructor;</r>' },
  { name: 'half of a character', xml: '<r>\uD83D</r>' },
  { name: 'a declaration that is not the beginning', xml: ' <?xml version="1.0"?><r/>' },
  { name: 'a declaration without a version', xml: '<?xml encoding="UTF-8"?><r/>' },
  { name: 'an end tag with an attribute', xml: '<r></r a="1">' },
  { name: 'an end tag that only begins like the start tag', xml: '<r></rr>' },
  {
    name: 'a document type behind a comment',
    xml: '<!-- a --><!DOCTYPE r><r/>',
    code: 'forbidden-doctype',
  },
  { name: 'a document type inside', xml: '<r><!DOCTYPE r></r>' },
  { name: 'attributes without a blank between', xml: '<r a="1"b="2"/>' },
  { name: 'a blank inside an empty-element tag', xml: '<r / >' },
  { name: 'CDATA before the root', xml: '<![CDATA[a]]><r/>' },
];
