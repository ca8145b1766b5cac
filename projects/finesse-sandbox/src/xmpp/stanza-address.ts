import { formatJid, parseJid } from 'finesse-tunnel/protocol';

/**
 * Brings an address into the one form it is stored and compared in: local part and domain in
 * lower case, the resource as given (RFC 7622 §3). `undefined` if it is none.
 */
export function normalJid(text: string): string | undefined {
  const jid = parseJid(text);
  return jid.ok
    ? formatJid({
        local: jid.value.local.toLowerCase(),
        domain: jid.value.domain.toLowerCase(),
        resource: jid.value.resource,
      })
    : undefined;
}
