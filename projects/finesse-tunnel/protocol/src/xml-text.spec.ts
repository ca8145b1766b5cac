import fc from 'fast-check';
import { anyText, xmlText } from './cases/any-text';
import { escapeXml, unescapeXml } from './xml-text';

describe('XML text', () => {
  it('is escaped so that it can stand in content and in attributes', () => {
    expect(escapeXml(`<a b="c">&'</a>`)).toBe('&lt;a b=&quot;c&quot;&gt;&amp;&apos;&lt;/a&gt;');
  });

  it('is written without characters that XML forbids', () => {
    expect(escapeXml('a\u0000b\u0008c\u000Bd\uFFFEe\t\n\r')).toBe('abcde\t\n\r');
  });

  it('is unescaped once, not twice', () => {
    expect(unescapeXml('&amp;lt; &#38;amp;')).toBe('&lt; &amp;');
  });

  it('is unescaped from decimal and hexadecimal references', () => {
    expect(unescapeXml('&#65;&#x42;&#x1F600;')).toBe('AB\u{1F600}');
  });

  for (const text of [
    '&nbsp;',
    '&',
    '& amp;',
    '&amp',
    '&AMP;',
    '&#0;',
    '&#x110000;',
    '&#9999999;',
    '&#xZ;',
    '&constructor;',
  ]) {
    it(`keeps what is no reference: ${text}`, () => {
      expect(unescapeXml(text)).toBe(text);
    });
  }

  it('is unescaped to what was escaped', () => {
    fc.assert(
      fc.property(xmlText, (text) => {
        expect(unescapeXml(escapeXml(text))).toBe(text);
      }),
    );
  });

  it('is escaped and unescaped without throwing, for any text', () => {
    const scraps = fc.array(
      fc.oneof(anyText, fc.constantFrom('&', '&#', '&#x', ';', 'amp', 'D800')),
    );

    fc.assert(
      fc.property(scraps, (parts) => {
        const text = parts.join('');

        expect(typeof unescapeXml(text)).toBe('string');
        expect(escapeXml(text)).not.toMatch(/[<>"']/);
      }),
    );
  });
});
