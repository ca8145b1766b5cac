import { map, type Observable, pairwise, startWith } from 'rxjs';
import type { NodeSubscriptionState } from '../model/node-subscription';
import { onlyChange, type Subscriptions, subscriptionTo } from './subscriptions';

/** A node whose subscription moved; `undefined` for one nobody watches any more. */
export interface SubscriptionChange {
  readonly node: string;
  readonly to: NodeSubscriptionState | undefined;
}

/** What moved between one state of the subscriptions and the next. */
export function subscriptionChanges(
  all$: Observable<Subscriptions>,
): Observable<readonly SubscriptionChange[]> {
  return all$.pipe(
    startWith<Subscriptions>({}),
    pairwise(),
    map(([before, after]) => changesBetween(before, after)),
  );
}

function changesBetween(before: Subscriptions, after: Subscriptions): SubscriptionChange[] {
  const node = onlyChange(before, after);
  const nodes = node === undefined ? Object.keys({ ...before, ...after }) : [node];
  return nodes
    .map((changed) => ({ node: changed, to: subscriptionTo(after, changed)?.state }))
    .filter((change) => subscriptionTo(before, change.node)?.state !== change.to);
}
