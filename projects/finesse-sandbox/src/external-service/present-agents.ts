import { bareJid, parseJid } from 'finesse-tunnel/protocol';

/** Who has sessions at a server that runs elsewhere, as far as it tells the publisher. */
export class PresentAgents {
  private readonly users = new Map<string, string>();

  /** @param agentOf - Whose account this is, by the local part of the JID; nobody's is not counted. */
  constructor(
    private readonly agentOf: (local: string) => string | undefined,
    private readonly onAvailability: (userId: string, isAvailable: boolean) => void,
  ) {}

  /** Who has at least one. */
  get ids(): readonly string[] {
    return [...new Set(this.users.values())];
  }

  note(jid: string, isAvailable: boolean): void {
    const parsed = parseJid(jid);
    const userId = parsed.ok ? this.agentOf(parsed.value.local) : undefined;
    if (userId === undefined || jid === bareJid(jid) || this.users.has(jid) === isAvailable) {
      return;
    }
    if (isAvailable) {
      this.users.set(jid, userId);
    } else {
      this.users.delete(jid);
    }
    this.onAvailability(userId, isAvailable);
  }

  /** The publisher's own connection is gone: nobody knows who is there. */
  allGone(): void {
    for (const userId of this.users.values()) {
      this.onAvailability(userId, false);
    }
    this.users.clear();
  }
}
