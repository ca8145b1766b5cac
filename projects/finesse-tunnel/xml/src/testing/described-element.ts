import type { XmlElement } from '../xml-element';

/** An element as both readers can tell it: texts and children in the order of the document. */
export interface DescribedElement {
  readonly name: string;
  readonly attributes: readonly (readonly [string, string])[];
  readonly content: readonly (string | DescribedElement)[];
}

/** Describes what our reader read. */
export function describeElement(element: XmlElement): DescribedElement {
  const { name, prefix, attributes, children, text } = element;
  const content: (string | DescribedElement)[] = [];
  let told = 0;
  for (const child of children) {
    content.push(text.slice(told, child.textBefore), describeElement(child));
    told = child.textBefore;
  }
  content.push(text.slice(told));
  return {
    name: prefix === '' ? name : `${prefix}:${name}`,
    attributes: [...attributes],
    content: content.filter((part) => part !== ''),
  };
}
