/**
 * Whether a presence lets the page report `connected`: the server routes events from now on.
 *
 * Cisco's page waits for the publisher's presence alone, whatever its type, since its server does not reflect one's own.
 * Where a server does, our own is the better proof, and comes also while the publisher is away.
 */
export function opensPresenceGate(from: string, ownJid: string): boolean {
  return (
    from.toLowerCase() === ownJid.toLowerCase() || /^(finesse|[^@/]*(cuic|ccx)\.[^@/]*)@/.test(from)
  );
}
