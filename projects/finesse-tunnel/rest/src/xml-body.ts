import { escapeXml } from 'finesse-tunnel/protocol';

/** What an element of a request holds: text, or named children. A list repeats its element; `undefined` leaves it out. */
export type XmlContent = string | readonly XmlContent[] | XmlChildren | undefined;

/** Children by the name of their element, in order. */
export interface XmlChildren {
  readonly [name: string]: XmlContent;
}

/** Writes one element of a request, every text in it escaped. */
export function xmlBody(name: string, content: XmlContent): string {
  if (content === undefined) {
    return '';
  }
  if (typeof content === 'string') {
    return `<${name}>${escapeXml(content)}</${name}>`;
  }
  if (isList(content)) {
    return content.map((item) => xmlBody(name, item)).join('');
  }
  const children = Object.entries(content).map(([child, inner]) => xmlBody(child, inner));
  return `<${name}>${children.join('')}</${name}>`;
}

function isList(content: readonly XmlContent[] | XmlChildren): content is readonly XmlContent[] {
  return Array.isArray(content);
}
