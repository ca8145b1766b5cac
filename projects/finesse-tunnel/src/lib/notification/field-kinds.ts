import type { XmlElement } from 'finesse-tunnel/xml';
import { type Field, type Reading, UNREADABLE } from './field-table';
import { nameVariants } from './name-variants';

/** Text for people, exactly as written. */
export function text(...names: readonly string[]): Field<string> {
  return field(names, (element) => element.text);
}

/** A word, an id or an address: without the white space around it. */
export function word(...names: readonly string[]): Field<string> {
  return field(names, (element) => element.text.trim());
}

/** The URI of a resource, without the trailing slash that some servers append. */
export function uri(...names: readonly string[]): Field<string> {
  return field(names, (element) => withoutSlash(element.text.trim()));
}

/** Cuts the trailing slash off a URI. */
export function withoutSlash(address: string): string {
  return address.endsWith('/') ? address.slice(0, -1) : address;
}

/** A whole number. */
export function integer(...names: readonly string[]): Field<number> {
  return filled(names, (written) => {
    const number = /^[+-]?\d+$/.test(written) ? Number(written) : Number.NaN;
    return Number.isSafeInteger(number) ? number : UNREADABLE;
  });
}

/** `true` or `false` in any case. */
export function flag(...names: readonly string[]): Field<boolean> {
  return filled(names, (written) => {
    const lower = written.toLowerCase();
    return lower === 'true' || (lower === 'false' ? false : UNREADABLE);
  });
}

const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)$/;

/** A moment, as ISO 8601 with a zone or as milliseconds since 1970; `-1` is no moment, like an empty element. */
export function time(...names: readonly string[]): Field<number> {
  return filled(names, (written) => {
    if (written === '-1') {
      return undefined;
    }
    const ms = ISO_TIME.test(written) ? Date.parse(written) : Number(/^\d+$/.exec(written)?.[0]);
    return Number.isSafeInteger(ms) ? ms : UNREADABLE;
  });
}

/** An object, read by a reader of its own. An empty element is none. */
export function object<Value>(
  read: (element: XmlElement, reading: Reading) => Value | undefined,
  ...names: readonly string[]
): Field<Value> {
  return field(names, (element, reading) => {
    return element.children.length === 0 ? noneIfBlank(element) : read(element, reading);
  });
}

/** An object that may be told to be absent: an empty element is `null`. */
export function objectOrNull<Value>(
  read: (element: XmlElement, reading: Reading) => Value | undefined,
  ...names: readonly string[]
): Field<Value | null> {
  const inner = object(read);
  return field(names, (element, reading) => {
    const value = inner.read(element, reading);
    return value === undefined ? null : value;
  });
}

/** The items of a collection that have a name of `item`, one or many. An empty element is an empty list. */
export function list<Item>(item: Field<Item>, ...names: readonly string[]): Field<readonly Item[]> {
  const itemNames = new Set((item.names ?? []).flatMap(nameVariants));
  return field(names, (element, reading) => {
    if (element.children.length === 0 && element.text.trim() !== '') {
      return UNREADABLE;
    }
    const items: Item[] = [];
    for (const child of element.children) {
      const value = itemNames.has(child.name) ? item.read(child, reading) : undefined;
      if (value !== undefined && value !== UNREADABLE) {
        items.push(value);
      }
    }
    return items;
  });
}

function field<Value>(names: readonly string[], read: Field<Value>['read']): Field<Value> {
  return names.length === 0 ? { read } : { names, read };
}

/** A field whose empty element says nothing. */
function filled<Value>(
  names: readonly string[],
  read: (written: string) => Value | undefined | typeof UNREADABLE,
): Field<Value> {
  return field(names, (element) => {
    const written = element.text.trim();
    return element.children.length > 0 ? UNREADABLE : written === '' ? undefined : read(written);
  });
}

function noneIfBlank({ text: written }: XmlElement): undefined | typeof UNREADABLE {
  return written.trim() === '' ? undefined : UNREADABLE;
}
