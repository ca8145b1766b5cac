import fc from 'fast-check';
import { type Collection, EMPTY_COLLECTION, entityOf, listOf, listReader } from './collection';
import { withChanges } from './with-changes';

interface Thing {
  readonly id: string;
  readonly value: number;
}

function holding(...ids: readonly string[]): Collection<Thing> {
  return withChanges(
    EMPTY_COLLECTION,
    new Map(ids.map((id, value): [string, Thing] => [id, { id, value }])),
  );
}

describe('entityOf', () => {
  it('finds what is there, and nothing else', () => {
    const held = holding('1001001', '1001002');

    expect(entityOf(held, '1001002')).toEqual({ id: '1001002', value: 1 });
    expect(entityOf(held, '1001003')).toBeUndefined();
    expect(entityOf(holding(), '1001001')).toBeUndefined();
  });
});

describe('listReader', () => {
  it('reads what listOf reads, whatever it read before', () => {
    const change = fc.tuple(
      fc.integer({ min: 1, max: 150 }).map(String),
      fc.option(fc.integer(), { nil: undefined }),
    );

    fc.assert(
      fc.property(fc.array(fc.array(change, { maxLength: 60 }), { maxLength: 12 }), (batches) => {
        const read = listReader<Thing>();
        let held: Collection<Thing> = EMPTY_COLLECTION;
        for (const batch of batches) {
          const changes = batch.map(([id, value]): [string, Thing | undefined] => [
            id,
            value === undefined ? undefined : { id, value },
          ]);
          held = withChanges(held, new Map(changes));
          expect(read(held)).toEqual(listOf(held));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('leaves a list alone that it gave before', () => {
    const read = listReader<Thing>();
    const held = holding('1', '2');
    const first = read(held);

    read(withChanges(held, new Map([['1', { id: '1', value: 9 }]])));

    expect(first.map(({ value }) => value)).toEqual([0, 1]);
  });
});
