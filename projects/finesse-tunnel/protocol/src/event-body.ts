import { type Decoded, decoded, refused } from './decoded';

/** What an EVENT message carries: where it was published, and the text of the whole stanza. */
export interface EventBody {
  /** The pubsub node, decoded. */
  readonly node: string;
  /** One or more XML documents, one behind the other; empty for an item without text. */
  readonly xml: string;
}

/** Writes the body of an EVENT message: URI-encoded node, then the payload, nothing between. */
export function encodeEventBody({ node, xml }: EventBody): string {
  return encodeURI(wellFormed(node)) + xml;
}

/**
 * Reads the body of an EVENT message.
 *
 * The payload starts at the first `<`; white space before it belongs to the payload's indentation and is
 * dropped, as real servers put a newline there. A node without any payload (a retracted or empty item) is
 * an event with empty `xml`.
 */
export function decodeEventBody(body: string): Decoded<EventBody> {
  const start = body.indexOf('<');
  const encodedNode = (start < 0 ? body : body.slice(0, start)).trim();
  if (encodedNode === '') {
    return refused(
      'bad-event-node',
      'An event names its node before the first "<"; here is none.',
      body,
    );
  }
  const node = tryDecodeUri(encodedNode);
  if (node === undefined) {
    return refused(
      'bad-event-node',
      'The node of an event is URI-encoded; this one has a "%" that starts no valid sequence.',
      body,
    );
  }
  return decoded({ node, xml: start < 0 ? '' : body.slice(start) });
}

function tryDecodeUri(text: string): string | undefined {
  if (!text.includes('%')) {
    return text;
  }
  try {
    return decodeURI(text);
  } catch {
    return undefined;
  }
}

/** `encodeURI` throws on half of a surrogate pair; such a character cannot be sent anyway. */
function wellFormed(text: string): string {
  // With the flag u a whole pair is one character, and only halves are surrogates.
  return text.replace(/[\uD800-\uDFFF]/gu, '\uFFFD');
}
