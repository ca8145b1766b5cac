import { SaxesParser } from 'saxes';
import type { DescribedElement } from './described-element';

interface OpenElement extends DescribedElement {
  readonly content: (string | DescribedElement)[];
}

/**
 * Reads a document with saxes, the oracle.
 *
 * @returns `undefined` if it is not well-formed, or has a document type declaration.
 */
export function readWithSaxes(xml: string): DescribedElement | undefined {
  try {
    return read(xml);
  } catch {
    return undefined;
  }
}

function read(xml: string): DescribedElement | undefined {
  const saxes = new SaxesParser();
  const document: OpenElement = { name: '', attributes: [], content: [] };
  const open = [document];
  const append = (text: string): void => {
    const { content } = open.at(-1) ?? document;
    const last = content.at(-1);
    if (typeof last === 'string') {
      content[content.length - 1] = last + text;
    } else if (text !== '') {
      content.push(text);
    }
  };
  saxes.on('doctype', () => {
    throw new Error('doctype');
  });
  saxes.on('opentag', ({ name, attributes }) => {
    // A colon that nothing stands before is no prefix.
    const told = name.replace(/^:/, '');
    const element: OpenElement = {
      name: told,
      attributes: Object.entries(attributes),
      content: [],
    };
    open.at(-1)?.content.push(element);
    open.push(element);
  });
  saxes.on('closetag', () => open.pop());
  saxes.on('text', append);
  saxes.on('cdata', append);
  saxes.write(xml).close();
  return document.content.find((part): part is DescribedElement => typeof part !== 'string');
}
