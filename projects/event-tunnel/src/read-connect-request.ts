import { type ConnectRequest, readConnectionType } from 'finesse-tunnel/protocol';

import { elementsOf } from './stanzas';
import { parseStanza } from './stream/parse-stanza';

/**
 * Reads the body of a CONNECT_REQ message with the browser's own parser, which costs the page no bytes. Cisco's parent does
 * not escape: a body that is no XML (a `&` or `<` in the password) is taken as it stands.
 */
export function readConnectRequest(body: string): ConnectRequest | undefined {
  const root = parseStanza(body);
  const read = (name: string): string | undefined =>
    root
      ? elementsOf(root, name)[0]?.textContent
      : new RegExp(`<${name}>(.*)</${name}>`, 's').exec(body)?.[1];
  const id = read('id');
  const password = read('password');
  const xmppDomain = read('xmppDomain');
  const type = read('notificationConnectionType');
  if (id === undefined || password === undefined || xmppDomain === undefined) {
    return undefined;
  }
  const wish = type === undefined ? {} : { connectionType: readConnectionType(type) };
  return { id, password, xmppDomain, ...wish };
}
