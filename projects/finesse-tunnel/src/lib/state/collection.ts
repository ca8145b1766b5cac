/** What a collection can hold. */
export interface Keyed {
  readonly id: string;
}

/**
 * Things by id, in the order in which they came. Plain data that shares all it can with the collection before it:
 * a change of k of n copies k short lists, whatever n is, where a record by id would be copied whole.
 *
 * Read it with {@link entityOf} and {@link listOf}, change it with `withChanges`.
 */
export interface Collection<T extends Keyed> {
  /** The things in pages of {@link PAGE_SIZE}; `null` where one left. */
  readonly pages: readonly (readonly (T | null)[])[];
  /** Where things are, by the hash of their id: page number × {@link PAGE_SIZE} + number in the page. */
  readonly places: readonly (readonly number[])[];
  /** How many there are. */
  readonly size: number;
}

/** How many things share a page. A power of two. */
export const PAGE_SIZE = 32;

/** The empty collection, the same for all. */
export const EMPTY_COLLECTION: Collection<never> = { pages: [], places: [], size: 0 };

/** The thing of that id. */
export function entityOf<T extends Keyed>(collection: Collection<T>, id: string): T | undefined {
  const place = placeOf(collection, id);
  return place === undefined ? undefined : (at(collection, place) ?? undefined);
}

/** Where the thing of that id is. */
export function placeOf<T extends Keyed>(
  collection: Collection<T>,
  id: string,
): number | undefined {
  const { places } = collection;
  for (const place of places[bucketOf(id, places.length)] ?? []) {
    if (at(collection, place)?.id === id) {
      return place;
    }
  }
  return undefined;
}

/** All of them, in the order in which they came. */
export function listOf<T extends Keyed>({ pages }: Collection<T>): readonly T[] {
  const list: T[] = [];
  for (const page of pages) {
    for (const entity of page) {
      if (entity !== null) {
        list.push(entity);
      }
    }
  }
  return list;
}

/**
 * Makes a reader like {@link listOf} that remembers its last answer: while nothing came or left, the next list is
 * a copy of it in which only the changed pages are written anew.
 */
export function listReader<T extends Keyed>(): (collection: Collection<T>) => readonly T[] {
  let before: Collection<T> = EMPTY_COLLECTION;
  let list: readonly T[] = [];
  return (collection) => {
    list = isAligned(before, collection) ? patched(list, before, collection) : listOf(collection);
    before = collection;
    return list;
  };
}

/** Whether both hold as many things, and each at the place that its number in the list says. */
function isAligned<T extends Keyed>(
  before: Collection<T>,
  { pages, size }: Collection<T>,
): boolean {
  const places = (pages.length - 1) * PAGE_SIZE + (pages.at(-1)?.length ?? 0);
  return before.size === size && before.pages.length === pages.length && places === size;
}

function patched<T extends Keyed>(
  list: readonly T[],
  before: Collection<T>,
  { pages }: Collection<T>,
): readonly T[] {
  const next = list.slice();
  // By index: this runs once a frame over all pages, and an iterator would make an object for each.
  for (let number = 0; number < pages.length; number++) {
    const page = pages[number];
    if (page !== before.pages[number]) {
      page?.forEach((entity, index) => {
        if (entity !== null) {
          next[number * PAGE_SIZE + index] = entity;
        }
      });
    }
  }
  return next;
}

/** In which of so many buckets an id belongs; `buckets` is a power of two. FNV-1a. */
export function bucketOf(id: string, buckets: number): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < id.length; i++) {
    hash = Math.imul(hash ^ id.charCodeAt(i), 0x01000193);
  }
  return (hash ^ (hash >>> 15)) & (buckets - 1);
}

function at<T extends Keyed>({ pages }: Collection<T>, place: number): T | null | undefined {
  return pages[Math.floor(place / PAGE_SIZE)]?.[place % PAGE_SIZE];
}
