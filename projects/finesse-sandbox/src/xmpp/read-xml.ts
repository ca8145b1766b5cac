import { SaxesParser } from 'saxes';

import { elementOfTag } from './element-of-tag';
import { refuseRestricted, RestrictedXml } from './restricted-xml';
import type { XmlElement } from './xml-element';

/** What reading one document gave; `condition` is the stream error of RFC 6120 §4.9.3 that fits. */
export type ReadXml =
  | { readonly ok: true; readonly element: XmlElement }
  | {
      readonly ok: false;
      readonly condition: 'not-well-formed' | 'restricted-xml';
      readonly text: string;
    };

// Deeper than any stanza of the protocols spoken here; keeps hostile nesting from filling the heap.
const MAX_DEPTH = 64;

/**
 * Reads one WebSocket frame or BOSH body, which is a whole document.
 * Comments, processing instructions and DTDs are refused (RFC 6120 §11.1).
 */
export function readXml(text: string): ReadXml {
  try {
    return { ok: true, element: parse(text) };
  } catch (error) {
    const restricted = error instanceof RestrictedXml;
    return {
      ok: false,
      condition: restricted ? 'restricted-xml' : 'not-well-formed',
      text: error instanceof Error ? error.message : 'This is not XML.',
    };
  }
}

function parse(text: string): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: false });
  const open: XmlElement[] = [];
  let root: XmlElement | undefined;
  refuseRestricted(parser);
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', (tag) => {
    const element = elementOfTag(tag);
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
    if (open.length > MAX_DEPTH) {
      throw new RestrictedXml(`Elements may nest ${MAX_DEPTH.toString()} deep.`);
    }
  });
  parser.on('closetag', () => open.pop());
  const addText = (data: string): void => {
    const element = open.at(-1);
    if (element !== undefined) {
      element.text += data;
    }
  };
  parser.on('text', addText);
  parser.on('cdata', addText);
  parser.write(text).close();
  if (root === undefined) {
    throw new Error('There is no element.');
  }
  return root;
}
