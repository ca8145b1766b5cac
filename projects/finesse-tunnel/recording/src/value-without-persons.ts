import { withoutPerson } from './personal-fields';
import type { Pseudonyms } from './pseudonyms';

/**
 * A copy of plain data as the library reads it, with every person replaced. Numbers and booleans stay: no field that holds
 * a telephone number or an id is read as a number.
 *
 * @param name - What the value is called where it comes from, as `snapshot` or `agent`.
 */
export function valueWithoutPersons(value: unknown, name: string, pseudonyms: Pseudonyms): unknown {
  return copied(value, { name, parent: '', login: undefined }, pseudonyms);
}

interface Around {
  readonly name: string;
  readonly parent: string;
  readonly login: string | undefined;
}

function copied(value: unknown, around: Around, pseudonyms: Pseudonyms): unknown {
  if (typeof value === 'string') {
    return withoutPerson(value, around, pseudonyms);
  }
  if (Array.isArray(value)) {
    return value.map((item: unknown) => copied(item, around, pseudonyms));
  }
  if (typeof value !== 'object' || value === null) {
    return value;
  }
  const fields = Object.entries(value);
  const isPerson = /^(?:agents?|users?|createdby)$/.test(around.name);
  const id: unknown = isPerson ? fields.find(([field]) => field === 'id')?.[1] : undefined;
  const login = typeof id === 'string' ? id : undefined;
  return Object.fromEntries(
    fields.map(([field, part]): [string, unknown] => [
      field,
      copied(part, { name: field.toLowerCase(), parent: around.name, login }, pseudonyms),
    ]),
  );
}
