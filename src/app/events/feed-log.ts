import { type Notification, type Snapshot } from 'finesse-tunnel';

/** How many events and snapshots the log holds at most; the oldest go first. */
export const FEED_LIMIT = 10_000;

/** What goes at once when the log is full. A change copies one chunk and the list of them, whatever the log holds. */
const CHUNK = 250;

/** What was told: an event, or the whole of something, without which nobody could say what an event changed. */
export type FeedItem =
  | {
      /** Counts up through the whole session. */
      readonly position: number;
      /** Counts the events alone. */
      readonly number: number;
      readonly notification: Notification;
    }
  | { readonly position: number; readonly snapshot: Snapshot };

/** What was told lately, in its order. Plain data, shared as far as possible with the log before it. */
export interface FeedLog {
  readonly chunks: readonly (readonly FeedItem[])[];
  readonly nextPosition: number;
}

/** Nothing was told yet. */
export const EMPTY_LOG: FeedLog = { chunks: [], nextPosition: 1 };

/** The log with more behind it; positions are given here. */
export function logged(log: FeedLog, told: readonly FeedItem[]): FeedLog {
  if (told.length === 0) {
    return log;
  }
  const last = log.chunks.at(-1) ?? [];
  const isRoomy = last.length > 0 && last.length < CHUNK;
  const chunks = isRoomy ? log.chunks.slice(0, -1) : [...log.chunks];
  const open = isRoomy ? [...last, ...told] : told;
  for (let from = 0; from < open.length; from += CHUNK) {
    chunks.push(open.slice(from, from + CHUNK));
  }
  return {
    chunks: chunks.slice(-FEED_LIMIT / CHUNK),
    nextPosition: log.nextPosition + told.length,
  };
}

/** The position of the oldest thing that the log still has. */
export function firstPosition({ chunks, nextPosition }: FeedLog): number {
  return chunks[0]?.[0]?.position ?? nextPosition;
}

/** What came since a position, that one included; costs what came. */
export function itemsFrom({ chunks }: FeedLog, position: number): readonly FeedItem[] {
  const found: (readonly FeedItem[])[] = [];
  for (let index = chunks.length - 1; index >= 0; index--) {
    const chunk = chunks[index] ?? [];
    const first = chunk[0]?.position ?? 0;
    found.push(first >= position ? chunk : chunk.slice(position - first));
    if (first <= position) {
      break;
    }
  }
  return found.reverse().flat();
}
