import type { XmlElement } from 'finesse-tunnel/xml';
import type { Diagnostic } from '../model/diagnostic';
import type { Extra, ExtraValue } from '../model/extra';
import { nameVariants } from './name-variants';

/** What readers of one document share: where it came from, and what they could not make sense of. */
export interface Reading {
  /** The URI that names what the document is about, for objects that do not name themselves. Often empty. */
  readonly source: string;
  readonly diagnostics: Diagnostic[];
}

/** Stands for a value that is there and is none of its kind; it goes to `extra`, and a diagnostic tells. */
export const UNREADABLE = Symbol('unreadable');

/** How one field of a resource is read from its element. */
export interface Field<Value> {
  /** The element's names; absent: the key of the field. The case of the first letter never matters. */
  readonly names?: readonly string[];
  /** `undefined`: the element is empty and so says nothing. */
  readonly read: (element: XmlElement, reading: Reading) => Value | undefined | typeof UNREADABLE;
}

/** The keys of a resource that stand for elements. */
type FieldKey<Resource> = Exclude<keyof Resource, 'extra'>;

/** How each field of a resource is read, by the key it has in the model. None may be forgotten. */
export type FieldTable<Resource> = {
  readonly [Key in FieldKey<Resource>]-?: Field<Exclude<Resource[Key], undefined>>;
};

type ToldFields<Resource> = {
  -readonly [Key in FieldKey<Resource>]?: Exclude<Resource[Key], undefined>;
};

/** Whatever fields were told. */
export type Told<Resource> = ToldFields<Resource> & { extra?: Extra };

/** Reads what an element tells of a resource. */
export type FieldReader<Resource> = (element: XmlElement, reading: Reading) => Told<Resource>;

type Setter<Resource> = (
  told: ToldFields<Resource>,
  child: XmlElement,
  reading: Reading,
) => boolean;

/**
 * Makes a reader of a table. The reader takes children in any order, the last of several wins, and keeps
 * children that are in no table under `extra`.
 */
export function fieldReader<Resource extends { readonly extra?: Extra }>(
  table: FieldTable<Resource>,
): FieldReader<Resource> {
  const setters = settersByName(table);
  return (element, reading) => {
    const told: Told<Resource> = {};
    const unknown: XmlElement[] = [];
    for (const child of element.children) {
      const setter = setters.get(child.name);
      if (!setter?.(told, child, reading)) {
        unknown.push(child);
      }
    }
    if (unknown.length > 0) {
      told.extra = childrenByName(unknown);
    }
    return told;
  };
}

function settersByName<Resource>(table: FieldTable<Resource>): Map<string, Setter<Resource>> {
  const setters = new Map<string, Setter<Resource>>();
  for (const key of Object.keys(table) as (keyof FieldTable<Resource>)[]) {
    const set = setterOf<Resource, typeof key>(key, table[key]);
    for (const name of table[key].names ?? [String(key)]) {
      for (const variant of nameVariants(name)) {
        setters.set(variant, set);
      }
    }
  }
  return setters;
}

/** The setter tells whether it could use the child. */
function setterOf<Resource, Key extends FieldKey<Resource>>(
  key: Key,
  field: Field<Exclude<Resource[Key], undefined>>,
): Setter<Resource> {
  return (told, child, reading) => {
    const value = field.read(child, reading);
    if (value === UNREADABLE) {
      reading.diagnostics.push(unreadable(child));
      return false;
    }
    if (value !== undefined) {
      told[key] = value;
    }
    return true;
  };
}

function unreadable({ name, text }: XmlElement): Diagnostic {
  return {
    code: 'unreadable-value',
    message: `The element "${name}" does not hold what it should; its text is kept under extra. Compare it with the Finesse guide.`,
    excerpt: text.slice(0, 120),
  };
}

function childrenByName(elements: readonly XmlElement[]): Extra {
  const values = new Map<string, ExtraValue[]>();
  for (const element of elements) {
    const known = values.get(element.name);
    if (known === undefined) {
      values.set(element.name, [valueOf(element)]);
    } else {
      known.push(valueOf(element));
    }
  }
  // Without a prototype, or a child called __proto__ would become one.
  const byName = Object.create(null) as Record<string, ExtraValue>;
  for (const [name, [first = '', ...more]] of values) {
    byName[name] = more.length === 0 ? first : [first, ...more];
  }
  return byName;
}

function valueOf({ children, text }: XmlElement): ExtraValue {
  return children.length === 0 ? text : childrenByName(children);
}
