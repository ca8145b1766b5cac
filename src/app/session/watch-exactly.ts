import {
  filter,
  from,
  map,
  mergeMap,
  type Observable,
  pairwise,
  share,
  startWith,
  takeUntil,
} from 'rxjs';

const NOTHING: ReadonlySet<string> = new Set();

/**
 * Watches each node of the latest list, and none but those: one watch a node, begun when it first appears
 * and ended when it is missing.
 */
export function watchExactly<T>(
  nodes$: Observable<readonly string[]>,
  watch: (node: string) => Observable<T>,
): Observable<T> {
  const wanted$ = nodes$.pipe(
    map((nodes) => new Set(nodes)),
    share(),
  );
  return wanted$.pipe(
    startWith(NOTHING),
    pairwise(),
    mergeMap(([before, now]) => from([...now].filter((node) => !before.has(node)))),
    mergeMap((node) => watch(node).pipe(takeUntil(wanted$.pipe(filter((now) => !now.has(node)))))),
  );
}
