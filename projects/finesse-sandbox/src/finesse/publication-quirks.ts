import type { Quirk } from './quirk';
import { element, type XmlElement } from './xml-element';

type Change = (update: XmlElement) => XmlElement;

/** A notification as the real product sometimes writes it; every change leaves its meaning alone. */
export function withQuirks(update: XmlElement, quirks: readonly Quirk[]): XmlElement {
  return quirks.reduce((changed, quirk) => CHANGES[quirk]?.(changed) ?? changed, update);
}

const PAGE_ORDER = ['event', 'source', 'requestId', 'data'];

const CHANGES: Partial<Record<Quirk, Change>> = {
  'lower-case-events': (update) =>
    mapChildren(update, (child) =>
      child.name === 'event' ? { ...child, content: textOf(child).toLowerCase() } : child,
    ),
  'data-last': (update) => ({
    ...update,
    content: childrenOf(update).toSorted(
      (a, b) => PAGE_ORDER.indexOf(a.name) - PAGE_ORDER.indexOf(b.name),
    ),
  }),
  'upper-case-objects': (update) =>
    mapChildren(update, (child) =>
      child.name === 'data' ? mapChildren(child, withCapital) : child,
    ),
  'no-request-ids': (update) =>
    mapChildren(update, (child) => (child.name === 'requestId' ? element('requestId', '') : child)),
  'old-queue-figures': (update) => without(update, ['agentsBusyOther', 'agentsLoggedOn']),
};

function withCapital(object: XmlElement): XmlElement {
  const name = object.name.charAt(0).toUpperCase() + object.name.slice(1);
  return { ...object, name };
}

function without(parent: XmlElement, names: readonly string[]): XmlElement {
  const left = childrenOf(parent).filter(({ name }) => !names.includes(name));
  return typeof parent.content === 'string'
    ? parent
    : { ...parent, content: left.map((child) => without(child, names)) };
}

function mapChildren(parent: XmlElement, change: Change): XmlElement {
  return { ...parent, content: childrenOf(parent).map(change) };
}

function childrenOf({ content }: XmlElement): readonly XmlElement[] {
  return typeof content === 'string' ? [] : content;
}

function textOf({ content }: XmlElement): string {
  return typeof content === 'string' ? content : '';
}
