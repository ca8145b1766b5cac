import { NS_CLIENT } from './namespaces';

/** A question to the server or to one of its services; the session adds the id. */
export interface IqRequest {
  readonly type: 'get' | 'set';
  /** Absent: the server itself, on behalf of the account. */
  readonly to?: string;
  /** One element, ready to send. */
  readonly content: string;
}

/** What an element says of itself; what is empty or absent is not written. */
export type Attributes = Readonly<Record<string, string | number | undefined>>;

/** Writes an element; `content` is XML and not escaped again. */
export function writeElement(name: string, attributes: Attributes, content = ''): string {
  let tag = name;
  for (const [key, value] of Object.entries(attributes)) {
    tag += value ? ` ${key}='${escapeText(value)}'` : '';
  }
  return `<${tag}${content ? `>${content}</${name}` : '/'}>`;
}

/** Writes a stanza of the given name. */
export function writeStanza(name: string, attributes: Attributes, content = ''): string {
  return writeElement(name, { xmlns: NS_CLIENT, ...attributes }, content);
}

/** Writes text as the content of an element or attribute, by number what has a meaning in XML; drops what it forbids. */
export function escapeText(text: string | number): string {
  return (
    String(text)
      // eslint-disable-next-line no-control-regex -- these are exactly the characters XML forbids
      .replace(/[\0-\x08\v\f\x0E-\x1F\uFFFE\uFFFF]/g, '')
      .replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`)
  );
}

/** An attribute of what the server sent; empty where there is none. */
export function attributeOf(element: Element | undefined, name: string): string {
  return element?.getAttribute(name) ?? '';
}

/** The elements of that name below `element`, of any namespace unless one is given. */
export function elementsOf(element: Element, name: string, namespace = '*'): Element[] {
  return [...element.getElementsByTagNameNS(namespace, name)];
}
