import type { Clock } from './clock';

/** Messages more than this within some ten milliseconds, 2,000 a second, are a flood. */
const FLOOD = 20;
const FADING_MS = 10;
const BATCH_MS = 4;

/**
 * Sends messages over the private port: each at once, and in a flood as arrays of what came within four milliseconds,
 * because a message costs the browser more than its content. The first of a flood leave at once, too; the order stays.
 */
export class PortSender {
  /** How many messages came lately, older ones counting less and less. */
  private load = 0;
  private last = 0;
  private batch: string[] | undefined;

  constructor(
    private readonly port: Pick<MessagePort, 'postMessage'>,
    private readonly clock: Clock,
  ) {}

  send(text: string): void {
    const now = performance.now();
    this.load = this.load * Math.exp((this.last - now) / FADING_MS) + 1;
    this.last = now;
    if (this.batch) {
      this.batch.push(text);
    } else if (this.load <= FLOOD) {
      this.port.postMessage(text);
    } else {
      this.batch = [text];
      this.clock.after(BATCH_MS, () => {
        this.port.postMessage(this.batch);
        this.batch = undefined;
      });
    }
  }
}
