import { type Decoded, decoded, refused } from './decoded';
import { parseJson } from './json';

/** One line of the answer to a SUBSCRIPTIONS request. */
export interface ListedSubscription {
  readonly node: string;
  /** The bare or full JID that was subscribed. */
  readonly jid: string;
  /** As XEP-0060 names it, `subscribed` as a rule. */
  readonly status: string;
}

/** Writes the list as the JSON that Cisco documents. */
export function encodeSubscriptionList(list: readonly ListedSubscription[]): string {
  return JSON.stringify(list.map(({ node, jid, status }) => ({ node, jid, status })));
}

/**
 * Reads the list. Cisco's page joins objects into text (`[object Object]`), which cannot be read by anyone and is
 * told as `unsupported-subscription-list`; it writes nothing at all when there are none.
 */
export function decodeSubscriptionList(body: string): Decoded<readonly ListedSubscription[]> {
  const text = body.trim();
  if (text === '') {
    return decoded([]);
  }
  if (text.startsWith('[object')) {
    return refused(
      'unsupported-subscription-list',
      "This tunnel page cannot list subscriptions: Cisco's page answers with text that holds no data.",
      body,
    );
  }
  const list = parseJson(text);
  if (!Array.isArray(list) || !list.every(isListedSubscription)) {
    return refused(
      'bad-subscription-list',
      'The list of subscriptions is a JSON array of objects with node, jid and status; this is not.',
      body,
    );
  }
  return decoded(list.map(({ node, jid, status }) => ({ node, jid, status })));
}

function isListedSubscription(item: unknown): item is ListedSubscription {
  return (
    typeof item === 'object' &&
    item !== null &&
    ['node', 'jid', 'status'].every((key) => typeof Reflect.get(item, key) === 'string')
  );
}
