import { createHash } from 'node:crypto';
import type { Clock } from './clock';
import { DONE, done, refuse, type Result } from './finesse-error';
import type { Envelope } from './write-update';

/** What somebody tells teams for a while. */
export interface TeamMessage {
  readonly id: string;
  readonly createdBy: string;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  /** Seconds. */
  readonly duration: number;
  readonly content: string;
  readonly teamIds: readonly string[];
}

// The guide names the error, not the number.
const MOST_AT_A_TIME = 15;

/** The messages that teams see now; each goes when its time is over. */
export class TeamMessages {
  private readonly messages = new Map<string, TeamMessage>();
  private made = 0;

  /** @param tell - Tells every team of a message that came, or went before or at its time. */
  constructor(
    private readonly clock: Clock,
    private readonly tell: (message: TeamMessage, event: Envelope['event']) => void,
  ) {}

  create(wanted: Omit<TeamMessage, 'id' | 'createdAt'>): Result<TeamMessage> {
    if (this.messages.size >= MOST_AT_A_TIME) {
      return refuse(400, 'Maximum Exceeded', {
        message: 'MAX_ACTIVE_MESSAGE_LIMIT_EXCEEDED',
        data: String(MOST_AT_A_TIME),
      });
    }
    const message = { ...wanted, id: messageId(this.made++), createdAt: this.clock.now() };
    this.messages.set(message.id, message);
    this.clock.after(wanted.duration * 1000, () => this.remove(message.id));
    this.tell(message, 'POST');
    return done(message);
  }

  get(id: string): TeamMessage | undefined {
    return this.messages.get(id);
  }

  all(): readonly TeamMessage[] {
    return [...this.messages.values()];
  }

  remove(id: string): Result {
    const message = this.messages.get(id);
    if (message !== undefined) {
      this.messages.delete(id);
      this.tell(message, 'DELETE');
    }
    return DONE;
  }
}

/** In the form of a UUID, and the same in every run. */
function messageId(index: number): string {
  const hex = createHash('sha256').update(`team message ${index.toString()}`).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-');
}
