import type { Departure } from './xmpp/notification-service';

/** Counts the available sessions of each user over all nodes: away means away from every one. */
export class Availability {
  private readonly counts = new Map<string, number>();

  /** @param onChange - Told with the way the last session went. */
  constructor(
    private readonly onChange: (
      userId: string,
      isAvailable: boolean,
      departure?: Departure,
    ) => void,
  ) {}

  note(userId: string, isAvailable: boolean, departure?: Departure): void {
    const before = this.counts.get(userId) ?? 0;
    const after = before + (isAvailable ? 1 : -1);
    if (after > 0) {
      this.counts.set(userId, after);
    } else {
      this.counts.delete(userId);
    }
    if (before > 0 !== after > 0) {
      this.onChange(userId, after > 0, departure);
    }
  }

  /** Tells again who is available, to a listener that has forgotten. */
  tellAgain(): void {
    for (const userId of this.counts.keys()) {
      this.onChange(userId, true);
    }
  }
}
