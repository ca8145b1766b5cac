import { finalize, NEVER, Observable, Subject } from 'rxjs';
import { watchExactly } from './watch-exactly';

function setup() {
  const nodes$ = new Subject<readonly string[]>();
  const open: string[] = [];
  const watch = (node: string): Observable<never> =>
    new Observable<never>((subscriber) => {
      open.push(node);
      return NEVER.pipe(finalize(() => open.splice(open.indexOf(node), 1))).subscribe(subscriber);
    });
  const subscription = watchExactly(nodes$, watch).subscribe();
  return { nodes$, open, subscription };
}

describe('watchExactly', () => {
  it('watches each node once, however often the list comes', () => {
    const { nodes$, open } = setup();

    nodes$.next(['a', 'b']);
    nodes$.next(['b', 'a']);

    expect(open).toEqual(['a', 'b']);
  });

  it('ends the watch of a node that is missing, and keeps the others', () => {
    const { nodes$, open } = setup();
    nodes$.next(['a', 'b']);

    nodes$.next(['b', 'c']);

    expect(open).toEqual(['b', 'c']);
  });

  it('watches a node again that comes back', () => {
    const { nodes$, open } = setup();
    nodes$.next(['a']);
    nodes$.next([]);

    nodes$.next(['a']);

    expect(open).toEqual(['a']);
  });

  it('ends all watches when nobody listens any more', () => {
    const { nodes$, open, subscription } = setup();
    nodes$.next(['a', 'b']);

    subscription.unsubscribe();

    expect(open).toEqual([]);
  });
});
