import { escapeXml } from 'finesse-tunnel/protocol';
import { LISTS, NAMES } from './element-names';

/** Anything a resource of the model holds. */
type Value = string | number | boolean | null | undefined | readonly Value[] | object;

/** What surrounds the resource of a notification. */
export interface UpdateOptions {
  /** Default `PUT`. */
  readonly event?: 'POST' | 'PUT' | 'DELETE';
  /** Default empty, as of what nobody asked for. */
  readonly requestId?: string;
  /** The URI of what changed. */
  readonly source: string;
}

/** Writes an `Update` as Finesse publishes it: `data` holds one element, by name. */
export function updateXml(
  element: string,
  resource: Value,
  { event = 'PUT', requestId = '', source }: UpdateOptions,
): string {
  const data = written(element, resource);
  return `<Update><data>${data}</data><event>${event}</event><requestId>${escapeXml(requestId)}</requestId><source>${escapeXml(source)}</source></Update>`;
}

function written(name: string, value: Value): string {
  if (value === undefined) {
    return '';
  }
  return `<${name}>${content(name, value)}</${name}>`;
}

function content(name: string, value: Exclude<Value, undefined>): string {
  if (value === null) {
    return '';
  }
  if (isList(value)) {
    // The teams of a message are ids in elements called `team`, those of an agent are objects.
    return value
      .map((entry) => written(isText(entry) && name === 'teams' ? 'team' : itemOf(name), entry))
      .join('');
  }
  if (typeof value === 'object') {
    return fields(name, value);
  }
  return typeof value === 'number' && /time(stamp)?$|^startTime/i.test(name) && value > 1e11
    ? new Date(value).toISOString()
    : escapeXml(String(value));
}

function fields(name: string, resource: object): string {
  return Object.entries(resource)
    .filter(([key]) => key !== 'extra')
    .map(([key, value]: [string, Value]) => written(elementOf(name, key), value))
    .join('');
}

function elementOf(parent: string, key: string): string {
  return NAMES[`${parent.toLowerCase()}.${key}`] ?? NAMES[key] ?? key;
}

function isList(value: NonNullable<Value>): value is readonly Value[] {
  return Array.isArray(value);
}

function itemOf(collection: string): string {
  return LISTS[collection] ?? 'item';
}

function isText(value: Value): value is string {
  return typeof value === 'string';
}
