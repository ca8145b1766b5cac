import type { Clock } from './clock';

// How long Finesse waits for somebody to come back, so that a reloaded page does no harm.
const GRACE_MS = 60_000;

// How long a session may be gone without a goodbye before anybody notices.
const UNNOTICED_MS = 120_000;

/** How somebody went: with a goodbye, which is noticed at once, or without, as when a browser crashes. */
export type Departure = 'left' | 'lost';

/** Knows who sits at a desktop, and tells of those who have left it without coming back. */
export class PresenceWatch {
  private readonly present = new Set<string>();
  private readonly leaving = new Map<string, () => void>();

  /**
   * @param onLost - Called a minute of simulated time after somebody's last session became unavailable, three minutes
   * after it was lost.
   */
  constructor(
    private readonly clock: Clock,
    private readonly onLost: (userId: string) => void,
  ) {}

  isPresent(userId: string): boolean {
    return this.present.has(userId);
  }

  changed(userId: string, isAvailable: boolean, departure: Departure = 'left'): void {
    this.leaving.get(userId)?.();
    this.leaving.delete(userId);
    if (isAvailable) {
      this.present.add(userId);
    } else if (this.present.delete(userId)) {
      const ms = GRACE_MS + (departure === 'lost' ? UNNOTICED_MS : 0);
      const cancel = this.clock.after(ms, () => {
        this.leaving.delete(userId);
        this.onLost(userId);
      });
      this.leaving.set(userId, cancel);
    }
  }
}
