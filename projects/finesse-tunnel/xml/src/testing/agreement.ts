import { parseXml } from '../parse-xml';
import { XmlRefusal } from '../xml-refusal';
import { type DescribedElement, describeElement } from './described-element';
import { readWithSaxes } from './read-with-saxes';

/**
 * Whether our reader and saxes say the same about a document.
 *
 * Where saxes is the less strict of the two, refusing is right: half of a surrogate pair is no character (XML 1.0 §2.2), and a
 * `?` ends the target of a processing instruction only before `>` (§2.6). What claims to be XML 1.1, which allows other
 * characters, is read by the rules of 1.0, as a processor of 1.0 should (§2.8).
 *
 * @throws whatever is no `XmlRefusal`.
 */
export function agreesWithSaxes(xml: string): boolean {
  const ours = read(xml);
  if (ours === undefined && (/[\uD800-\uDFFF]/u.test(xml) || /<\?[^\s?>]+\?[^>]/.test(xml))) {
    return true;
  }
  return /version\s*=\s*["']1\.1/.test(xml) || equal(ours, readWithSaxes(xml));
}

function read(xml: string): DescribedElement | undefined {
  try {
    return describeElement(parseXml(xml));
  } catch (refusal) {
    if (refusal instanceof XmlRefusal) {
      return undefined;
    }
    throw refusal;
  }
}

function equal(ours: DescribedElement | undefined, theirs: DescribedElement | undefined): boolean {
  return JSON.stringify(ours) === JSON.stringify(theirs);
}
