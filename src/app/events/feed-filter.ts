import { type FeedRow } from './feed-reader';

/** What is looked for; an empty text means everything. */
export interface FeedFilter {
  /** In node, kind, event, description and payload. */
  readonly text: string;
  /** Part of the name of the node. */
  readonly node: string;
  readonly kind: string;
  /** Part of the id or the name of an agent told about, or on whose nodes it was published. */
  readonly agent: string;
  /** Exactly the agent of this id. */
  readonly agentId: string;
}

/** Everything. */
export const NO_FILTER: FeedFilter = { text: '', node: '', kind: '', agent: '', agentId: '' };

/**
 * Makes a filter that remembers its last answer: while the same is looked for, only rows that came are looked at.
 *
 * @returns Those rows that match, in the order of `rows`, which are the oldest first.
 */
export function feedMatches(): (
  rows: readonly FeedRow[],
  filter: FeedFilter,
) => readonly FeedRow[] {
  let last: { readonly filter: FeedFilter; readonly end: number } | undefined;
  let found: readonly FeedRow[] = [];
  return (rows, filter) => {
    const end = rows.at(-1)?.position ?? 0;
    const isSame = last?.filter === filter && last.end <= end;
    const from = isSame && last !== undefined ? startOfNew(rows, last.end) : 0;
    const first = rows[0]?.position ?? Infinity;
    const kept = isSame ? found.slice(startOfNew(found, first - 1)) : [];
    found = [...kept, ...rows.slice(from).filter(matcher(filter))];
    last = { filter, end };
    return found;
  };
}

/** Where the rows behind a position begin: a binary search, as they are in order. */
function startOfNew(rows: readonly FeedRow[], position: number): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.position ?? Infinity) <= position) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low;
}

function matcher({ text, node, kind, agent, agentId }: FeedFilter): (row: FeedRow) => boolean {
  const words = text.trim();
  const wanted =
    words === '' ? undefined : new RegExp(words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'), 'i');
  const nodePart = node.trim().toLowerCase();
  const agentPart = agent.trim().toLowerCase();
  return ({ notification, text: description, agentIds, agentWords }) =>
    (kind === '' || notification.kind === kind) &&
    (nodePart === '' || notification.node.toLowerCase().includes(nodePart)) &&
    (agentId === '' || agentIds.includes(agentId)) &&
    (agentPart === '' || agentWords.includes(agentPart)) &&
    (wanted === undefined ||
      wanted.test(
        `${notification.node}\n${notification.kind}\n${notification.event}\n${description}`,
      ) ||
      wanted.test(notification.xml));
}
