import { combineLatest, map, type Observable } from 'rxjs';
import type { Told } from '../state/told';
import type { Live } from './live';
import type { NodeKnowledge } from './node-watch';

/** One resource: known as soon as anybody told of it. */
export function liveOne<T>(
  knowledge$: Observable<NodeKnowledge>,
  value$: Observable<T | undefined>,
  toldAtOf: (value: T) => number | undefined,
): Observable<Live<T>> {
  return combineLatest([knowledge$, value$]).pipe(
    map(([knowledge, value]) =>
      value === undefined ? unknown(knowledge) : known(knowledge, value, toldAtOf(value)),
    ),
  );
}

/** A list: an empty one is known to be empty only when the node is known. */
export function liveList<T extends Told>(
  knowledge$: Observable<NodeKnowledge>,
  values$: Observable<readonly T[]>,
): Observable<Live<readonly T[]>> {
  return combineLatest([knowledge$, values$]).pipe(
    map(([knowledge, values]) =>
      values.length === 0 && !knowledge.isFresh
        ? unknown(knowledge)
        : known(knowledge, values, lastTold(values)),
    ),
  );
}

/** When the youngest of several was told. */
export function lastTold(values: readonly Told[]): number | undefined {
  return values.reduce<number | undefined>(
    (last, { toldAt }) => (last === undefined || toldAt > last ? toldAt : last),
    undefined,
  );
}

function unknown({ error }: NodeKnowledge): Live<never> {
  return error === undefined ? { status: 'loading' } : { status: 'error', error };
}

function known<T>(
  { isFresh, error }: NodeKnowledge,
  value: T,
  toldAt: number | undefined,
): Live<T> {
  return {
    status: isFresh ? 'live' : 'stale',
    value,
    ...(error && { error }),
    ...(toldAt === undefined ? {} : { toldAt }),
  };
}
