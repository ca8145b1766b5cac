import type { Reading } from './field-table';
import { resourceId } from './resource-id';

/** What identifies a resource, each part of which servers leave out now and then. */
interface Identity {
  readonly id?: string;
  readonly uri?: string;
}

/**
 * Completes a resource with its id: the one it tells, else the one in its URI, else the one in the document's
 * source. Without any of them there is no resource, only a diagnostic.
 */
export function identified<Told extends Identity>(
  told: Told,
  collection: string,
  reading: Reading,
): (Told & { readonly id: string }) | undefined {
  if (hasId(told)) {
    return told;
  }
  const id = resourceId(told.uri ?? '', collection) || resourceId(reading.source, collection);
  if (id === '') {
    reading.diagnostics.push({
      code: 'missing-id',
      message: `A ${collection} without an id, and no URI names it: it is left out. Load it again.`,
      excerpt: '',
    });
    return undefined;
  }
  return { ...told, id };
}

function hasId<Told extends Identity>(told: Told): told is Told & { readonly id: string } {
  return told.id !== undefined && told.id !== '';
}
