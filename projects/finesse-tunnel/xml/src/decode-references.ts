const NAMED: ReadonlyMap<string, string> = new Map([
  ['lt', '<'],
  ['gt', '>'],
  ['amp', '&'],
  ['quot', '"'],
  ['apos', "'"],
]);
const NUMBER = /^#(?:(\d+)|x([\da-f]+))$/i;

/**
 * Replaces the references of XML 1.0 §4.1 and §4.6 by what they stand for. Nothing is replaced twice, and no entity is
 * known but the five of every document.
 *
 * @returns `undefined` if an `&` begins no reference, or one to a character that XML forbids.
 */
export function decodeReferences(text: string): string | undefined {
  let decoded = '';
  let from = 0;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', from)) {
    const end = text.indexOf(';', at);
    const reference = text.slice(at + 1, end);
    const character = NAMED.get(reference) ?? numbered(reference);
    if (end < 0 || character === undefined) {
      return undefined;
    }
    decoded += text.slice(from, at) + character;
    from = end + 1;
  }
  return decoded + text.slice(from);
}

// XML 1.0 §2.2. With the flag, half of a surrogate pair is a character of its own, and a whole pair is another.
// eslint-disable-next-line no-control-regex -- these are exactly the characters XML forbids
const FORBIDDEN = /[\0-\x08\x0B\x0C\x0E-\x1F\uD800-\uDFFF\uFFFE\uFFFF]/u;

/** Whether a text holds a character that no XML document may hold. */
export function hasForbiddenCharacter(text: string): boolean {
  return FORBIDDEN.test(text);
}

function numbered(reference: string): string | undefined {
  const [, decimal, hexadecimal] = NUMBER.exec(reference) ?? [];
  const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
  if (!(code <= 0x10ffff)) {
    return undefined;
  }
  const character = String.fromCodePoint(code);
  return hasForbiddenCharacter(character) ? undefined : character;
}
