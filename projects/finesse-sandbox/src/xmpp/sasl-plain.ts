import { parseJid } from 'finesse-tunnel/protocol';

/** The failure conditions of RFC 6120 §6.5 that PLAIN can run into before a password is looked at. */
export type SaslFailure =
  | 'incorrect-encoding'
  | 'invalid-authzid'
  | 'invalid-mechanism'
  | 'malformed-request'
  | 'not-authorized';

/** What a client's PLAIN message says; nothing in it is checked against an account yet. */
export type SaslPlain =
  | { readonly ok: true; readonly user: string; readonly password: string }
  | { readonly ok: false; readonly failure: SaslFailure };

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/**
 * Reads `authzid NUL user NUL password` (RFC 4616). The authorization identity may be empty,
 * the user's own bare JID, as Strophe sends it, or the user's name alone, as Smack 3 does.
 */
export function readSaslPlain(encoded: string, domain: string): SaslPlain {
  const base64 = encoded.trim();
  if (!BASE64.test(base64)) {
    return { ok: false, failure: 'incorrect-encoding' };
  }
  const parts = decodeUtf8(Buffer.from(base64, 'base64'))?.split('\0');
  const [authorization, user, password] = parts ?? [];
  if (parts?.length !== 3 || authorization === undefined || !user || !password) {
    return { ok: false, failure: 'malformed-request' };
  }
  if (authorization !== '' && !isSelf(authorization, user, domain)) {
    return { ok: false, failure: 'invalid-authzid' };
  }
  return { ok: true, user, password };
}

function decodeUtf8(bytes: Buffer): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function isSelf(authorization: string, user: string, domain: string): boolean {
  if (authorization.toLowerCase() === user.toLowerCase()) {
    return true;
  }
  const jid = parseJid(authorization);
  return (
    jid.ok &&
    jid.value.local.toLowerCase() === user.toLowerCase() &&
    jid.value.domain.toLowerCase() === domain.toLowerCase()
  );
}
