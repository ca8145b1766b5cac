import fc from 'fast-check';
import {
  bucketOf,
  type Collection,
  EMPTY_COLLECTION,
  entityOf,
  listOf,
  PAGE_SIZE,
} from './collection';
import { withChanges } from './with-changes';

interface Thing {
  readonly id: string;
  readonly value: number;
}

const things = (from: number, to: number): readonly Thing[] =>
  Array.from({ length: to - from }, (_, n) => ({
    id: String(1001001 + from + n),
    value: from + n,
  }));

function put(before: Collection<Thing>, ...changed: readonly Thing[]): Collection<Thing> {
  return withChanges(before, new Map(changed.map((thing) => [thing.id, thing])));
}

function drop(before: Collection<Thing>, ...ids: readonly string[]): Collection<Thing> {
  return withChanges(before, new Map(ids.map((id) => [id, undefined])));
}

function deepFreeze(value: unknown): void {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value);
    Object.values(value).forEach(deepFreeze);
  }
}

/** Every place is in the bucket of its id, and every thing has one. */
function expectSound({ pages, places, size }: Collection<Thing>): void {
  const told = places.flatMap((bucket, number) => bucket.map((place) => ({ place, number })));
  expect(told.length).toBe(size);
  for (const { place, number } of told) {
    const thing = pages[Math.floor(place / PAGE_SIZE)]?.[place % PAGE_SIZE];
    expect(thing && bucketOf(thing.id, places.length)).toBe(number);
  }
}

describe('withChanges', () => {
  it('keeps the order of arrival, whatever changes or leaves in between', () => {
    const after = put(drop(put(EMPTY_COLLECTION, ...things(0, 3)), '1001002'), ...things(3, 4));

    expect(listOf(after)).toEqual([...things(0, 1), ...things(2, 4)]);
  });

  it('leaves pages and things alone that have not changed', () => {
    const before = put(EMPTY_COLLECTION, ...things(0, 10 * PAGE_SIZE));

    const after = put(before, { id: '1001001', value: -1 });

    expect(after.pages.filter((page, n) => page !== before.pages[n])).toHaveSize(1);
    expect(after.places).toBe(before.places);
    expect(listOf(after).slice(1)).toEqual(listOf(before).slice(1));
    expect(entityOf(before, '1001001')?.value).toBe(0);
  });

  it('copies few pages and buckets for one that comes and one that goes', () => {
    const before = put(EMPTY_COLLECTION, ...things(0, 1000));

    const after = drop(put(before, ...things(2000, 2001)), '1001500');

    expect(after.pages.filter((page, n) => page !== before.pages[n]).length).toBeLessThan(4);
    expect(after.places.filter((bucket, n) => bucket !== before.places[n]).length).toBeLessThan(3);
  });

  it('needs no more room the more things came and went', () => {
    let held = put(EMPTY_COLLECTION, ...things(0, 10));
    for (let n = 10; n < 2000; n++) {
      held = drop(put(held, ...things(n, n + 1)), String(1001001 + n - 10));
    }

    expect(listOf(held)).toEqual(things(1990, 2000));
    expect(held.pages.length).toBeLessThan(5);
  });

  it('keeps its buckets short as it grows', () => {
    const held = put(put(EMPTY_COLLECTION, ...things(0, 2000)), ...things(2000, 20_000));

    const longest = Math.max(...held.places.map(({ length }) => length));

    expect(longest).toBeLessThan(12);
  });

  it('is empty again when the last one leaves', () => {
    expect(
      drop(put(EMPTY_COLLECTION, ...things(0, 40)), ...things(0, 40).map(({ id }) => id)),
    ).toBe(EMPTY_COLLECTION);
  });

  it('holds what a plain map would hold after any changes, and never writes to what it was given', () => {
    const id = fc.oneof(
      fc.integer({ min: 1, max: 300 }).map(String),
      fc.constantFrom('constructor', '__proto__', 'toString', '', '01'),
    );
    const change = fc.tuple(id, fc.option(fc.integer(), { nil: undefined }));
    const batches = fc.array(fc.array(change, { maxLength: 120 }), { maxLength: 12 });

    fc.assert(
      fc.property(batches, (all) => {
        const model = new Map<string, Thing>();
        let held: Collection<Thing> = EMPTY_COLLECTION;
        for (const batch of all) {
          const changes = new Map<string, Thing | undefined>();
          for (const [key, value] of batch) {
            changes.set(key, value === undefined ? undefined : { id: key, value });
          }
          for (const [key, thing] of changes) {
            if (thing === undefined) {
              model.delete(key);
            } else {
              model.set(key, thing);
            }
          }
          deepFreeze(held);
          held = withChanges(held, changes);
          expectSound(held);
        }
        expect(listOf(held)).toEqual([...model.values()]);
        expect(held.size).toBe(model.size);
        for (const key of all.flat().map(([name]) => name)) {
          expect(entityOf(held, key)).toBe(model.get(key));
        }
      }),
      { numRuns: 60 },
    );
  });
});
