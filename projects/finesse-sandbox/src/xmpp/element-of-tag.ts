import type { SaxesTagNS } from 'saxes';

import { XmlElement } from './xml-element';

/** Makes an element of an opening tag; children and text are added by whoever parses on. */
export function elementOfTag(tag: SaxesTagNS): XmlElement {
  const attributes = new Map<string, string>();
  for (const { local, uri, prefix, value } of Object.values(tag.attributes)) {
    if (prefix !== 'xmlns' && !(prefix === '' && local === 'xmlns')) {
      attributes.set(prefix === '' ? local : `{${uri}}${local}`, value);
    }
  }
  return new XmlElement(tag.local, tag.uri, attributes);
}
