/** Wakes the one loop that waits for it; a call while nobody waits is kept for the next wait. */
export class Signal {
  private isGiven = false;
  private resume: (() => void) | undefined;

  give(): void {
    this.isGiven = true;
    this.resume?.();
  }

  /** Resolves at the next `give`, or at once if there was one since the last wait. */
  async wait(): Promise<void> {
    if (!this.isGiven) {
      await new Promise<void>((resolve) => (this.resume = resolve));
    }
    this.isGiven = false;
  }
}
