/**
 * The words that stand in a STATUS message.
 *
 * `unknown` is ours: the list is open, and a word that is not on it must not stop a session.
 */
export const TUNNEL_STATUSES = [
  'loaded',
  'connecting',
  'connected',
  'disconnected',
  'disconnecting',
  'reconnecting',
  'unloading',
  'conflict',
  'unauthorized',
] as const;

/** A status word that is on the list. */
export type TunnelStatus = (typeof TUNNEL_STATUSES)[number];

const KNOWN: ReadonlySet<string> = new Set(TUNNEL_STATUSES);

/** Reads a STATUS body; upper case and surrounding blanks are forgiven. */
export function readTunnelStatus(body: string): TunnelStatus | 'unknown' {
  const word = body.trim().toLowerCase();
  return isTunnelStatus(word) ? word : 'unknown';
}

function isTunnelStatus(word: string): word is TunnelStatus {
  return KNOWN.has(word);
}
