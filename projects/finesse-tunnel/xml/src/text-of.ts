import type { XmlElement } from './xml-element';

/** All text within an element, that of its descendants included, in the order of the document. */
export function textOf({ children, text }: XmlElement): string {
  let all = '';
  let told = 0;
  for (const child of children) {
    all += text.slice(told, child.textBefore) + textOf(child);
    told = child.textBefore;
  }
  return all + text.slice(told);
}
