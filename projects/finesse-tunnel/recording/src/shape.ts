/**
 * Says what is wrong with a value, and where: `agents[3].state must be a text`.
 *
 * @returns Nothing where it is as it should be.
 */
export type Shape = (value: unknown, path: string) => string | undefined;

export const text: Shape = (value, path) =>
  typeof value === 'string' ? undefined : `${path} must be a text`;

export const number: Shape = (value, path) =>
  typeof value === 'number' && Number.isFinite(value) ? undefined : `${path} must be a number`;

export const flag: Shape = (value, path) =>
  typeof value === 'boolean' ? undefined : `${path} must be true or false`;

/** Anything that JSON can say. */
export const anything: Shape = () => undefined;

/** One of some words. */
export function oneOf(...words: readonly string[]): Shape {
  return (value, path) =>
    words.some((word) => word === value)
      ? undefined
      : `${path} must be one of ${words.map((word) => JSON.stringify(word)).join(', ')}`;
}

/** Or `null`. */
export function orNull(shape: Shape): Shape {
  return (value, path) => (value === null ? undefined : shape(value, path));
}

/** Each item of a list. */
export function listOf(shape: Shape): Shape {
  return (value, path) => {
    if (!Array.isArray(value)) {
      return `${path} must be a list`;
    }
    for (const [index, item] of value.entries()) {
      const problem = shape(item, `${path}[${String(index)}]`);
      if (problem !== undefined) {
        return problem;
      }
    }
    return undefined;
  };
}

/** The fields that must be there, and those that may; others are let be, as newer versions may write them. */
export function fields(
  required: Readonly<Record<string, Shape>>,
  optional: Readonly<Record<string, Shape>> = {},
): Shape {
  return (value, path) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      return `${path} must be an object`;
    }
    const told = new Map<string, unknown>(Object.entries(value));
    const missing = Object.keys(required).find((name) => told.get(name) === undefined);
    if (missing !== undefined) {
      return `${path}.${missing} is missing`;
    }
    for (const [name, shape] of Object.entries({ ...optional, ...required })) {
      const field = told.get(name);
      const problem = field === undefined ? undefined : shape(field, `${path}.${name}`);
      if (problem !== undefined) {
        return problem;
      }
    }
    return undefined;
  };
}
