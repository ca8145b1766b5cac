import { map, type Observable, pairwise, startWith } from 'rxjs';
import type { NodeSubscriptionState } from '../model/node-subscription';
import { type Subscriptions, subscriptionTo } from './subscriptions';

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
  const gone = Object.keys(before)
    .filter((node) => subscriptionTo(after, node) === undefined)
    .map((node) => ({ node, to: undefined }));
  const moved = Object.values(after)
    .filter(({ node, state }) => subscriptionTo(before, node)?.state !== state)
    .map(({ node, state }) => ({ node, to: state }));
  return [...gone, ...moved];
}
