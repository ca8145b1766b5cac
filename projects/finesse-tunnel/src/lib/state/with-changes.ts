import {
  bucketOf,
  type Collection,
  EMPTY_COLLECTION,
  type Keyed,
  listOf,
  PAGE_SIZE,
  placeOf,
} from './collection';

/** More things a bucket than this on average, and the collection is built anew with more buckets. */
const FULL_BUCKET = 4;
/** More empty places than things by this many, and it is built anew without them. */
const SPARE_PLACES = 2 * PAGE_SIZE;

/**
 * The collection after some changes: each thing as it is now, or `undefined` for one that left.
 *
 * What is there keeps its place, what is new comes last. Things left alone, and the pages of those, stay the same objects.
 */
export function withChanges<T extends Keyed>(
  before: Collection<T>,
  changes: ReadonlyMap<string, T | undefined>,
): Collection<T> {
  const next = new Copy(before);
  for (const [id, entity] of changes) {
    next.change(id, entity);
  }
  return next.finish();
}

/** The pages and buckets that are copied, each once. */
class Copy<T extends Keyed> {
  readonly #before: Collection<T>;
  readonly #pages = new Map<number, (T | null)[]>();
  readonly #buckets = new Map<number, readonly number[]>();
  readonly #added: T[] = [];
  #size: number;

  constructor(before: Collection<T>) {
    this.#before = before;
    this.#size = before.size;
  }

  change(id: string, entity: T | undefined): void {
    const place = placeOf(this.#before, id);
    if (place !== undefined) {
      this.#page(Math.floor(place / PAGE_SIZE))[place % PAGE_SIZE] = entity ?? null;
    }
    if (place !== undefined && entity === undefined) {
      this.#size--;
      this.#leave(id, place);
    } else if (place === undefined && entity !== undefined) {
      this.#size++;
      this.#added.push(entity);
    }
  }

  finish(): Collection<T> {
    if (this.#size === 0) {
      return EMPTY_COLLECTION;
    }
    const { pages, places } = this.#before;
    const end = placesUsed(pages) + this.#added.length;
    if (this.#size > places.length * FULL_BUCKET || end > 2 * this.#size + SPARE_PLACES) {
      return built([...listOf({ ...this.#before, pages: this.#copiedPages() }), ...this.#added]);
    }
    this.#append(placesUsed(pages));
    return { pages: this.#copiedPages(), places: this.#copiedPlaces(), size: this.#size };
  }

  #append(end: number): void {
    for (const [index, entity] of this.#added.entries()) {
      const place = end + index;
      this.#page(Math.floor(place / PAGE_SIZE)).push(entity);
      const bucket = bucketOf(entity.id, this.#before.places.length);
      this.#buckets.set(bucket, [...this.#bucket(bucket), place]);
    }
  }

  #leave(id: string, place: number): void {
    const bucket = bucketOf(id, this.#before.places.length);
    this.#buckets.set(
      bucket,
      this.#bucket(bucket).filter((other) => other !== place),
    );
  }

  #page(number: number): (T | null)[] {
    let page = this.#pages.get(number);
    if (page === undefined) {
      page = [...(this.#before.pages[number] ?? [])];
      this.#pages.set(number, page);
    }
    return page;
  }

  #bucket(number: number): readonly number[] {
    return this.#buckets.get(number) ?? this.#before.places[number] ?? [];
  }

  #copiedPages(): readonly (readonly (T | null)[])[] {
    return overlaid(this.#before.pages, this.#pages);
  }

  #copiedPlaces(): readonly (readonly number[])[] {
    return overlaid(this.#before.places, this.#buckets);
  }
}

function overlaid<V>(before: readonly V[], changed: ReadonlyMap<number, V>): readonly V[] {
  if (changed.size === 0) {
    return before;
  }
  const after = [...before];
  for (const [index, value] of changed) {
    after[index] = value;
  }
  return after;
}

function placesUsed(pages: readonly (readonly unknown[])[]): number {
  return pages.length === 0
    ? 0
    : (pages.length - 1) * PAGE_SIZE + (pages[pages.length - 1]?.length ?? 0);
}

/** Lays a list out from scratch, with about one thing a bucket. */
function built<T extends Keyed>(list: readonly T[]): Collection<T> {
  const buckets = 2 ** Math.ceil(Math.log2(Math.max(PAGE_SIZE, list.length)));
  const places: number[][] = Array.from({ length: buckets }, () => []);
  const pages: T[][] = [];
  for (const [place, entity] of list.entries()) {
    places[bucketOf(entity.id, buckets)]?.push(place);
    if (place % PAGE_SIZE === 0) {
      pages.push([]);
    }
    pages[pages.length - 1]?.push(entity);
  }
  return { pages, places, size: list.length };
}
