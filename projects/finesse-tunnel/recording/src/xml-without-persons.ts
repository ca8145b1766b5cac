import { escapeXml, splitDocuments } from 'finesse-tunnel/protocol';
import { parseXml, type XmlElement, XmlRefusal } from 'finesse-tunnel/xml';
import { type Place, withoutPerson } from './personal-fields';
import type { Pseudonyms } from './pseudonyms';

/**
 * The documents of an event with every person replaced.
 *
 * @returns `undefined` where one of them is malformed: nobody could tell what in it is personal.
 */
export function xmlWithoutPersons(xml: string, pseudonyms: Pseudonyms): string | undefined {
  try {
    return splitDocuments(xml.trim())
      .map((document) => written(parseXml(document.trim()), pseudonyms, 0))
      .join('');
  } catch (failure) {
    if (failure instanceof XmlRefusal) {
      return undefined;
    }
    throw failure;
  }
}

function written(element: XmlElement, pseudonyms: Pseudonyms, depth: number): string {
  const { name, prefix, attributes, children, text, parent } = element;
  const place: Place = {
    name: name.toLowerCase(),
    parent: parent?.name.toLowerCase() ?? '',
    login: loginBeside(parent),
  };
  const tag = prefix === '' ? name : `${prefix}:${name}`;
  const attributeText = [...attributes]
    .map(([key, value]) => ` ${key}="${escapeXml(attributeValue(key, value, pseudonyms))}"`)
    .join('');
  const content = escapeXml(withoutPerson(text.trim(), place, pseudonyms));
  const indent = '\n' + '  '.repeat(depth);
  const inner = children.map((child) => `${indent}  ${written(child, pseudonyms, depth + 1)}`);
  const end = inner.length > 0 ? indent : '';
  return `<${tag}${attributeText}>${content}${inner.join('')}${end}</${tag}>`;
}

function attributeValue(name: string, value: string, pseudonyms: Pseudonyms): string {
  return name === 'xmlns' || name.startsWith('xmlns:') ? value : pseudonyms.of('text', value);
}

function loginBeside(parent: XmlElement | undefined): string | undefined {
  const isAuthor = parent?.name.toLowerCase() === 'createdby';
  const login = parent?.children.find(({ name }) => {
    const key = name.toLowerCase();
    return key === 'loginid' || (isAuthor && key === 'id');
  });
  return login?.text.trim();
}
