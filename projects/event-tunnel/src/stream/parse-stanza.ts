import { NS_STREAMS } from '../namespaces';

// RFC 6120 §11.1 forbids DTDs, comments and processing instructions. A DTD can only stand before the root element,
// so text that begins with an element has none, and the browser's parser expands no entities.
const BEGINS_WITH_ELEMENT = /^\s*<\w/;
const UNDECLARED_STREAM_PREFIX = /^(\s*<stream:\w+)(?![^>]*\sxmlns:stream=)/;

/**
 * Reads one top-level element as it came from the server.
 *
 * @returns `undefined` for anything that is not one well-formed element.
 */
export function parseStanza(text: unknown): Element | undefined {
  if (typeof text !== 'string' || !BEGINS_WITH_ELEMENT.test(text)) {
    return undefined;
  }
  // Some servers leave out the declaration that a TCP stream would have made once for all.
  const declared = text.replace(UNDECLARED_STREAM_PREFIX, `$1 xmlns:stream='${NS_STREAMS}'`);
  const parsed = new DOMParser().parseFromString(declared, 'text/xml');
  return parsed.querySelector('parsererror') ? undefined : parsed.documentElement;
}
