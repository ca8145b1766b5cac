import { escapeXml } from 'finesse-tunnel/protocol';

/** An element: its name, and either its text or its children. Attributes are rare in Finesse. */
export interface XmlElement {
  readonly name: string;
  readonly content: string | readonly XmlElement[];
  readonly attributes?: Readonly<Record<string, string>>;
}

/** Makes an element; the shorthand of everything in this folder that writes XML. */
export function element(name: string, content: string | readonly XmlElement[] = ''): XmlElement {
  return { name, content };
}

/** Writes an element the way Finesse does: two blanks a level, a line each, empty values as an empty pair of tags. */
export function writeXml(root: XmlElement, indent = ''): string {
  const { name, content } = root;
  const open = `${indent}<${name}${attributesOf(root)}`;
  if (typeof content === 'string') {
    return `${open}>${content === '' ? '' : escapeXml(content)}</${name}>`;
  }
  if (content.length === 0) {
    return `${open}/>`;
  }
  const deeper = `${indent}  `;
  let inner = '';
  for (const child of content) {
    inner += `${writeXml(child, deeper)}\n`;
  }
  return `${open}>\n${inner}${indent}</${name}>`;
}

function attributesOf({ attributes }: XmlElement): string {
  if (attributes === undefined) {
    return '';
  }
  const pairs = Object.entries(attributes);
  return pairs.map(([name, value]) => ` ${name}="${escapeXml(value)}"`).join('');
}
