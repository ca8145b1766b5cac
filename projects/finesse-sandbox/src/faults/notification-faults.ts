import type { NodeFaults } from './node-faults';

/** One notification on its way out. */
export interface Outgoing {
  readonly node: string;
  readonly payload: string;
  /** Whether the stanza around the payload is to be cut short, so that it is no XML at all. */
  readonly isStanzaBroken: boolean;
}

// How long a notification is held so that a later one overtakes it, if there is a later one at all.
const REORDER_HOLD_MS = 500;

/**
 * Spoils notifications on their way to the readers of a node: loses, doubles, swaps, breaks them.
 * A fault strikes the notification for all its readers alike.
 */
export class NotificationFaults {
  private overtaken: Outgoing | undefined;
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly faults: NodeFaults,
    private readonly publish: (outgoing: Outgoing) => void,
  ) {}

  send(node: string, payload: string): void {
    if (this.faults.strikes('lose') !== undefined) {
      return;
    }
    const outgoing = this.broken(node, payload);
    if (this.overtaken === undefined && this.faults.strikes('reorder') !== undefined) {
      this.overtaken = outgoing;
      this.timer = setTimeout(() => this.releaseOvertaken(), REORDER_HOLD_MS);
      return;
    }
    this.emit(outgoing);
    this.releaseOvertaken();
  }

  /** Sends what is held back; nothing leaves later than this. */
  flush(): void {
    this.releaseOvertaken();
  }

  private emit(outgoing: Outgoing): void {
    this.publish(outgoing);
    if (this.faults.strikes('duplicate') !== undefined) {
      this.publish(outgoing);
    }
  }

  private releaseOvertaken(): void {
    clearTimeout(this.timer);
    const overtaken = this.overtaken;
    this.overtaken = undefined;
    if (overtaken !== undefined) {
      this.emit(overtaken);
    }
  }

  private broken(node: string, payload: string): Outgoing {
    const fault = this.faults.strikes('malformed');
    if (fault === undefined) {
      return { node, payload, isStanzaBroken: false };
    }
    return fault.target === 'stanza'
      ? { node, payload, isStanzaBroken: true }
      : { node, payload: payload.slice(0, payload.length / 2), isStanzaBroken: false };
  }
}
