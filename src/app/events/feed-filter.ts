import { type FeedEntry } from './feed-feature';

/** What is looked for; an empty text means everything. */
export interface FeedFilter {
  readonly text: string;
  readonly node: string;
  readonly kind: string;
  /** Only what was published on nodes of this agent, or told about them. */
  readonly agentId: string;
}

/** Those entries that match. The text is looked for in node, kind, event and description. */
export function filterEntries(
  entries: readonly FeedEntry[],
  { text, node, kind, agentId }: FeedFilter,
): readonly FeedEntry[] {
  const wanted = text.trim().toLowerCase();
  if (wanted === '' && node === '' && kind === '' && agentId === '') {
    return entries;
  }
  return entries.filter(
    ({ notification, text: description }) =>
      (kind === '' || notification.kind === kind) &&
      (node === '' || notification.node === node) &&
      (agentId === '' || isAbout(notification, agentId)) &&
      (wanted === '' ||
        `${notification.node}\n${notification.kind}\n${notification.event}\n${description}`
          .toLowerCase()
          .includes(wanted)),
  );
}

function isAbout({ node, source }: FeedEntry['notification'], agentId: string): boolean {
  return [node, source].some(
    (path) => path.endsWith(`/User/${agentId}`) || path.includes(`/User/${agentId}/`),
  );
}
