/**
 * Splits XML documents that stand one behind the other, as two items in one stanza arrive.
 *
 * Looks at tags only, in one pass; whether each piece is well-formed is for the reader to say. Text between the
 * documents goes to the piece before it, a piece that never closes keeps the rest, so nothing is lost.
 */
export function splitDocuments(xml: string): readonly string[] {
  const documents: string[] = [];
  let depth = 0;
  let start = 0;
  let at = xml.indexOf('<');
  while (at >= 0) {
    const end = endOfMarkup(xml, at);
    depth += depthChange(xml, at, end);
    if (depth === 0 && isElementEnd(xml, at, end)) {
      documents.push(xml.slice(start, end));
      start = end;
    }
    at = xml.indexOf('<', end);
  }
  const rest = xml.slice(start);
  if (rest.trim() !== '') {
    documents.push((depth === 0 ? (documents.pop() ?? '') : '') + rest);
  }
  return documents;
}

const CDATA = '<![CDATA[';

/** The index behind the markup that begins at `at`: CDATA and comments may hold `>`, attribute values too. */
function endOfMarkup(xml: string, at: number): number {
  if (xml.startsWith(CDATA, at)) {
    return behind(xml, ']]>', at + CDATA.length);
  }
  if (xml.startsWith('<!--', at)) {
    return behind(xml, '-->', at + 4);
  }
  if (xml.startsWith('<?', at)) {
    return behind(xml, '?>', at + 2);
  }
  let quote = '';
  for (let i = at + 1; i < xml.length; i++) {
    const character = xml.charAt(i);
    if (quote !== '') {
      quote = character === quote ? '' : quote;
    } else if (character === '"' || character === "'") {
      quote = character;
    } else if (character === '>') {
      return i + 1;
    }
  }
  return xml.length;
}

function behind(xml: string, terminator: string, from: number): number {
  const found = xml.indexOf(terminator, from);
  return found < 0 ? xml.length : found + terminator.length;
}

function depthChange(xml: string, at: number, end: number): number {
  const second = xml.charAt(at + 1);
  if (second === '!' || second === '?') {
    return 0;
  }
  if (second === '/') {
    return -1;
  }
  return isSelfClosed(xml, end) ? 0 : 1;
}

function isSelfClosed(xml: string, end: number): boolean {
  return xml.charAt(end - 2) === '/' && xml.charAt(end - 1) === '>';
}

function isElementEnd(xml: string, at: number, end: number): boolean {
  const second = xml.charAt(at + 1);
  return second === '/' || (second !== '!' && second !== '?' && isSelfClosed(xml, end));
}
