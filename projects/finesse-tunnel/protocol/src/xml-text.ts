const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};
// What XML 1.0 §2.2 does not allow in any document, not even as a reference.
// eslint-disable-next-line no-control-regex -- these are exactly the characters XML forbids
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g;

/** Writes text so that it can stand in element content and in attributes; characters XML forbids are dropped. */
export function escapeXml(text: string): string {
  return text
    .replace(FORBIDDEN, '')
    .replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/**
 * Undoes {@link escapeXml} once: named and numeric references of XML 1.0 §4.1 and §4.6.
 * A reference that is none stays as it is.
 */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) {
    return text;
  }
  return text.replace(/&(?:#(\d{1,7}|x[\da-f]{1,6})|(amp|lt|gt|quot|apos));/gi, readReference);
}

function readReference(whole: string, number?: string, name?: string): string {
  if (name !== undefined) {
    return NAMED[name] ?? whole;
  }
  // `x41` is, with a zero before it, how JavaScript writes hexadecimal numbers too.
  const code = Number(number?.replace(/^x/i, '0x'));
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
}
